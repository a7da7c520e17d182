//! The invariants of a ledger, each asked of the ledger and of the model.

use std::collections::BTreeSet;

use bagan::{Action, Decision, Entry, Ledger, LedgerError, LedgerState, Standing, Verdict, Window};

use crate::model::{Ask, Fate, Judged, Model, Purse, Refusal, What, people};

/// What the ledger and the model said of one entry, in the same words.
pub(crate) fn answer_of(ledger: &mut Ledger, entry: &Entry) -> Result<bool, Refusal> {
    let before = ledger.version();
    match ledger.apply(entry) {
        Ok(receipt) => {
            assert_eq!(receipt.version, ledger.version());
            assert_eq!(receipt.version, before + u64::from(!receipt.repeated));
            Ok(receipt.repeated)
        }
        Err(error) => {
            assert_eq!(ledger.version(), before, "I2: a refused entry counts");
            let (verdict, reasons) = match &error {
                LedgerError::Refused { verdict, reasons } => {
                    let reasons = reasons.iter().map(bagan::ReasonCode::as_str).collect();
                    (Some(verdict.as_str()), reasons)
                }
                _ => (None, Vec::new()),
            };
            Err(Refusal { code: error.code(), verdict, reasons })
        }
    }
}

/// The state without the keys and the version, which a release adds to.
pub(crate) fn without_keys(mut state: LedgerState) -> LedgerState {
    (state.version, state.keys) = (0, Vec::new());
    state
}

/// Asserts that a decision on a reservation is the model's, its approvers included (I7, I8).
pub(crate) fn assert_decided_alike(ledger: &Ledger, model: &Model, entry: &Entry) {
    if let Action::Settle { reservation, amount, approved_by } = &entry.action {
        let Ok(amount) = amount.resolve(model.org.currency()) else { return };
        let judged = model.judge_settlement(reservation, amount.minor(), approved_by, entry.date);
        let decision = ledger.decide_settlement(reservation, amount, approved_by, entry.date);
        match (judged, decision) {
            (Ok(judged), Ok(decision)) => assert_alike(&decision, &judged),
            (Err(refusal), Err(error)) => assert_eq!(refusal.code, error.code()),
            (judged, decision) => panic!("{judged:?} is not {decision:?}"),
        }
        return;
    }
    let Action::Reserve { position, channel, amount, approved_by } = &entry.action else { return };
    let Ok(amount) = amount.resolve(model.org.currency()) else { return };
    let (Some(asks), Some(on)) = (model.org.position(position), model.org.channel(channel)) else { return };
    let ask = Ask {
        position: asks.ix(),
        channel: on.ix(),
        amount: amount.minor(),
        extra: amount.minor(),
        counts_on: entry.date,
        asked_on: entry.date,
        approved_by,
    };
    let judged = model.judge(&ask);
    let ids: Vec<&str> = approved_by.iter().map(String::as_str).collect();
    let request = ledger.request(position, channel, amount, entry.date).approved_by_ids(&ids);
    let decision = ledger.decide(&request);
    let reserved = ledger.clone().reserve("not-a-key-yet", &request);
    assert_eq!(reserved.is_ok(), decision.is_approved(), "what is decided is what is done");
    assert_alike(&decision, &judged);
    if !judged.path.is_empty() {
        let path: Vec<Purse> = decision.funding_path().map(purse).collect();
        assert_eq!(path, judged.path);
        assert_figures(&decision, model, entry);
    }
    let askers = people(asks, entry.date);
    assert!(decision.approvals().all(|(_, by)| !askers.contains(&by.person)), "I7");
}

/// Asserts that a decision names the verdict, the reasons and the approvers that the model does.
fn assert_alike(decision: &Decision<'_>, judged: &Judged) {
    assert_eq!(decision.verdict().as_str(), judged.verdict);
    assert_eq!(decision.approvals_needed(), judged.needed);
    let mut failed: Vec<&str> = decision.reasons().filter_map(|test| Some(test.failed?.as_str())).collect();
    failed.dedup();
    assert_eq!(failed, judged.reasons);
    let counted: BTreeSet<String> = decision.approvals().map(|(_, by)| by.person.to_owned()).collect();
    assert!(counted.is_subset(&judged.counted), "{counted:?} of {:?}", judged.counted);
    assert_eq!(counted.len(), judged.counted.len().min(2));
    if decision.verdict() == Verdict::NeedsApproval {
        assert_route(decision, judged);
    } else {
        assert!(decision.route().is_empty());
    }
}

fn purse(account: bagan::Account<'_>) -> Purse {
    match account {
        bagan::Account::Budget(position) => Purse::Budget(position.ix()),
        bagan::Account::Delegation(delegation) => Purse::Delegation(delegation.ix()),
    }
}

/// Asserts that each test of a decision states what the model counts.
fn assert_figures(decision: &Decision<'_>, model: &Model, entry: &Entry) {
    let calendar = model.org.calendar();
    for test in decision.tests() {
        let (Some(account), Some(figures)) = (test.account, test.figures) else { continue };
        let purse = purse(account);
        let days = match test.kind.as_str() {
            "day" => calendar.day(entry.date),
            "week" => calendar.week(entry.date),
            "month" => calendar.month(entry.date),
            "money" => calendar.fiscal_year(entry.date),
            _ => continue,
        };
        let held = model.committed(purse, days);
        assert_eq!(i128::from(figures.used.minor()) + i128::from(figures.reserved.minor()), held);
        assert_eq!(i128::from(figures.limit.minor()) - held, i128::from(figures.remaining.minor()));
    }
}

/// Asserts that the way to an approval names those who may give it, and ends where it should.
fn assert_route(decision: &Decision<'_>, judged: &Judged) {
    let mut people: Vec<String> = decision.approvals().map(|(_, by)| by.person.to_owned()).collect();
    for step in decision.route() {
        let Standing::MayApprove(by) = step.standing else { continue };
        let from = by.stands_in_from.unwrap_or(step.position).ix();
        let may = |may: &crate::model::MayApprove| {
            may.seat == step.position.ix() && may.person == by.person && may.from == from
        };
        assert!(judged.approvers.iter().any(may), "I8: {} may not approve", by.person);
        assert!(!people.iter().any(|person| person == by.person), "two approvals take two people");
        people.push(by.person.to_owned());
    }
    let all: BTreeSet<&str> = judged.approvers.iter().map(|may| may.person.as_str()).collect();
    assert_eq!(people.len(), judged.needed.min(all.len()), "{people:?} of {all:?}");
}

/// Asserts that the ledger holds what the model's list comes to.
pub(crate) fn assert_holds(ledger: &Ledger, model: &Model) {
    let calendar = model.org.calendar();
    assert_eq!(ledger.version(), model.posted.len() as u64);
    let by_day = model.by_day();
    for ((purse, day), committed) in &by_day {
        assert_eq!(ledger.committed(model.view(*purse), calendar.day(*day)).minor(), *committed);
    }
    let state = ledger.state();
    assert_eq!(state.days.len(), by_day.len(), "no day counts that nothing was charged on");
    assert_eq!(state.open.len(), model.reserved().filter(|(_, one)| one.fate == Fate::Open).count());
    let mut years = BTreeSet::new();
    for posted in &model.posted {
        let year = calendar.fiscal_year(posted.entry.date).from().unwrap();
        match &posted.what {
            What::Reserved(reserved) => years.extend(reserved.path.iter().map(|purse| (*purse, year))),
            What::Moved(moved) => years.extend(moved.iter().map(|one| (one.purse, one.year.from().unwrap()))),
            What::Closed => {}
        }
    }
    for (purse, on) in &years {
        let year = calendar.fiscal_year(*on);
        let balance = ledger.balance(model.view(*purse), *on).unwrap();
        assert_eq!(i128::from(balance.moved.minor()), model.moved(*purse, year));
        assert_eq!(i128::from(balance.remaining.minor()), model.left(*purse, *on));
        let committed = i128::from(balance.used.minor()) + i128::from(balance.reserved.minor());
        assert_eq!(committed, model.committed(*purse, year));
        assert!(committed <= i128::from(balance.granted.minor() + balance.moved.minor()), "I1: overspent");
    }
    assert!(state.years.len() <= years.len(), "nothing else happened");
}

/// Asserts that what was accepted has money and limits behind it (I1, I3).
pub(crate) fn assert_covered(model: &Model) {
    let calendar = model.org.calendar();
    for (entry, reserved) in model.reserved() {
        assert!(matches!(reserved.path.last(), Some(Purse::Budget(_))), "I3: {} has no budget", entry.key);
        for purse in &reserved.path {
            for window in [Window::Day, Window::Week, Window::Month] {
                let Some(limit) = model.view(*purse).limit(window) else { continue };
                let days = calendar.window(window, entry.date).unwrap();
                let held = model.committed(*purse, days);
                let approved = || {
                    let mut inside = model.reserved().filter(|(other, spend)| {
                        days.contains(other.date) && spend.path.contains(purse) && spend.committed() != 0
                    });
                    inside.any(|(_, spend)| spend.approved)
                };
                let covered = held <= i128::from(limit.minor()) || approved();
                assert!(covered, "I1: {} takes a window above its limit", entry.key);
            }
        }
    }
}
