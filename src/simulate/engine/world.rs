//! The state of a design while a year goes by, and the loop that takes what comes next.

use crate::authority::Ledger;
use crate::calendar::Day;
use crate::money::Money;
use crate::org::PositionIx;
use crate::simulate::engine::agenda::Agenda;
use crate::simulate::engine::arrivals::{Arrivals, day_start};
use crate::simulate::engine::careers::Search;
use crate::simulate::engine::desk::{Desk, JobIx};
use crate::simulate::engine::hours::DAY;
use crate::simulate::engine::judging::Quality;
use crate::simulate::engine::plan::Plan;
use crate::simulate::engine::staff::Staff;
use crate::simulate::engine::tally::Tally;
use crate::simulate::engine::trace::Trace;
use crate::simulate::purpose::Purpose;
use crate::simulate::streams::{Replication, Stream};

/// What is to happen to one position, or to one request.
#[derive(Debug, Clone, Copy)]
pub(super) enum Event {
    /// A request is done at a desk, if it was not laid down since.
    Done { desk: PositionIx, job: JobIx, token: u32 },
    /// What happens to whoever sits in a seat, if that is still the same person.
    Staff { seat: PositionIx, epoch: u32, what: Change },
    /// A stand-in begins or ends for somebody who asks at a source.
    StandIn { source: usize },
}

/// A change in who is in a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    GoesAway,
    ComesBack,
    Leaves,
    /// An empty seat is to be taken by somebody within.
    IsOffered,
    /// Somebody comes from outside.
    IsFilled,
}

/// What somebody asks for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ask {
    pub(super) source: usize,
    pub(super) asker: PositionIx,
    pub(super) amount: Money,
    pub(super) quality: Quality,
}

/// A request that waits for approvals.
#[derive(Debug, Clone)]
pub(super) struct Job {
    pub(super) source: usize,
    /// Which of the requests that came at the source it is: the same in every design.
    pub(super) number: u64,
    pub(super) asker: PositionIx,
    pub(super) amount: Money,
    pub(super) quality: Quality,
    /// What will be served, as a multiple of the amount; none where it is the amount.
    pub(super) multiple: Option<f64>,
    /// How many have judged it.
    pub(super) judged: u32,
    pub(super) arrived: f64,
    /// The desk at which it is, and since when.
    pub(super) desk: PositionIx,
    pub(super) at_desk: f64,
    pub(super) approvals: Vec<PositionIx>,
    /// The desks that rejected it.
    pub(super) rejections: Vec<PositionIx>,
    /// The last desk of the reporting line that passed it on without approving it.
    pub(super) passed: Option<PositionIx>,
    /// Whether the desk at which it is may approve it, or passes it on.
    pub(super) stage: Stage,
}

impl Job {
    /// Takes what is asked for, the number of the request and what will be served of it, and the moment at which it is made.
    pub(super) fn new(ask: Ask, (number, multiple): (u64, Option<f64>), now: f64) -> Self {
        let Ask { source, asker, amount, quality } = ask;
        Self {
            source,
            number,
            asker,
            amount,
            quality,
            multiple,
            judged: 0,
            arrived: now,
            desk: asker,
            at_desk: now,
            approvals: Vec::new(),
            rejections: Vec::new(),
            passed: None,
            stage: Stage::Approves,
        }
    }

    pub(super) fn ask(&self) -> Ask {
        let Self { source, asker, amount, quality, .. } = *self;
        Ask { source, asker, amount, quality }
    }
}

/// What the desk at which a request is does with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    Approves,
    PassesOn,
}

/// Whether somebody is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::simulate) enum Presence {
    #[default]
    Present,
    Away,
    Vacant,
}

/// By what right somebody is in a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Tenure {
    #[default]
    Holds,
    /// Does the job of a vacant seat, which costs no pay of its own.
    Acts,
}

/// A seat while a year goes by.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sitting {
    pub(super) presence: Presence,
    /// Counts who has sat there, so that what was to happen to one does not happen to the next.
    pub(super) epoch: u32,
    /// Since when it is as it is.
    pub(super) since: f64,
    pub(super) tenure: Tenure,
    /// The chain of moves by which whoever sits there came, or fell empty; 0 for none.
    pub(super) chain: u64,
    /// When whoever sits there has learnt the job.
    pub(super) settled: f64,
    pub(super) search: Search,
}

/// One source while a year goes by.
#[derive(Debug)]
pub(super) struct Flow {
    pub(super) arrivals: Arrivals,
    pub(super) times: Stream,
    pub(super) amounts: Stream,
    /// How many requests have come.
    pub(super) number: u64,
    /// Where some requests are bad, and where something else is served than was asked for.
    pub(super) qualities: Option<Box<Stream>>,
    pub(super) deliveries: Option<Box<Stream>>,
    /// The places of the askers who are there.
    pub(super) present: Vec<usize>,
    /// Since when nobody is, if so.
    pub(super) uncovered_since: f64,
}

/// The state of a design at a moment, in minutes from the beginning of the first day.
#[derive(Debug)]
pub(in crate::simulate) struct World<'p> {
    pub(super) plan: &'p Plan,
    pub(super) ledger: Ledger,
    pub(super) now: f64,
    pub(super) end: f64,
    /// When those that wait half-way are counted; infinite once they are.
    halfway: f64,
    pub(super) streams: Replication,
    pub(super) agenda: Agenda<Event>,
    /// By source: when the next request comes. Apart from the rest, for it is looked through for each event.
    pub(super) next: Vec<f64>,
    pub(super) flows: Vec<Flow>,
    pub(super) seats: Vec<Sitting>,
    /// The streams of the comings and goings in each seat that has had any.
    pub(super) staff: Vec<Option<Staff>>,
    /// How many chains of moves have begun.
    pub(super) chains: u64,
    pub(super) desks: Vec<Desk>,
    pub(super) jobs: Vec<Job>,
    pub(super) free: Vec<JobIx>,
    pub(super) tokens: u32,
    pub(super) tally: Tally,
    /// The year day by day, where it is asked for.
    pub(super) trace: Option<Box<Trace>>,
    /// The end of the day that is to be noted next; never where none is.
    pub(super) evening: f64,
}

impl<'p> World<'p> {
    /// Makes room for a design; nothing has happened yet.
    pub(in crate::simulate) fn new(plan: &'p Plan, streams: Replication) -> Self {
        Self {
            plan,
            ledger: plan.ledger.fresh(),
            now: 0.0,
            end: day_start(plan.days.len()),
            halfway: plan.halfway(),
            streams,
            agenda: Agenda::new(),
            next: Vec::with_capacity(plan.sources.len()),
            flows: Vec::with_capacity(plan.sources.len()),
            seats: Vec::new(),
            staff: Vec::new(),
            chains: 0,
            desks: plan.seats.iter().map(|_| Desk::default()).collect(),
            jobs: Vec::new(),
            free: Vec::new(),
            tokens: 0,
            tally: Tally::new(plan),
            trace: None,
            evening: f64::INFINITY,
        }
    }

    /// Goes through one year with the streams of a replication, and returns what happened.
    pub(in crate::simulate) fn run(&mut self, streams: Replication) -> &Tally {
        self.begin(streams);
        loop {
            let (source, arrival) = self.next_arrival();
            let event = self.agenda.next_at();
            let next = arrival.min(event);
            if self.evening <= next {
                self.note_evenings(next);
            }
            if self.halfway <= next {
                self.halfway = f64::INFINITY;
                self.tally.halfway(self.desks.iter().map(Desk::len).sum());
            }
            if self.end <= next {
                break;
            }
            if arrival <= event {
                self.now = arrival;
                self.arrive(source);
            } else if let Some((at, event)) = self.agenda.next() {
                self.now = at;
                self.happen(event);
            }
        }
        self.now = self.end;
        self.close();
        &self.tally
    }

    /// Puts everything as it is on the first morning.
    fn begin(&mut self, streams: Replication) {
        self.streams = streams;
        self.now = 0.0;
        self.halfway = self.plan.halfway();
        self.ledger = self.plan.ledger.fresh();
        self.agenda.clear();
        self.desks.iter_mut().for_each(Desk::clear);
        self.jobs.clear();
        self.free.clear();
        self.tally.clear();
        self.seat_everybody();
        self.flows.clear();
        self.next.clear();
        for source in &self.plan.sources {
            let id = source.id.as_str();
            let mut flow = Flow {
                arrivals: Arrivals::default(),
                times: self.streams.stream(Purpose::Arrivals, id),
                amounts: self.streams.stream(Purpose::Amounts, id),
                number: 0,
                qualities: (0.0 < source.bad_share).then(|| Box::new(streams.stream(Purpose::Quality, id))),
                deliveries: source.delivery.as_ref().map(|_| Box::new(streams.stream(Purpose::Delivery, id))),
                present: Vec::new(),
                uncovered_since: 0.0,
            };
            self.next.push(flow.arrivals.next(&source.pattern, &mut flow.times));
            self.flows.push(flow);
        }
        for source in 0..self.flows.len() {
            self.count_present(source);
        }
        for &(at, source) in &self.plan.stand_in_days {
            self.agenda.note(at, Event::StandIn { source });
        }
    }

    fn next_arrival(&self) -> (usize, f64) {
        let mut next = (0, f64::INFINITY);
        for (source, at) in self.next.iter().enumerate() {
            if *at < next.1 {
                next = (source, *at);
            }
        }
        next
    }

    fn happen(&mut self, event: Event) {
        match event {
            Event::Done { desk, job, token } => self.done(desk, job, token),
            Event::Staff { seat, epoch, what } => self.change(seat, epoch, what),
            Event::StandIn { source } => {
                self.count_uncovered(source);
                self.count_present(source);
            }
        }
    }

    /// Counts what is still open at the end.
    fn close(&mut self) {
        for source in 0..self.flows.len() {
            self.count_uncovered(source);
        }
        for seat in 0..self.seats.len() {
            self.count_absence(PositionIx::new(seat));
        }
        for position in 0..self.desks.len() {
            let waiting = self.desks.get(position).map_or(0, Desk::len);
            self.tally.still_waiting(waiting);
        }
        let ledger = &self.ledger;
        self.tally.money(self.plan, ledger);
    }

    /// Returns the day on which it is.
    pub(super) fn today(&self) -> Option<Day> {
        self.plan.days.get(self.day()).copied()
    }

    /// Returns the place of the day on which it is.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a day of the simulation")]
    fn day(&self) -> usize {
        (self.now / DAY) as usize
    }

    /// Returns whether what happens now counts: the warm-up is over, or every day is noted.
    pub(super) fn counts(&self) -> bool {
        self.plan.warm_up_days <= self.day() || self.trace.is_some()
    }

    pub(super) fn is_present(&self, position: PositionIx) -> bool {
        self.seats.get(position.index()).is_some_and(|seat| seat.presence == Presence::Present)
    }
}
