//! The sentences of an audit: what an entry did, why the org does not allow it, whom to ask.

use crate::authority::{
    AccountRef, Action, AuditFact, AuditFinding, Entry, LedgerError, ReasonCode, Verdict,
};
use crate::money::Amount;
use crate::org::{Org, Path};

/// Says what an entry did, and what is wrong with it.
pub(super) fn message(org: &Org, finding: &AuditFinding) -> String {
    let AuditFinding { entry, error, facts, .. } = finding;
    let did = match (&entry.action, &finding.asked) {
        (Action::Settle { reservation, amount, .. }, Some((position, channel))) => format!(
            "`{position}` settled `{reservation}` on `{channel}` at {} on {}",
            shown(org, entry, amount),
            entry.date
        ),
        _ => did(org, entry),
    };
    let facts: Vec<String> = facts.iter().map(|fact| fact_words(org, finding, fact)).collect();
    match error {
        LedgerError::Refused { verdict, .. } if !facts.is_empty() => {
            let verdict =
                if *verdict == Verdict::NeedsApproval { "needed approval" } else { "was not allowed" };
            format!("{did}, which {verdict}: {}", facts.join("; "))
        }
        error => format!("{did}: {error}"),
    }
}

/// Says whom to ask, or how to mend it.
pub(super) fn help(finding: &AuditFinding) -> Option<String> {
    let approvers = match finding.approvers.as_slice() {
        [] => None,
        [one] => Some(format!("`{one}` may approve it")),
        [all @ .., last] => {
            let all: Vec<String> = all.iter().map(|id| format!("`{id}`")).collect();
            Some(format!("{} and `{last}` may approve it, both of them", all.join(", ")))
        }
    };
    let nobody = || match finding.error {
        LedgerError::Refused { verdict: Verdict::NeedsApproval, .. } if !finding.facts.is_empty() => {
            Some("nobody may approve it".to_owned())
        }
        _ => None,
    };
    let help = finding.error.help().or(approvers).or_else(nobody);
    if finding.counted {
        return help;
    }
    let left_out = "it cannot be placed, so that what comes after it is judged without it";
    Some(help.map_or_else(|| left_out.to_owned(), |help| format!("{help}; {left_out}")))
}

/// Returns the paths of what an entry names: positions, then channels, each once.
pub(super) fn subjects(finding: &AuditFinding) -> Vec<String> {
    let (positions, channels): (Vec<&str>, Vec<&str>) = match &finding.entry.action {
        Action::Reserve { position, channel, .. } => (vec![position], vec![channel]),
        Action::Settle { .. } | Action::Release { .. } => match &finding.asked {
            Some((position, channel)) => (vec![position], vec![channel]),
            None => (Vec::new(), Vec::new()),
        },
        Action::Transfer { from, to, by, .. } => {
            let channels = from.channel.iter().chain(&to.channel).map(String::as_str);
            (vec![&from.position, &to.position, by], channels.collect())
        }
        Action::Reclaim { account, by, .. } => {
            (vec![&account.position, by], account.channel.iter().map(String::as_str).collect())
        }
        Action::CarryOver { account, .. } => {
            (vec![&account.position], account.channel.iter().map(String::as_str).collect())
        }
    };
    let path = |table: &str, id: &str| Path::new().key(table).key(id).to_string();
    let mut paths: Vec<String> = Vec::new();
    let positions = positions.into_iter().map(|id| path("positions", id));
    for path in positions.chain(channels.into_iter().map(|id| path("channels", id))) {
        if !paths.contains(&path) {
            paths.push(path);
        }
    }
    paths
}

/// Returns the path that names an entry: `entries.po-17`.
pub(super) fn path(entry: &Entry) -> String {
    Path::new().key("entries").key(&entry.key).to_string()
}

/// Says what an entry did: "`social` reserved IDR 60,000,000 on `paid-social` on 2026-07-01".
fn did(org: &Org, entry: &Entry) -> String {
    let (date, show) = (entry.date, |amount| shown(org, entry, amount));
    match &entry.action {
        Action::Reserve { position, channel, amount, .. } => {
            format!("`{position}` reserved {} on `{channel}` on {date}", show(amount))
        }
        Action::Settle { reservation, amount, .. } => {
            format!("`{reservation}` was settled at {} on {date}", show(amount))
        }
        Action::Release { reservation } => format!("`{reservation}` was released on {date}"),
        Action::Transfer { from, to, amount, by } => {
            let (from, to) = (account(from), account(to));
            format!("`{by}` moved {} from {from} to {to} on {date}", show(amount))
        }
        Action::Reclaim { account: from, amount, by } => {
            format!("`{by}` took back {} from {} on {date}", show(amount), account(from))
        }
        Action::CarryOver { account: of, amount } => {
            format!("{} of {} were carried over on {date}", show(amount), account(of))
        }
    }
}

fn account(account: &AccountRef) -> String {
    match &account.channel {
        Some(channel) => format!("the account of `{}` for `{channel}`", account.position),
        None => format!("the account of `{}`", account.position),
    }
}

/// Writes an amount of an entry; as it stands there, if it is none of the org's currency.
fn shown(org: &Org, entry: &Entry, amount: &Amount) -> String {
    let stated = entry.currency.as_deref().unwrap_or(org.currency().code());
    match amount.resolve(org.currency()) {
        Ok(money) if stated == org.currency().code() => org.display(money).to_string(),
        _ => format!("{stated} {amount}"),
    }
}

/// Says which test an entry fails, with its account and figures.
fn fact_words(org: &Org, finding: &AuditFinding, fact: &AuditFact) -> String {
    let account = fact.account.as_deref().unwrap_or_default();
    if let Some(figures) = fact.figures {
        let show = |money| org.display(money).to_string();
        let limit = show(figures.limit);
        let held = format!("{} used and {} reserved", show(figures.used), show(figures.reserved));
        let left = show(figures.remaining);
        return match fact.code {
            ReasonCode::TransactionLimit => format!("{account} allows {limit} a transaction"),
            ReasonCode::DayLimit => format!("{account} allows {limit} a day, with {held}"),
            ReasonCode::WeekLimit => format!("{account} allows {limit} a week, with {held}"),
            ReasonCode::MonthLimit => format!("{account} allows {limit} a month, with {held}"),
            ReasonCode::DualControl => format!("above {limit} two people approve"),
            _ => format!("{left} of {limit} was left on {account}, with {held}"),
        };
    }
    let (position, channel) =
        finding.asked.as_ref().map_or(("", ""), |(position, channel)| (position, channel));
    match fact.code {
        ReasonCode::AmountNotPositive => "the amount is not above zero".to_owned(),
        ReasonCode::UnknownPosition => format!("there is no position `{position}`"),
        ReasonCode::UnknownChannel => format!("there is no channel `{channel}`"),
        ReasonCode::PositionVacant => format!("nobody acted in `{position}`"),
        ReasonCode::ChannelNotAssigned => format!("`{position}` is not assigned `{channel}`"),
        ReasonCode::NoAccount => format!("`{position}` held no account in force for `{channel}`"),
        ReasonCode::NoFunding => format!("no budget stands behind {account}"),
        code => code.to_string(),
    }
}
