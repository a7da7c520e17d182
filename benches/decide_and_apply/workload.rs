//! An org with a line of delegations down to every position, and a year of requests, from a fixed seed.

use bagan::{Date, Money, Org, OrgBuilder};

pub(crate) const CHANNELS: [&str; 4] = ["seo", "paid-search", "paid-social", "email"];
pub(crate) const REQUESTS: usize = 200_000;

/// How many reports a position has.
const SPAN: usize = 8;

/// A position with the account that its manager delegated to it; the first one has a budget.
pub(crate) struct Seat {
    pub(crate) id: String,
    pub(crate) manager: Option<usize>,
    pub(crate) channel: &'static str,
    pub(crate) amount: i64,
    pub(crate) day: i64,
    pub(crate) week: i64,
    pub(crate) month: i64,
}

pub(crate) struct Ask {
    pub(crate) key: String,
    pub(crate) position: String,
    pub(crate) channel: &'static str,
    pub(crate) amount: Money,
    pub(crate) date: Date,
}

pub(crate) struct Workload {
    pub(crate) seats: Vec<Seat>,
    pub(crate) asks: Vec<Ask>,
}

/// A small generator of numbers (splitmix64).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % n
    }

    fn below_amount(&mut self, n: i64) -> i64 {
        i64::try_from(self.below(n.unsigned_abs().max(1))).unwrap_or_default()
    }

    fn index(&mut self, n: usize) -> usize {
        usize::try_from(self.below(n as u64)).unwrap_or_default()
    }
}

impl Workload {
    /// Makes an org of that many positions, and requests of which most are within the limits.
    pub(crate) fn new(positions: usize) -> Self {
        let mut numbers = Numbers(2026);
        let mut seats: Vec<Seat> = Vec::with_capacity(positions);
        for place in 0..positions {
            let manager = place.checked_sub(1).map(|below| below / SPAN);
            // Each hands a tenth on to each report, so that a year of requests is about what the lowest hold.
            let amount =
                manager.and_then(|above| seats.get(above)).map_or(1_i64 << 50, |above| above.amount / 10);
            seats.push(Seat {
                id: format!("p{place}"),
                manager,
                channel: CHANNELS.get(place % CHANNELS.len()).copied().unwrap_or("seo"),
                amount,
                day: amount / 50,
                week: amount / 20,
                month: amount / 8,
            });
        }
        let asks = (0..REQUESTS).map(|number| ask(&mut numbers, &seats, number)).collect();
        Self { seats, asks }
    }

    pub(crate) fn org(&self) -> Org {
        let mut org = OrgBuilder::new("Bench", "EUR");
        for channel in CHANNELS {
            org.channel(channel, "");
        }
        for seat in &self.seats {
            let draft =
                org.position(&seat.id, "digital-marketing-manager").holder(&seat.id).channels([seat.channel]);
            let Some(above) = seat.manager.and_then(|above| self.seats.get(above)) else {
                draft.budget(Money::from_minor(seat.amount));
                continue;
            };
            draft.reports_to(&above.id);
            let minor = Money::from_minor;
            let draft = org.delegation(&above.id, &seat.id, minor(seat.amount));
            draft.day(minor(seat.day)).week(minor(seat.week)).month(minor(seat.month));
        }
        org.build().unwrap_or_else(|errors| panic!("{errors}"))
    }
}

/// One request; the days go by in order. One in a hundred asks for a channel that the position is not assigned.
fn ask(numbers: &mut Numbers, seats: &[Seat], number: usize) -> Ask {
    let place = numbers.index(seats.len());
    let seat = seats.get(place).unwrap_or_else(|| panic!("a seat below {}", seats.len()));
    let other = numbers.below(100) == 0;
    let channel = if other { CHANNELS.iter().find(|known| **known != seat.channel) } else { None };
    let day = i32::try_from(number * 365 / REQUESTS).unwrap_or_default();
    let date = Date::constant(2026, 1, 1).checked_add(whole_days(day));
    Ask {
        key: format!("r{number:07}"),
        position: seat.id.clone(),
        channel: channel.copied().unwrap_or(seat.channel),
        amount: Money::from_minor(1 + numbers.below_amount(seat.day / 2)),
        date: date.unwrap_or_else(|error| panic!("{error}")),
    }
}

fn whole_days(days: i32) -> std::time::Duration {
    std::time::Duration::from_secs(86_400 * u64::from(days.unsigned_abs()))
}
