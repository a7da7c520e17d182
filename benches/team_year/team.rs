//! A team of 50: a CMO, three DMMs, nine leads and 37 specialists on eight channels, each with three of them.

use bagan::{BuildErrors, Org, OrgBuilder, Permission};

pub(crate) const CHANNELS: [&str; 8] =
    ["seo", "paid-search", "paid-social", "email", "content", "affiliate", "display", "video"];

/// The CMO's budget, in major units, as all amounts here.
const BUDGET: i64 = 50_000_000;

pub(crate) struct Seat {
    pub(crate) id: String,
    pub(crate) manager: Option<usize>,
    /// The channels that it asks for; only specialists ask.
    pub(crate) channels: Vec<&'static str>,
    pub(crate) amount: i64,
    pub(crate) transaction: i64,
    pub(crate) day: i64,
    pub(crate) week: i64,
    pub(crate) month: i64,
}

/// Makes the seats, managers before their reports.
pub(crate) fn seats() -> Vec<Seat> {
    let managers = std::iter::once(None)
        .chain((0..3).map(|_| Some(0)))
        .chain((0..9).map(|lead| Some(1 + lead / 3)))
        .chain((0..37).map(|specialist| Some(4 + specialist % 9)));
    let managers: Vec<Option<usize>> = managers.collect();
    let mut seats: Vec<Seat> = Vec::new();
    for (place, manager) in managers.iter().enumerate() {
        let peers = managers.iter().filter(|other| *other == manager).count();
        let above = manager.and_then(|manager| seats.get(manager)).map_or(BUDGET, |seat| seat.amount);
        let share = above * 93 / 100 / i64::try_from(peers).unwrap_or(1);
        let amount = if manager.is_some() { share } else { BUDGET };
        let day = amount * 219 / 10_000;
        let own = [place, place + 3, place + 5].map(|channel| CHANNELS.get(channel % 8).copied());
        let channels = if place < 13 { Vec::new() } else { own.into_iter().flatten().collect() };
        let transaction = match place {
            0..4 => 60_000,
            4..13 => 12_000,
            _ => 3_000,
        };
        let id = format!("seat-{place}");
        seats.push(Seat {
            id,
            manager: *manager,
            channels,
            amount,
            transaction,
            day,
            week: day * 5,
            month: amount * 16 / 100,
        });
    }
    seats
}

/// Makes the org of the seats.
pub(crate) fn org(seats: &[Seat]) -> Result<Org, BuildErrors> {
    let mut org = OrgBuilder::new("Nusantara Retail", "USD");
    for channel in CHANNELS {
        org.channel(channel, "");
    }
    for (place, seat) in seats.iter().enumerate() {
        let role = match place {
            0 => "cmo",
            1..13 => "digital-marketing-manager",
            _ => "specialist",
        };
        let manager = seat.manager.and_then(|manager| seats.get(manager));
        let draft = org.position(&seat.id, role).holder(&format!("person-{place}"));
        let draft = draft.channels(seat.channels.iter().copied());
        match manager {
            None => draft.budget(seat.amount).approves_up_to(seat.amount),
            Some(manager) => draft.reports_to(&manager.id),
        };
        if let Some(manager) = manager {
            org.delegation(&manager.id, &seat.id, seat.amount)
                .transaction(seat.transaction)
                .day(seat.day)
                .week(seat.week)
                .month(seat.month)
                .sub_delegation(Permission::Allowed);
        }
    }
    org.build()
}
