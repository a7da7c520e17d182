//! What a text says below the table: who lifted it, who may approve, who is passed over, what money is short.

use crate::authority::{Approver, Decision, ReasonCode, Standing, Test, Verdict};
use crate::org::Position;
use crate::render::decision::words;

/// Writes what follows from the tests, as sections of a heading and indented lines.
pub(super) fn sections(decision: &Decision<'_>) -> Vec<(String, Vec<String>)> {
    let all =
        [lifted(decision), needed(decision), passed_over(decision), missing(decision), uncounted(decision)];
    all.into_iter().flatten().collect()
}

type Section = Option<(String, Vec<String>)>;

fn section(heading: &str, lines: Vec<String>) -> Section {
    (!lines.is_empty()).then(|| (heading.to_owned(), lines))
}

/// The approvals that count.
fn lifted(decision: &Decision<'_>) -> Section {
    let line = |(seat, approver): (Position<'_>, Approver<'_>)| {
        let ground = words::ground(decision, approver.ground);
        format!("{}: {ground}", words::approver(seat, &approver))
    };
    let heading = if decision.is_approved() { "lifted by" } else { "approved already by" };
    section(heading, decision.approvals().map(line).collect())
}

/// The approvals that are still needed, and who may give them.
fn needed(decision: &Decision<'_>) -> Section {
    if decision.verdict() != Verdict::NeedsApproval {
        return None;
    }
    let given = decision.approvals().count();
    let missing = decision.approvals_needed().saturating_sub(given);
    let approvals = match (missing, given) {
        (2, _) => "two approvals are needed, of different people",
        (_, 0) => "one approval is needed",
        _ => "one more approval is needed, of another person",
    };
    let route = decision.route();
    let may: Vec<String> = route
        .iter()
        .filter_map(|step| step.may_approve().map(|approver| (step.position, approver)))
        .map(|(seat, approver)| {
            format!("{}: {}", words::approver(seat, &approver), words::ground(decision, approver.ground))
        })
        .collect();
    let heading = match may.len() {
        0 => format!("{approvals}, and nobody may give it"),
        found if found < missing => format!("{approvals}, and only one person may approve"),
        _ => format!("{approvals}, from"),
    };
    Some((heading, may))
}

/// The seats on the way that may not approve, and why.
fn passed_over(decision: &Decision<'_>) -> Section {
    let route = decision.route();
    let skipped = route.iter().filter_map(|step| match step.standing {
        Standing::Skipped(skip) => Some(format!("`{}`: {}", step.position.id(), words::skip(decision, skip))),
        Standing::MayApprove(_) | Standing::Approved(_) => None,
    });
    section("passed over", skipped.collect())
}

/// The accounts without enough money, and who could move some to them.
fn missing(decision: &Decision<'_>) -> Section {
    let short = decision.reasons().filter(|test| test.failed == Some(ReasonCode::AccountExhausted));
    section("not enough money", short.filter_map(|test| missing_on(decision, &test)).collect())
}

fn missing_on(decision: &Decision<'_>, test: &Test<'_>) -> Option<String> {
    let (account, figures) = (test.account?, test.figures?);
    let left = decision.ledger().org().display(figures.remaining);
    let source = match test.transfer_from {
        None => "no account above it has enough".to_owned(),
        Some(source) => {
            let holder = words::seat(decision, source.holder());
            format!("{holder} could transfer it from {}", source.path())
        }
    };
    let missing = words::excess(decision, test, "short");
    Some(format!("{left} is left on {}, {missing}: {source}", account.path()))
}

/// The approvals that were given and do not count, and why.
fn uncounted(decision: &Decision<'_>) -> Section {
    let mut lines: Vec<String> = Vec::new();
    for given in decision.approved_by() {
        let line = match given {
            Err(id) => words::unknown_position(decision, id),
            Ok(seat) if counts(decision, seat) => continue,
            Ok(seat) => format!("`{}`: {}", seat.id(), why_not(decision, seat)),
        };
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    section("approvals that do not count", lines)
}

fn counts(decision: &Decision<'_>, given: Position<'_>) -> bool {
    decision.approvals().any(|(seat, approver)| seat == given || approver.stands_in_from == Some(given))
}

fn why_not<'l>(decision: &Decision<'l>, seat: Position<'l>) -> String {
    if decision.verdict() == Verdict::Denied {
        return "no approval lifts what is in the way".to_owned();
    }
    if decision.approvals_needed() == 0 {
        return "no approval is needed".to_owned();
    }
    if decision.position() == Ok(seat) {
        return "nobody approves for themselves".to_owned();
    }
    match decision.standing(seat) {
        Some(Standing::Skipped(skip)) => words::skip(decision, skip),
        Some(Standing::MayApprove(_) | Standing::Approved(_)) => "there are enough others".to_owned(),
        None => "neither set the limit nor is above whom it binds".to_owned(),
    }
}
