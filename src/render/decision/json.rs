//! The JSON of a decision: an object that programs read, and whose field names are a contract.

use serde::{Serialize, Serializer};

use crate::authority::{Approver, Decision, Figures, Ground, ReasonCode, RouteStep, Skip, Standing, Test};
use crate::money::{Amount, Currency, Money};
use crate::org::Position;
use crate::render::decision::words;

#[derive(Serialize)]
struct Answer<'l> {
    format: u32,
    decision: &'static str,
    request: Asked<'l>,
    version: u64,
    account: Option<String>,
    reasons: Vec<Reason>,
    tests: Vec<Tested>,
    approvals_needed: usize,
    approvals: Vec<Approval<'l>>,
    route: Vec<Step<'l>>,
}

#[derive(Serialize)]
struct Asked<'l> {
    position: &'l str,
    channel: &'l str,
    amount: Amount,
    currency: Currency,
    date: String,
    approved_by: Vec<&'l str>,
}

#[derive(Serialize)]
struct Reason {
    code: ReasonCode,
    overridable: bool,
    lifted: bool,
    account: Option<String>,
    #[serde(flatten)]
    amounts: Amounts,
    transfer_from: Option<String>,
}

#[derive(Serialize)]
struct Tested {
    test: &'static str,
    passed: bool,
    code: Option<ReasonCode>,
    account: Option<String>,
    #[serde(flatten)]
    amounts: Amounts,
}

/// The figures of a test; all of them null where it has none.
#[derive(Serialize)]
struct Amounts {
    limit: Option<Amount>,
    used: Option<Amount>,
    reserved: Option<Amount>,
    remaining: Option<Amount>,
}

#[derive(Serialize)]
struct Approval<'l> {
    position: &'l str,
    #[serde(flatten)]
    by: By<'l>,
}

/// Who approves, and on what ground; all of it null for a seat that is passed over.
#[derive(Serialize, Default)]
struct By<'l> {
    person: Option<&'l str>,
    stands_in_from: Option<&'l str>,
    ground: Option<&'static str>,
    approval_limit: Option<Amount>,
}

#[derive(Serialize)]
struct Step<'l> {
    position: &'l str,
    standing: &'static str,
    #[serde(flatten)]
    by: By<'l>,
    skipped: Option<&'static str>,
}

impl Serialize for Decision<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let currency = self.ledger().org().currency();
        let tests = self.tests();
        let answer = Answer {
            format: 1,
            decision: self.verdict().as_str(),
            request: Asked {
                position: words::position_id(self),
                channel: words::channel_id(self),
                amount: Amount::of(self.amount(), self.currency()),
                currency: self.currency(),
                date: self.date().to_string(),
                approved_by: self.approved_by().map(|by| by.map_or_else(|id| id, Position::id)).collect(),
            },
            version: self.version(),
            account: self.account().map(|account| account.path().to_string()),
            reasons: tests.iter().filter_map(|test| Reason::new(self, test)).collect(),
            tests: tests.iter().map(|test| Tested::new(test, currency)).collect(),
            approvals_needed: self.approvals_needed(),
            approvals: self
                .approvals()
                .map(|(seat, by)| Approval { position: seat.id(), by: By::new(by, currency) })
                .collect(),
            route: self.route().into_iter().map(|step| Step::new(step, currency)).collect(),
        };
        answer.serialize(serializer)
    }
}

#[cfg(feature = "json")]
impl Decision<'_> {
    /// Writes the decision as indented JSON text.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Strings, numbers and amounts with their currency: nothing here can fail to serialise.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}

impl Reason {
    fn new(decision: &Decision<'_>, test: &Test<'_>) -> Option<Self> {
        let code = test.failed?;
        Some(Self {
            code,
            overridable: code.is_overridable(),
            lifted: decision.is_approved(),
            account: test.account.map(|account| account.path().to_string()),
            amounts: Amounts::new(test.figures, decision.ledger().org().currency()),
            transfer_from: test.transfer_from.map(|account| account.path().to_string()),
        })
    }
}

impl Tested {
    fn new(test: &Test<'_>, currency: Currency) -> Self {
        Self {
            test: test.kind.as_str(),
            passed: test.failed.is_none(),
            code: test.failed,
            account: test.account.map(|account| account.path().to_string()),
            amounts: Amounts::new(test.figures, currency),
        }
    }
}

impl Amounts {
    fn new(figures: Option<Figures>, currency: Currency) -> Self {
        let amount =
            |of: fn(&Figures) -> Money| figures.as_ref().map(|figures| Amount::of(of(figures), currency));
        Self {
            limit: amount(|figures| figures.limit),
            used: amount(|figures| figures.used),
            reserved: amount(|figures| figures.reserved),
            remaining: amount(|figures| figures.remaining),
        }
    }
}

impl<'l> By<'l> {
    fn new(approver: Approver<'l>, currency: Currency) -> Self {
        let (ground, limit) = match approver.ground {
            Ground::SetTheLimit => ("set-the-limit", None),
            Ground::ApprovalLimit(limit) => ("approval-limit", Some(limit)),
        };
        Self {
            person: Some(approver.person),
            stands_in_from: approver.stands_in_from.map(Position::id),
            ground: Some(ground),
            approval_limit: limit.map(|limit| Amount::of(limit, currency)),
        }
    }
}

impl<'l> Step<'l> {
    fn new(step: RouteStep<'l>, currency: Currency) -> Self {
        let position = step.position.id();
        match step.standing {
            Standing::MayApprove(approver) => {
                Self { position, standing: "may-approve", by: By::new(approver, currency), skipped: None }
            }
            Standing::Approved(approver) => {
                Self { position, standing: "approved", by: By::new(approver, currency), skipped: None }
            }
            Standing::Skipped(skip) => {
                let (skipped, limit) = match skip {
                    Skip::Vacant => ("vacant", None),
                    Skip::Requester => ("requester", None),
                    Skip::SamePerson => ("same-person", None),
                    Skip::LimitTooLow(limit) => ("limit-too-low", Some(limit)),
                    Skip::NoLimit => ("no-limit", None),
                };
                let approval_limit = limit.map(|limit| Amount::of(limit, currency));
                let by = By { approval_limit, ..By::default() };
                Self { position, standing: "skipped", by, skipped: Some(skipped) }
            }
        }
    }
}
