//! Amounts of an export: read at once where they are plain, and once the whole column is known where they are not.

use super::error::ImportFault;
use super::number::{Decimal, Number, digits_alone, read};
use super::table::Spot;
use crate::calendar::Window;
use crate::money::{Currency, Money};

/// What an amount is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    /// The amount of the delegation at a place.
    Allocation(usize),
    /// A limit of the delegation at a place.
    Limit(usize, Window),
    /// The approval limit of a row.
    Approves(u32),
    /// The pay of a row.
    Pay(u32),
}

/// An amount that its column has to explain.
#[derive(Debug, Clone)]
pub(super) struct Pending {
    pub(super) target: Target,
    pub(super) column: usize,
    pub(super) spot: Spot,
    pub(super) text: String,
}

/// What came of reading an amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Amount {
    Exact(Money),
    /// It depends on the other amounts of its column.
    Pending,
    Fault(ImportFault),
}

/// Reads the amounts of a file.
#[derive(Debug)]
pub(super) struct Amounts {
    currency: Currency,
    scale: i64,
    headers: Vec<String>,
    /// What the columns have proved of their conventions; a column that proved both proves neither.
    proofs: Vec<Seen>,
    /// What they suggest, where they prove nothing.
    hints: Vec<Seen>,
    pub(super) pending: Vec<Pending>,
}

impl Amounts {
    pub(super) fn new(currency: Currency, headers: Vec<String>) -> Self {
        Self {
            currency,
            scale: 10_i64.saturating_pow(currency.minor_digits()),
            proofs: vec![None; headers.len()],
            hints: vec![None; headers.len()],
            headers,
            pending: Vec::new(),
        }
    }

    /// Returns the currency of the org.
    pub(super) fn currency(&self) -> Currency {
        self.currency
    }

    /// Reads a cell that is nothing but digits, as most are.
    pub(super) fn read_plain(&self, cell: &[u8]) -> Option<Money> {
        digits_alone(cell).and_then(|major| major.checked_mul(self.scale)).map(Money::from_minor)
    }

    /// Reads any other cell.
    pub(super) fn read(&mut self, text: &str, column: usize, target: Target, spot: Spot) -> Amount {
        if let Some(plain) = self.read_plain(text.as_bytes()) {
            return Amount::Exact(plain);
        }
        let number = read(text, None);
        match number {
            Number::Plain { proves, .. } => see(&mut self.proofs, column, proves),
            Number::Ambiguous { suggests, .. } => see(&mut self.hints, column, suggests),
            Number::Negative | Number::None => {}
        }
        if matches!(number, Number::Ambiguous { .. }) {
            self.pending.push(Pending { target, column, spot, text: text.to_owned() });
            return Amount::Pending;
        }
        self.resolve(&number, text, column)
    }

    /// Reads a pending amount again, now that the whole column is known.
    pub(super) fn settle(&self, pending: &Pending) -> Amount {
        let of = |seen: &[Seen]| seen.get(pending.column).copied().flatten();
        let proof = of(&self.proofs).or(of(&self.hints)).and_then(Result::ok);
        self.resolve(&read(&pending.text, proof), &pending.text, pending.column)
    }

    fn resolve(&self, number: &Number, text: &str, column: usize) -> Amount {
        let (column, text) = (self.headers.get(column).cloned().unwrap_or_default(), text.to_owned());
        let other = match number {
            Number::Plain { beside, .. } | Number::Ambiguous { beside, .. } => {
                beside.other_than(self.currency)
            }
            Number::Negative | Number::None => None,
        };
        if let Some(found) = other {
            return Amount::Fault(self.other_currency(column, found));
        }
        Amount::Fault(match number {
            Number::Plain { digits, .. } => match self.currency.parse(digits) {
                Ok(money) => return Amount::Exact(money),
                Err(why) => ImportFault::Amount { column, why },
            },
            Number::Ambiguous { .. } => ImportFault::AmbiguousAmount { column, text },
            Number::Negative => ImportFault::NegativeAmount { column, text },
            Number::None => ImportFault::NotAnAmount { column, text },
        })
    }

    /// Makes the fault of an amount in another currency.
    pub(super) fn other_currency(&self, column: String, found: &str) -> ImportFault {
        let currency = self.currency.code().to_owned();
        ImportFault::OtherCurrency { column, found: found.to_owned(), currency }
    }
}

/// What the amounts of a column say of its convention; an error if they contradict each other.
type Seen = Option<Result<Decimal, ()>>;

/// Notes what one amount says of the convention of its column.
fn see(columns: &mut [Seen], column: usize, says: Option<Decimal>) {
    if let (Some(seen), Some(says)) = (columns.get_mut(column), says) {
        *seen = match seen {
            None => Some(Ok(says)),
            Some(Ok(known)) if *known == says => Some(Ok(says)),
            Some(_) => Some(Err(())),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amounts() -> Amounts {
        Amounts::new(Currency::from_code("EUR").unwrap(), vec!["a".into(), "b".into()])
    }

    fn spot() -> Spot {
        Spot { byte: 0, line: 2 }
    }

    fn euro(major: i64) -> Amount {
        Amount::Exact(Money::from_minor(100 * major))
    }

    #[test]
    fn a_column_explains_its_own_amounts_and_no_others() {
        let mut amounts = amounts();
        assert_eq!(amounts.read("85,250", 0, Target::Pay(0), spot()), Amount::Pending);
        assert_eq!(amounts.read("85,250", 1, Target::Pay(0), spot()), Amount::Pending);
        assert_eq!(amounts.read("1,000,000", 0, Target::Pay(1), spot()), euro(1_000_000));
        let settled: Vec<Amount> = amounts.pending.iter().map(|pending| amounts.settle(pending)).collect();
        let text = "85,250".to_owned();
        assert_eq!(settled[0], euro(85_250));
        assert_eq!(settled[1], Amount::Fault(ImportFault::AmbiguousAmount { column: "b".into(), text }));
    }

    #[test]
    fn round_thousands_explain_a_column_that_nothing_else_explains() {
        for (others, settled) in [
            (&["85,250"][..], euro(85_000)),
            (&["85,250", "1,5"], euro(85)),
            (&["1.5", "1,5"], Amount::Pending),
        ] {
            let mut amounts = amounts();
            amounts.read("85,000", 0, Target::Pay(0), spot());
            for other in others {
                amounts.read(other, 0, Target::Pay(1), spot());
            }
            let found = amounts.settle(&amounts.pending[0]);
            if settled == Amount::Pending {
                assert!(matches!(found, Amount::Fault(ImportFault::AmbiguousAmount { .. })), "{others:?}");
            } else {
                assert_eq!(found, settled, "{others:?}");
            }
        }
    }

    #[test]
    fn a_column_that_contradicts_itself_explains_nothing() {
        let mut amounts = amounts();
        amounts.read("1.5", 0, Target::Pay(0), spot());
        amounts.read("1,5", 0, Target::Pay(1), spot());
        amounts.read("1.523", 0, Target::Pay(2), spot());
        assert!(matches!(
            amounts.settle(&amounts.pending[0]),
            Amount::Fault(ImportFault::AmbiguousAmount { .. })
        ));
    }

    #[test]
    fn faults_say_what_is_wrong() {
        let fault = |text: &str| match amounts().read(text, 0, Target::Allocation(0), spot()) {
            Amount::Fault(fault) => fault.to_string(),
            other => panic!("{other:?}"),
        };
        assert_eq!(fault("lots"), "column `a`: `lots` is not an amount");
        assert_eq!(fault("-5"), "column `a`: `-5` is below zero");
        assert_eq!(fault("USD 5"), "column `a` holds an amount in USD, and the org counts in EUR");
        assert_eq!(fault("0.1234"), "column `a`: `0.1234` has more decimals than EUR takes: at most 2");
        assert!(fault("99999999999999999999").contains("out of the range of EUR"));
    }
}
