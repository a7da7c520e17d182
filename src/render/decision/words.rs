//! The phrases of a decision: who, on what ground, why not.

use crate::authority::{Approver, Decision, Ground, ReasonCode, Skip, Test, TestKind};
use crate::id::most_similar;
use crate::org::{Account, Channel, Position};

/// Names the id of the position that asks, known or not.
pub(super) fn position_id<'l>(decision: &Decision<'l>) -> &'l str {
    decision.position().map_or_else(|unknown| unknown, Position::id)
}

/// Names the id of the channel, known or not.
pub(super) fn channel_id<'l>(decision: &Decision<'l>) -> &'l str {
    decision.channel().map_or_else(|unknown| unknown, Channel::id)
}

/// Says that no position has an id, and which one looks like it.
pub(super) fn unknown_position(decision: &Decision<'_>, id: &str) -> String {
    let known = decision.ledger().org().positions().map(Position::id);
    format!("there is no position `{id}`{}", did_you_mean(most_similar(id, known)))
}

fn unknown_channel(decision: &Decision<'_>, id: &str) -> String {
    let known = decision.ledger().org().channels().map(Channel::id);
    format!("there is no channel `{id}`{}", did_you_mean(most_similar(id, known)))
}

fn did_you_mean(similar: Option<&str>) -> String {
    similar.map(|id| format!(": did you mean `{id}`?")).unwrap_or_default()
}

/// Names a seat, and the person who acts in it that day.
pub(super) fn seat(decision: &Decision<'_>, seat: Position<'_>) -> String {
    match seat.occupant_on(decision.date()) {
        None => format!("`{}` (vacant)", seat.id()),
        Some(person) => format!("`{}` (`{person}`)", seat.id()),
    }
}

/// Names a seat, and the person who may approve from it.
pub(super) fn approver(seat: Position<'_>, approver: &Approver<'_>) -> String {
    match approver.stands_in_from {
        None => format!("`{}` (`{}`)", seat.id(), approver.person),
        Some(from) => {
            format!("`{}`, by `{}` (`{}`), who stands in", seat.id(), from.id(), approver.person)
        }
    }
}

/// Says why a seat may approve.
pub(super) fn ground(decision: &Decision<'_>, ground: Ground) -> String {
    match ground {
        Ground::SetTheLimit => "set the limit".to_owned(),
        Ground::ApprovalLimit(limit) => {
            format!("may approve up to {}", decision.ledger().org().display(limit))
        }
    }
}

/// Says why a seat is passed over.
pub(super) fn skip(decision: &Decision<'_>, skip: Skip) -> String {
    match skip {
        Skip::Vacant => "vacant".to_owned(),
        Skip::Requester => "the person in it is the one who asks".to_owned(),
        Skip::SamePerson => "the person in it gives the other approval".to_owned(),
        Skip::LimitTooLow(limit) => {
            format!("may approve {} at most", decision.ledger().org().display(limit))
        }
        Skip::NoLimit => "has no approval limit".to_owned(),
    }
}

/// Says what a test is about: its account, or why it failed where it has none, and by how much.
pub(super) fn about(decision: &Decision<'_>, test: &Test<'_>) -> String {
    let account = test.account.map(|account| account.path().to_string()).unwrap_or_default();
    let Some(code) = test.failed else { return account };
    let why = why(decision, test, code);
    if account.is_empty() || why.is_empty() { account + &why } else { format!("{account}: {why}") }
}

fn why(decision: &Decision<'_>, test: &Test<'_>, code: ReasonCode) -> String {
    let (position, channel) = (position_id(decision), channel_id(decision));
    match code {
        ReasonCode::AmountNotPositive => "the amount is not above zero".to_owned(),
        ReasonCode::ForeignCurrency => {
            let (asked, counted) = (decision.currency(), decision.ledger().org().currency());
            format!("the request is in {asked}, and the org counts in {counted}")
        }
        ReasonCode::UnknownPosition => unknown_position(decision, position),
        ReasonCode::UnknownChannel => unknown_channel(decision, channel),
        ReasonCode::PositionVacant => format!("nobody acts in `{position}` on {}", decision.date()),
        ReasonCode::ChannelNotAssigned => format!("`{position}` is not assigned `{channel}`"),
        ReasonCode::NoAccount => {
            format!("`{position}` holds no account in force for `{channel}`{}", not_in_force(decision))
        }
        ReasonCode::NoFunding => "no budget stands behind it".to_owned(),
        ReasonCode::TransactionLimit
        | ReasonCode::DayLimit
        | ReasonCode::WeekLimit
        | ReasonCode::MonthLimit => excess(decision, test, "too much"),
        ReasonCode::AccountExhausted => excess(decision, test, "short"),
        ReasonCode::DualControl => "above this, two people approve".to_owned(),
    }
}

/// Says by how much a request is above what remains.
pub(super) fn excess(decision: &Decision<'_>, test: &Test<'_>, word: &str) -> String {
    let remaining = test.figures.map(|figures| figures.remaining);
    let asked = match test.kind {
        TestKind::Transaction | TestKind::DualControl => decision.amount(),
        _ => decision.extra(),
    };
    let above = remaining.and_then(|remaining| asked.checked_sub(remaining));
    above.map(|above| format!("{} {word}", decision.ledger().org().display(above))).unwrap_or_default()
}

/// Names a delegation for the channel that has ended, or is still to begin: what a reader looks for next.
fn not_in_force(decision: &Decision<'_>) -> String {
    let (Ok(position), Ok(channel), date) = (decision.position(), decision.channel(), decision.date()) else {
        return String::new();
    };
    let covering = position.received().filter(|delegation| Account::Delegation(*delegation).covers(channel));
    let ended = covering.clone().filter_map(|delegation| Some((delegation.valid().until()?, delegation)));
    if let Some((until, delegation)) =
        ended.filter(|(until, _)| *until <= date).max_by_key(|(until, _)| *until)
    {
        return format!(": {} ended on {until}", Account::Delegation(delegation).path());
    }
    let to_come = covering.filter_map(|delegation| Some((delegation.valid().from()?, delegation)));
    match to_come.filter(|(from, _)| date < *from).min_by_key(|(from, _)| *from) {
        Some((from, delegation)) => format!(": {} begins on {from}", Account::Delegation(delegation).path()),
        None => String::new(),
    }
}
