//! What is shown without arguments: two desks that spend at the same time, and a restart.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};

use bagan::{CalendarError, Entry, Ledger, parse_date};

use crate::error::ServiceError;
use crate::service::Service;

/// Positions with the channel on which they spend. Their accounts are cut from one budget.
const DESKS: [(&str, &str); 2] = [("paid-search", "paid-search"), ("paid-social", "paid-social")];

/// What became of entries.
#[derive(Debug, Default)]
struct Tally {
    accepted: u64,
    repeated: u64,
    refused: BTreeMap<&'static str, u64>,
}

/// A folder of this process, which goes when this does.
#[derive(Debug)]
struct Folder(PathBuf);

pub(crate) fn run() -> Result<(), Box<dyn Error>> {
    let folder = Folder::new()?;
    let start = || -> Result<Service, Box<dyn Error>> {
        let org = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/orgs/nusantara.toml");
        Ok(Service::start(crate::read_org(Path::new(org))?, &folder.0.join("spend.sqlite"))?)
    };

    let service = start()?;
    let desks = [entries(DESKS[0])?, entries(DESKS[1])?];
    let tally = post_at_once(&service, &desks)?;
    let posted = desks.iter().flatten().count();
    println!("{posted} entries, posted by two desks at once:");
    println!("{:5} accepted", tally.accepted);
    println!("{:5} repeated, without effect", tally.repeated);
    for (reason, count) in &tally.refused {
        println!("{count:5} refused: {reason}");
    }

    // All that was in memory goes. (A process that is killed in the middle of a commit is for the test to show.)
    let state = service.read(Ledger::state)?;
    drop(service);
    let service = start()?;
    let found = service.read(Ledger::state)?;
    println!("\nversion {} before the restart, {} after", state.version, found.version);
    assert_eq!(state.version, tally.accepted, "the ledger has what was accepted, and nothing else");
    assert_eq!(state, found, "the same state is made of the database");
    println!("the state is the same, with {} open reservations", found.open.len());

    let first = desks.iter().flatten().next().ok_or("the desks have no entries")?;
    let answer = service.post(first)?;
    assert!(answer.verdict?.repeated, "what was accepted before a restart is known after it");
    println!("`{}`, sent once more, is answered as repeated", first.key);
    Ok(())
}

/// Returns what a desk posts in four days. It minds its limits too little, and some messages are sent twice.
fn entries((position, channel): (&str, &str)) -> Result<Vec<Entry>, CalendarError> {
    let mut entries = Vec::new();
    for number in 0..100_i64 {
        let date = parse_date(&format!("2026-07-{:02}", 1 + number / 25))?;
        let key = format!("{position}-{number}");
        let amount = 400_000 + number * 379_000 % 1_900_000;
        let reserve = Entry::reserve(&key, date, position, channel, amount);
        if number % 10 == 0 {
            entries.push(reserve.clone());
        }
        entries.push(reserve);
        match number % 4 {
            0 | 1 => entries.push(Entry::settle(&format!("{key}-invoice"), date, &key, amount * 9 / 10)),
            2 => entries.push(Entry::release(&format!("{key}-cancelled"), date, &key)),
            _ => {} // It stays open.
        }
    }
    Ok(entries)
}

/// Posts each list from a thread of its own.
fn post_at_once(service: &Service, desks: &[Vec<Entry>]) -> Result<Tally, Box<dyn Error>> {
    std::thread::scope(|scope| {
        let threads: Vec<_> =
            desks.iter().map(|entries| scope.spawn(|| post_all(service, entries))).collect();
        let mut total = Tally::default();
        for thread in threads {
            total.add(thread.join().map_err(|_| "a desk panicked")??);
        }
        Ok(total)
    })
}

fn post_all(service: &Service, entries: &[Entry]) -> Result<Tally, ServiceError> {
    let mut tally = Tally::default();
    for entry in entries {
        match service.post(entry)?.verdict {
            Ok(receipt) if receipt.repeated => tally.repeated += 1,
            Ok(_) => tally.accepted += 1,
            Err(refusal) => *tally.refused.entry(refusal.code()).or_default() += 1,
        }
    }
    Ok(tally)
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.accepted += other.accepted;
        self.repeated += other.repeated;
        for (reason, count) in other.refused {
            *self.refused.entry(reason).or_default() += count;
        }
    }
}

impl Folder {
    fn new() -> std::io::Result<Self> {
        let path = std::env::temp_dir().join(format!("bagan-approval-service-{}", std::process::id()));
        std::fs::create_dir(&path)?;
        Ok(Self(path))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // There is nobody left to tell; the system clears its temporary folder.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
