//! What a competent user writes in an afternoon: a heap of events, ids as text, a map for each window of spending.
#![expect(clippy::disallowed_types, reason = "it is the map that one takes; nothing of it is printed")]

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap, HashSet, VecDeque};

use bagan::simulate::{Distribution, DistributionError, Purpose, Sampler, Stream, Streams};

use crate::assumed::{AMOUNT, DAYS, FILL_DAYS, LEAVING, OTHER_WORK, PER_DAY, SERVICE, SPREAD};
use crate::team::{CHANNELS, Seat};

/// Minutes of a day.
const DAY: f64 = 1_440.0;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    Asks { channel: usize },
    Approves { seat: String },
    Leaves { seat: String },
    IsFilled { seat: String },
}

struct Ask {
    seat: String,
    amount: i64,
    at: f64,
}

/// What came out of a year.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Year {
    pub(crate) requests: u32,
    pub(crate) at_once: u32,
    pub(crate) after_approval: u32,
    pub(crate) waited: f64,
}

/// The distributions, made once.
pub(crate) struct Draws {
    amount: Sampler,
    service: Sampler,
    one: Sampler,
    fill: Sampler,
}

impl Draws {
    pub(crate) fn new() -> Result<Self, DistributionError> {
        Ok(Self {
            amount: Distribution::lognormal(AMOUNT, SPREAD)?.sampler(),
            service: Distribution::exponential(SERVICE / (1.0 - OTHER_WORK))?.sampler(),
            one: Distribution::exponential(1.0)?.sampler(),
            fill: Distribution::exponential(FILL_DAYS * DAY)?.sampler(),
        })
    }
}

struct Simulated<'s> {
    seats: HashMap<&'s str, &'s Seat>,
    draws: &'s Draws,
    all: &'s [Seat],
    random: Stream,
    events: BinaryHeap<Reverse<(u64, Event)>>,
    spent: HashMap<(String, &'static str, u64), i64>,
    vacant: HashSet<String>,
    desks: HashMap<String, VecDeque<Ask>>,
    year: Year,
    now: f64,
}

/// Simulates a year.
pub(crate) fn run(all: &[Seat], draws: &Draws, number: u64) -> Year {
    let seats = all.iter().map(|seat| (seat.id.as_str(), seat)).collect();
    let random = Streams::new(1).replication(number).stream(Purpose::Arrivals, "");
    let mut simulated = Simulated {
        seats,
        draws,
        all,
        random,
        events: BinaryHeap::new(),
        spent: HashMap::new(),
        vacant: HashSet::new(),
        desks: HashMap::new(),
        year: Year::default(),
        now: 0.0,
    };
    for channel in 0..CHANNELS.len() {
        simulated.next_ask(channel);
    }
    for seat in all {
        simulated.next_leave(&seat.id);
    }
    while let Some(Reverse((at, event))) = simulated.events.pop() {
        simulated.now = f64::from_bits(at);
        if DAYS as f64 * DAY <= simulated.now {
            break;
        }
        simulated.happen(event);
    }
    simulated.year
}

impl Simulated<'_> {
    fn after(&mut self, minutes: f64, event: Event) {
        // Of floats above 0, the bits are in their order.
        self.events.push(Reverse(((self.now + minutes).to_bits(), event)));
    }

    fn next_ask(&mut self, channel: usize) {
        let gap = self.draws.one.draw(&mut self.random) / (PER_DAY * 5.0 / 7.0) * DAY;
        self.after(gap, Event::Asks { channel });
    }

    fn next_leave(&mut self, seat: &str) {
        let gap = self.draws.one.draw(&mut self.random) / LEAVING * 365.25 * DAY;
        self.after(gap, Event::Leaves { seat: seat.to_owned() });
    }

    fn happen(&mut self, event: Event) {
        match event {
            Event::Asks { channel } => self.ask(channel),
            Event::Approves { seat } => self.approve(&seat),
            Event::Leaves { seat } => {
                self.vacant.insert(seat.clone());
                let gap = self.draws.fill.draw(&mut self.random);
                self.after(gap, Event::IsFilled { seat });
            }
            Event::IsFilled { seat } => {
                self.vacant.remove(&seat);
                self.next_leave(&seat);
            }
        }
    }

    fn ask(&mut self, channel: usize) {
        self.next_ask(channel);
        let amount = (self.draws.amount.draw(&mut self.random) as i64).max(1);
        let wanted = CHANNELS.get(channel).copied().unwrap_or_default();
        let askers: Vec<&Seat> = self
            .all
            .iter()
            .filter(|seat| seat.channels.contains(&wanted) && !self.vacant.contains(&seat.id))
            .collect();
        let place = (self.random.uniform() * askers.len() as f64) as usize;
        let Some(asker) = askers.get(place) else { return };
        self.year.requests += 1;
        let seat = asker.id.clone();
        let chain = self.chain(&seat);
        if chain.iter().all(|above| self.fits(above, amount)) {
            self.year.at_once += 1;
            self.spend(&chain, amount);
            return;
        }
        let at = self.now;
        let approver =
            chain.iter().skip(1).find(|above| self.fits(above, amount) && !self.vacant.contains(*above));
        if let Some(approver) = approver {
            let desk = self.desks.entry(approver.clone()).or_default();
            desk.push_back(Ask { seat, amount, at });
            if desk.len() == 1 {
                self.begin(&approver.clone());
            }
        }
    }

    fn begin(&mut self, seat: &str) {
        let minutes = self.draws.service.draw(&mut self.random);
        self.after(minutes, Event::Approves { seat: seat.to_owned() });
    }

    fn approve(&mut self, seat: &str) {
        let Some(desk) = self.desks.get_mut(seat) else { return };
        let Some(ask) = desk.pop_front() else { return };
        let is_more = !desk.is_empty();
        if is_more {
            self.begin(seat);
        }
        self.year.after_approval += 1;
        self.year.waited += self.now - ask.at;
        let chain = self.chain(&ask.seat);
        self.spend(&chain, ask.amount);
    }

    /// The seat and all above it.
    fn chain(&self, seat: &str) -> Vec<String> {
        let mut chain = vec![seat.to_owned()];
        let mut next = self.seats.get(seat).and_then(|seat| seat.manager);
        while let Some(above) = next.and_then(|place| self.all.get(place)) {
            chain.push(above.id.clone());
            next = above.manager;
        }
        chain
    }

    fn windows(&self) -> [(&'static str, u64); 4] {
        let day = (self.now / DAY) as u64;
        [("day", day), ("week", day / 7), ("month", day / 30), ("year", 0)]
    }

    fn fits(&self, seat: &str, amount: i64) -> bool {
        let Some(own) = self.seats.get(seat) else { return false };
        if own.transaction < amount {
            return false;
        }
        let limits = [own.day, own.week, own.month, own.amount];
        self.windows().iter().zip(limits).all(|((window, number), limit)| {
            let is_limited = own.manager.is_some() || *window == "year";
            let held = self.spent.get(&(seat.to_owned(), *window, *number)).copied().unwrap_or_default();
            !is_limited || held + amount <= limit
        })
    }

    fn spend(&mut self, chain: &[String], amount: i64) {
        for seat in chain {
            for (window, number) in self.windows() {
                *self.spent.entry((seat.clone(), window, number)).or_default() += amount;
            }
        }
    }
}
