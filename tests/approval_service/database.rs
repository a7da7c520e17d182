//! What is in the database in the end, read and counted without the service.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use bagan::{Action, Amount, Entry, Ledger, Org};
use rusqlite::Connection;

use crate::sender::Sender;

/// An empty folder for the files of a test.
pub(crate) fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("approval_service-{test}"));
    if folder.exists() {
        std::fs::remove_dir_all(&folder).unwrap();
    }
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Returns the entries of a database, which are numbered from 1, with keys that say what the entries say.
pub(crate) fn entries(database: &Path) -> Vec<Entry> {
    let connection = Connection::open(database).unwrap();
    let mut statement = connection.prepare("SELECT seq, key, json FROM entries ORDER BY seq").unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
    let rows = rows.map(|row| row.unwrap()).enumerate();
    rows.map(|(index, (seq, key, json)): (usize, (i64, String, String))| {
        let entry: Entry = serde_json::from_str(&json).unwrap();
        assert_eq!((seq, &key), (i64::try_from(index + 1).unwrap(), &entry.key));
        entry
    })
    .collect()
}

/// Checks that the database holds what the senders were told, no more and no less, and that nobody overspent.
pub(crate) fn check(org: Org, database: &Path, senders: &[&Sender]) {
    let rows = entries(database);
    let places: BTreeMap<&str, usize> =
        rows.iter().enumerate().map(|(index, entry)| (entry.key.as_str(), index)).collect();
    assert_eq!(places.len(), rows.len(), "a key is in two rows");

    let mut accepted = BTreeSet::new();
    for (entry, answer) in senders.iter().flat_map(|sender| sender.answered()) {
        let place = places.get(entry.key.as_str());
        assert_eq!(place.is_some(), answer.accepted, "{entry:?} was answered {answer:?}");
        let Some(&place) = place else { continue };
        assert!(accepted.insert(&entry.key) || 1 < senders.len());
        assert_eq!(rows[place], written(entry), "the row is what was sent");
        let version = u64::try_from(place + 1).unwrap();
        // Repeated, it is answered with the version of that moment.
        assert!(if answer.repeated {
            Some(version) <= answer.version
        } else {
            Some(version) == answer.version
        });
    }
    assert_eq!(accepted.len(), rows.len(), "a row that nobody was told of");
    check_ledger(org, &rows);
}

/// Returns an entry as the service writes it down: with its currency, if it has an amount.
fn written(entry: &Entry) -> Entry {
    let json = serde_json::to_string(&entry.clone().currency("IDR")).unwrap();
    serde_json::from_str(&json).unwrap()
}

/// Checks that the ledger that a restart makes is the one that decides each row, and agrees with a count by hand.
fn check_ledger(org: Org, rows: &[Entry]) {
    let replayed = Ledger::replay(org, rows).unwrap();
    let mut decided = replayed.fresh();
    for entry in rows {
        assert!(!decided.apply(entry).unwrap().repeated);
    }
    assert_eq!(replayed.state(), decided.state());

    let org = replayed.org();
    let balances = replayed.balances();
    for balance in &balances {
        let committed = org.currency().decimal(balance.used).to_string().parse::<i64>().unwrap()
            + org.currency().decimal(balance.reserved).to_string().parse::<i64>().unwrap();
        let path = balance.account.path().to_string();
        assert!(org.currency().major(committed).unwrap() <= balance.account.amount(), "{path} is overspent");
        if !path.contains("budget") {
            let holder = balance.account.holder().id();
            assert_eq!(committed, spent_by(rows, holder), "{path}");
        }
    }
}

/// Counts what a position has spent and set aside, in major units.
fn spent_by(rows: &[Entry], holder: &str) -> i64 {
    let whole = |amount: &Amount| if let Amount::Major(units) = amount { *units } else { panic!("{amount}") };
    let mut spent: BTreeMap<&str, i64> = BTreeMap::new();
    for entry in rows {
        match &entry.action {
            Action::Reserve { position, amount, .. } if position == holder => {
                spent.insert(&entry.key, whole(amount));
            }
            Action::Settle { reservation, amount, .. } => {
                spent.entry(reservation).and_modify(|spent| *spent = whole(amount));
            }
            Action::Release { reservation } => {
                spent.remove(reservation.as_str());
            }
            _ => {}
        }
    }
    spent.values().sum()
}
