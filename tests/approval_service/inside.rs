//! What can only be seen from within: a database that fails, and other hands in it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use bagan::{Date, Entry, Ledger, LedgerError, Money, Org, OrgBuilder, parse_date};
use rusqlite::{Connection, TransactionBehavior};

use crate::database;
use crate::error::ServiceError;
use crate::service::Service;

fn org(day: i64) -> Org {
    let mut org = OrgBuilder::new("Warung Digital", "IDR");
    org.channel("social", "Social");
    org.position("dmm", "digital-marketing-manager").holder("rina").budget(1_000);
    org.position("social", "specialist").holder("budi").reports_to("dmm").channels(["social"]);
    org.delegation("dmm", "social", 500).day(day);
    org.build().unwrap()
}

fn today() -> Date {
    parse_date("2026-07-01").unwrap()
}

fn entry(key: &str, amount: i64) -> Entry {
    Entry::reserve(key, today(), "social", "social", amount)
}

fn spend(test: &str) -> PathBuf {
    database::folder(test).join("spend.sqlite")
}

fn version(service: &Service) -> u64 {
    service.read(Ledger::version).unwrap()
}

fn execute(database: &Path, sql: &str) {
    Connection::open(database).unwrap().execute_batch(sql).unwrap();
}

#[test]
fn an_entry_that_the_database_does_not_take_is_not_in_the_ledger() {
    let database = spend("fails");
    let service = Service::start(org(80), &database).unwrap();
    execute(
        &database,
        "CREATE TRIGGER full BEFORE INSERT ON entries BEGIN SELECT RAISE(ABORT, 'disk full'); END",
    );
    let failed = service.post(&entry("a", 50));
    assert!(matches!(failed, Err(ServiceError::Database(_))), "{failed:?}");
    assert_eq!(version(&service), 0);

    execute(&database, "DROP TRIGGER full");
    let answer = service.post(&entry("b", 50)).unwrap();
    assert!(answer.verdict.is_ok(), "the 50 of `a` are still there to spend");
    assert_eq!((answer.version, database::entries(&database).len()), (1, 1));
}

#[test]
fn an_amount_that_was_computed_is_written_in_major_units() {
    let database = spend("computed");
    let service = Service::start(org(80), &database).unwrap();
    let computed = Entry::reserve("a", today(), "social", "social", Money::from_minor(5_050));
    service.post(&computed).unwrap().verdict.unwrap();
    let decimal = Entry::reserve("a", today(), "social", "social", "50.50").currency("IDR");
    assert_eq!(database::entries(&database), [decimal]);
    assert!(service.post(&computed).unwrap().verdict.unwrap().repeated);
}

#[test]
fn a_service_sees_what_another_one_wrote() {
    let database = spend("others");
    let [one, two] = [(); 2].map(|()| Service::start(org(80), &database).unwrap());
    assert!(!one.post(&entry("a", 50)).unwrap().verdict.unwrap().repeated);
    assert_eq!(version(&two), 1);
    assert!(two.post(&entry("a", 50)).unwrap().verdict.unwrap().repeated);
    assert!(two.post(&entry("b", 50)).unwrap().verdict.is_err(), "30 are left today");
    assert!(matches!(two.post(&entry("a", 51)).unwrap().verdict, Err(LedgerError::KeyReused { .. })));
    assert_eq!(database::entries(&database).len(), 1);
}

#[test]
fn what_another_org_file_allowed_counts_all_the_same() {
    let database = spend("org-files");
    let (old, new) =
        (Service::start(org(80), &database).unwrap(), Service::start(org(60), &database).unwrap());
    old.post(&entry("a", 70)).unwrap().verdict.unwrap();
    assert!(new.post(&entry("a", 70)).unwrap().verdict.unwrap().repeated);
    assert!(new.post(&entry("b", 1)).unwrap().verdict.is_err());
    assert!(old.post(&entry("b", 10)).unwrap().verdict.is_ok());
    let states = [&old, &new].map(|service| service.read(Ledger::state).unwrap());
    assert_eq!(states[0], states[1]);
}

#[test]
fn a_row_that_is_missing_or_no_entry_stops_the_start() {
    let database = spend("rows");
    let service = Service::start(org(80), &database).unwrap();
    for key in ["a", "b"] {
        service.post(&entry(key, 10)).unwrap().verdict.unwrap();
    }
    execute(&database, "DELETE FROM entries WHERE seq = 1");
    let started = Service::start(org(80), &database).map(|_| ()).unwrap_err();
    assert_eq!(started.to_string(), "the database has a row 2 where the ledger is at version 0");
    execute(&database, "INSERT INTO entries VALUES (1, 'a', '{}')");
    let started = Service::start(org(80), &database).map(|_| ()).unwrap_err();
    assert!(started.to_string().starts_with("row 1 of the database is no entry: "), "{started}");
}

#[test]
fn a_start_on_a_new_database_waits_for_whoever_writes_there() {
    let database = spend("start");
    let mut other = Connection::open(&database).unwrap();
    let writing = other.transaction_with_behavior(TransactionBehavior::Immediate).unwrap();
    std::thread::scope(|scope| {
        let started = scope.spawn(|| Service::start(org(80), &database).map(|_| ()));
        std::thread::sleep(Duration::from_millis(100));
        writing.commit().unwrap();
        started.join().unwrap().unwrap();
    });
}
