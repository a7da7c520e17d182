//! One long run: ten million entries over a hundred thousand positions, against plain counters.
//!
//! The counters are the test's own: what is committed in each window and year of each account, kept entry by entry,
//! and where each account is cut from, known from how the org was made. From them follows what the ledger must say of
//! each entry; it is asked nothing but that, and every million entries what it holds.

#![expect(
    clippy::disallowed_types,
    clippy::iter_over_hash_type,
    reason = "counters of millions of windows, which are compared in any order"
)]

use std::collections::{BTreeMap, HashMap};
use std::time::{Duration, Instant};

use bagan::{Account, AccountRef, Date, Entry, Interval, Ledger, Money, Org, OrgBuilder, Window};

/// Each position has so many reports.
const SPAN: usize = 10;
/// 1 + 10 + 100 + … + 100,000.
const POSITIONS: usize = 111_111;
const ENTRIES: usize = 10_000_000;
const DAYS: usize = 730;

/// Numbers that look random and are the same in every run (`SplitMix64`).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(bound).unwrap()).unwrap()
    }

    fn amount(&mut self, most: i64) -> i64 {
        i64::try_from(self.below(usize::try_from(most).unwrap())).unwrap() + 1
    }
}

/// The account of one position: the budget at the top, elsewhere the one delegation from its manager.
struct Purse {
    amount: i64,
    limits: [Option<i64>; 4],
    moved: [i64; 2],
    committed: [i64; 2],
}

/// A reservation that is open.
struct Open {
    key: String,
    position: usize,
    day: usize,
    amount: i64,
}

struct Run {
    ledger: Ledger,
    purses: Vec<Purse>,
    /// What windows hold: by position, window and the first day in it.
    windows: HashMap<(u32, u8, u16), i64>,
    days: Vec<Date>,
    /// The first day of the week, the month and the year that holds a day.
    starts: Vec<[u16; 3]>,
    open: Vec<Open>,
    outcomes: BTreeMap<&'static str, u64>,
}

fn id(position: usize) -> String {
    format!("p{position}")
}

fn above(position: usize) -> Option<usize> {
    position.checked_sub(1).map(|below| below / SPAN)
}

/// From a position up to the top.
fn path(position: usize) -> impl Iterator<Item = usize> {
    std::iter::successors(Some(position), |position| above(*position))
}

fn build(numbers: &mut Numbers) -> (Org, Vec<Purse>) {
    let mut org = OrgBuilder::new("Large", "JPY");
    org.channel("seo", "");
    let mut purses: Vec<Purse> = Vec::with_capacity(POSITIONS);
    let mut shares: Vec<i64> = Vec::with_capacity(POSITIONS);
    for position in 0..POSITIONS {
        let draft = org.position(&id(position), "other").holder(&format!("h{position}")).channels(["seo"]);
        let share = match above(position) {
            None => 1_000_000_000_000,
            Some(above) => shares[above] / 24 * numbers.amount(4) + 10_000,
        };
        // One account of twenty runs out long before those below it, which were promised more than there is.
        let amount = if position != 0 && numbers.below(20) == 0 { share / 12 } else { share };
        shares.push(share);
        match above(position) {
            None => draft.budget(amount),
            Some(above) => draft.reports_to(&id(above)),
        };
        // A budget has no limits; a third of the others leaves each of theirs out.
        let mut limit = |part: i64| (position != 0 && numbers.below(3) != 0).then_some(amount / part + 50);
        let limits = [limit(60), limit(40), limit(25), limit(12)];
        purses.push(Purse { amount, limits, moved: [0; 2], committed: [0; 2] });
    }
    for (position, purse) in purses.iter().enumerate().skip(1) {
        let mut draft = org.delegation(&id((position - 1) / SPAN), &id(position), purse.amount);
        for (window, limit) in Window::ALL.iter().zip(purse.limits) {
            if let Some(limit) = limit {
                draft = draft.limit(*window, limit);
            }
        }
    }
    (org.build().unwrap(), purses)
}

impl Run {
    fn new(numbers: &mut Numbers) -> Self {
        let (org, purses) = build(numbers);
        let first = Date::new(2026, 1, 1).unwrap();
        let date = |day: usize| {
            first.checked_add(Duration::from_secs(86_400 * u64::try_from(day).unwrap())).unwrap()
        };
        let days: Vec<Date> = (0..DAYS).map(date).collect();
        let mut starts: Vec<[u16; 3]> = Vec::new();
        for (number, day) in days.iter().enumerate() {
            let number = u16::try_from(number).unwrap();
            let [week, month, _] = starts.last().copied().unwrap_or_default();
            // 1 January 2026 is a Thursday: four days later a week begins.
            let week = if (number + 3) % 7 == 0 { number } else { week };
            let month = if day.day() == 1 { number } else { month };
            starts.push([week, month, u16::from(365 <= number)]);
        }
        let (ledger, windows) = (Ledger::new(org), HashMap::new());
        Self { ledger, purses, windows, days, starts, open: Vec::new(), outcomes: BTreeMap::new() }
    }

    fn keys(&self, position: usize, day: usize) -> [(u32, u8, u16); 3] {
        let position = u32::try_from(position).unwrap();
        let [week, month, _] = self.starts[day];
        [(position, 0, u16::try_from(day).unwrap()), (position, 1, week), (position, 2, month)]
    }

    /// What the ledger must say to a spend that adds `extra` to what is counted.
    fn expected(&self, position: usize, day: usize, amount: i64, extra: i64) -> &'static str {
        let year = usize::from(self.starts[day][2]);
        let mut found: Option<&'static str> = None;
        let mut exhausted = false;
        for at in path(position) {
            let purse = &self.purses[at];
            let held = self.keys(at, day).map(|key| self.windows.get(&key).copied().unwrap_or(0));
            let asked = [amount, held[0] + extra, held[1] + extra, held[2] + extra];
            let codes = ["transaction-limit", "day-limit", "week-limit", "month-limit"];
            for ((limit, asked), code) in purse.limits.iter().zip(asked).zip(codes) {
                if limit.is_some_and(|limit| limit < asked) {
                    // The first in the order of the tests, of whichever account.
                    let earlier = |known: &&str| codes.iter().position(|one| one == known);
                    let this = codes.iter().position(|one| *one == code);
                    found = if found.as_ref().and_then(earlier).is_none_or(|known| this < Some(known)) {
                        Some(code)
                    } else {
                        found
                    };
                }
            }
            exhausted |= purse.amount + purse.moved[year] - purse.committed[year] < extra;
        }
        found.unwrap_or(if exhausted { "account-exhausted" } else { "accepted" })
    }

    fn charge(&mut self, position: usize, day: usize, amount: i64) {
        let year = usize::from(self.starts[day][2]);
        for at in path(position) {
            self.purses[at].committed[year] += amount;
            for key in self.keys(at, day) {
                *self.windows.entry(key).or_default() += amount;
            }
        }
    }

    /// Applies an entry, and asserts what the ledger says of it.
    fn apply(&mut self, entry: &Entry, expected: &'static str) -> bool {
        let before = self.ledger.version();
        let said = match self.ledger.apply(entry) {
            Ok(receipt) if receipt.repeated => "repeated",
            Ok(_) => "accepted",
            Err(error) => error.code(),
        };
        assert_eq!(said, expected, "{entry:?}");
        assert_eq!(self.ledger.version(), before + u64::from(said == "accepted"));
        *self.outcomes.entry(said).or_default() += 1;
        said == "accepted"
    }

    fn reserve(&mut self, number: usize, day: usize, numbers: &mut Numbers) {
        let position = numbers.below(POSITIONS);
        // Some ask for more than any limit allows.
        let most = self.purses[position].amount / if numbers.below(12) == 0 { 20 } else { 80 } + 30;
        let amount = numbers.amount(most);
        let key = format!("{number}");
        let entry = Entry::reserve(&key, self.days[day], &id(position), "seo", amount);
        let expected = self.expected(position, day, amount, amount);
        if self.apply(&entry, expected) {
            self.charge(position, day, amount);
            self.open.push(Open { key, position, day, amount });
            if number.is_multiple_of(50) {
                self.apply(&entry, "repeated");
            }
        }
    }

    fn close(&mut self, number: usize, day: usize, numbers: &mut Numbers) {
        if self.open.is_empty() {
            return;
        }
        let place = numbers.below(self.open.len());
        let Open { key, position, day: reserved_on, amount } = self.open.swap_remove(place);
        let own = format!("{number}");
        if numbers.below(4) == 0 {
            self.apply(&Entry::release(&own, self.days[day], &key), "accepted");
            self.charge(position, reserved_on, -amount);
            return;
        }
        // Mostly less than was reserved, now and then more.
        let spent =
            if numbers.below(10) == 0 { amount + numbers.amount(amount) } else { numbers.amount(amount) };
        let extra = spent - amount;
        let expected =
            if 0 < extra { self.expected(position, reserved_on, spent, extra) } else { "accepted" };
        if self.apply(&Entry::settle(&own, self.days[day], &key, spent), expected) {
            self.charge(position, reserved_on, extra);
        } else {
            self.open.push(Open { key, position, day: reserved_on, amount });
        }
    }

    /// Moves money from one report of a manager to another.
    fn transfer(&mut self, number: usize, day: usize, numbers: &mut Numbers) {
        let manager = numbers.below((POSITIONS - 1) / SPAN);
        let (from, to) = (manager * SPAN + 1 + numbers.below(SPAN), manager * SPAN + 1 + numbers.below(SPAN));
        let year = usize::from(self.starts[day][2]);
        let left = |purse: &Purse| purse.amount + purse.moved[year] - purse.committed[year];
        let amount = numbers.amount(self.purses[from].amount / 50 + 1);
        let expected = if from == to {
            "nothing-to-move"
        } else if left(&self.purses[from]) < amount {
            "account-exhausted"
        } else {
            "accepted"
        };
        let (source, target) = (AccountRef::general(&id(from)), AccountRef::general(&id(to)));
        let entry =
            Entry::transfer(&format!("{number}"), self.days[day], source, target, amount, &id(manager));
        if self.apply(&entry, expected) {
            self.purses[from].moved[year] -= amount;
            self.purses[to].moved[year] += amount;
        }
    }

    /// Asserts that every account holds what the counters say.
    fn assert_holds(&self) {
        let org = self.ledger.org();
        assert_eq!(self.ledger.open_reservations().count(), self.open.len());
        for (position, purse) in self.purses.iter().enumerate() {
            let view = org.position(&id(position)).unwrap();
            let account = view.received().next().map_or(Account::Budget(view), Account::Delegation);
            for year in 0..2 {
                let balance = self.ledger.balance(account, self.days[400 * year]).unwrap();
                let committed = balance.used.minor() + balance.reserved.minor();
                assert_eq!((committed, balance.moved.minor()), (purse.committed[year], purse.moved[year]));
                assert!(Money::ZERO <= balance.remaining, "I1: {} is overspent", id(position));
            }
        }
        for ((position, window, first), held) in &self.windows {
            // Of a window in some hundred.
            if (u32::from(*first) + position) % 101 != 0 {
                continue;
            }
            let view = org.position(&id(usize::try_from(*position).unwrap())).unwrap();
            let account = view.received().next().map_or(Account::Budget(view), Account::Delegation);
            let window = [Window::Day, Window::Week, Window::Month][usize::from(*window)];
            let days: Interval = org.calendar().window(window, self.days[usize::from(*first)]).unwrap();
            assert_eq!(self.ledger.committed(account, days).minor(), *held);
            assert!(
                account.limit(window).is_none_or(|limit| *held <= limit.minor()),
                "I1: no approvals here"
            );
        }
    }
}

/// Takes two minutes in a release build: too long for each change. Run it with
/// `cargo test --release --test authority -- --ignored long_run --nocapture`.
#[test]
#[ignore = "ten million entries take minutes; run by hand, in release"]
fn long_run() {
    let mut numbers = Numbers(20_260_701);
    let began = Instant::now();
    let mut run = Run::new(&mut numbers);
    println!("{POSITIONS} positions built in {:.1?}", began.elapsed());
    let began = Instant::now();
    for number in 0..ENTRIES {
        // The days go by; one entry of ten comes out of order.
        let today = number * DAYS / ENTRIES;
        let day = if numbers.below(10) == 0 { numbers.below(today + 1) } else { today };
        match numbers.below(20) {
            0..=11 => run.reserve(number, day, &mut numbers),
            12..=18 => run.close(number, day, &mut numbers),
            _ => run.transfer(number, day, &mut numbers),
        }
        if (number + 1) % 1_000_000 == 0 {
            run.assert_holds();
            println!("{} entries in {:.1?}", number + 1, began.elapsed());
        }
    }
    println!("accepted {}, of which {} are open", run.ledger.version(), run.open.len());
    for (outcome, count) in &run.outcomes {
        println!("{outcome:>20} {count:>9}");
    }
}
