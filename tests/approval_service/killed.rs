//! One service, killed again and again.

use std::path::{Path, PathBuf};
use std::time::Duration;

use bagan::{Entry, Org, parse_date};

use crate::process::Process;
use crate::sender::Sender;
use crate::{Chance, database};

const KILLS: usize = 60;

/// How many entries a process is sent.
const AT_ONCE: usize = 24;

/// Three desks that reserve, settle, release, and now and then ask for too much.
///
/// They are more than all the processes together can answer before they are killed.
fn entries(chance: &mut Chance) -> Vec<Entry> {
    let desks = [("paid-search", "paid-search"), ("paid-social", "paid-social"), ("crm-lead", "email")];
    let mut entries = Vec::new();
    let mut open = Vec::new();
    for number in 0..(KILLS + 1) * AT_ONCE {
        let date = parse_date(&format!("2026-07-{:02}", 1 + number / 60)).unwrap();
        let key = format!("entry-{number}");
        match chance.below(4) {
            0 | 1 => {
                let (position, channel) = desks[chance.below(desks.len())];
                let amount = 1_000 * i64::try_from(1 + chance.below(3_000)).unwrap();
                entries.push(Entry::reserve(&key, date, position, channel, amount));
                open.push((key, amount));
            }
            kind => {
                let (of, amount) = match open.len() {
                    0 => ("entry-0".to_owned(), 1),
                    more => open.swap_remove(chance.below(more)),
                };
                let settle = Entry::settle(&key, date, &of, amount - 500);
                entries.push(if kind == 2 { settle } else { Entry::release(&key, date, &of) });
            }
        }
    }
    entries
}

#[test]
fn a_service_that_is_killed_loses_nothing_and_does_nothing_twice() {
    let org = org_file();
    let spend = database::folder("killed").join("spend.sqlite");
    let mut chance = Chance(1);
    let mut sender = Sender::new(entries(&mut chance));

    while sender.kills < KILLS {
        let mut process = Process::start(&org, &spend);
        // What was answered is sent again, too: the sender may have crashed before it wrote the answer down.
        for _ in 0..chance.below(4).min(sender.next()) {
            let known = chance.below(sender.next());
            // What was refused would be a new request.
            if sender.answers[known].as_ref().is_some_and(|answer| answer.accepted) {
                sender.send_one(&mut process, known);
            }
        }
        sender.send(&mut process, AT_ONCE);
        // The moment: after some answers, at once or a few commits later.
        let read = chance.below(sender.waiting());
        sender.read(&mut process, read);
        if chance.below(2) == 0 {
            std::thread::sleep(Duration::from_micros(u64::try_from(chance.below(4_000)).unwrap()));
        }
        sender.kill(process);
    }
    assert!(0 < sender.cut_off, "the kills came too late to cut anything off");

    let mut process = Process::start(&org, &spend);
    while !sender.is_done() {
        sender.send(&mut process, AT_ONCE);
        let waiting = sender.waiting();
        sender.read(&mut process, waiting);
    }
    process.finish();

    let refused = sender.answered().filter(|(_, answer)| !answer.accepted).count();
    assert!(0 < refused && refused < sender.entries.len() / 2, "{refused} refused");
    let org = Org::from_toml(&std::fs::read_to_string(org).unwrap()).unwrap();
    database::check(org, &spend, &[&sender]);
}

/// The worst moment, which a kill meets by luck: the entry is on the disk, and nobody was told.
#[test]
fn an_entry_whose_answer_was_lost_is_known_when_it_comes_again() {
    let org = org_file();
    let spend = database::folder("answer-lost").join("spend.sqlite");
    let date = parse_date("2026-07-01").unwrap();
    let entry = Entry::reserve("a", date, "paid-search", "paid-search", 1_000);

    Process::start(&org, &spend).send_and_hang_up(&entry);
    assert_eq!(database::entries(&spend).len(), 1);

    let mut process = Process::start(&org, &spend);
    process.send(&entry);
    let answer = process.answer().unwrap();
    assert!(answer.accepted && answer.repeated && answer.version == Some(1), "{answer:?}");
    process.finish();
    assert_eq!(database::entries(&spend).len(), 1);
}

fn org_file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/orgs/nusantara.toml")
}
