//! Two services on one database, both of which are killed now and then.

use std::collections::BTreeSet;

use bagan::{Entry, Org, parse_date};

use crate::process::Process;
use crate::sender::Sender;
use crate::{Chance, database};

/// An account that lasts for a hundred of the requests.
const ORG: &str = r#"
format = 1
[organization]
name = "Warung Digital"
currency = "IDR"
[channels]
social = "Social"
[positions.dmm]
role = "digital-marketing-manager"
holder = "rina"
budget = 1_500_000
[positions.social]
role = "specialist"
holder = "budi"
reports-to = "dmm"
channels = ["social"]
[[delegations]]
from = "dmm"
to = "social"
amount = 1_000_000
"#;

const AT_ONCE: usize = 8;

/// Reservations of a hundredth of the account, every fourth of which the other sender sends too.
fn entries(sender: &str) -> Vec<Entry> {
    let date = parse_date("2026-07-01").unwrap();
    let key = |number| {
        if number % 4 == 0 { format!("shared-{number}") } else { format!("{sender}-{number}") }
    };
    (0..160).map(|number| Entry::reserve(&key(number), date, "social", "social", 10_000)).collect()
}

#[test]
fn two_services_on_one_database_share_one_account() {
    let folder = database::folder("two");
    let (org, spend) = (folder.join("org.toml"), folder.join("spend.sqlite"));
    std::fs::write(&org, ORG).unwrap();
    let mut chance = Chance(2);
    let mut senders = [Sender::new(entries("one")), Sender::new(entries("two"))];
    // Both start on a database that is not there yet.
    let mut processes = [Process::start(&org, &spend), Process::start(&org, &spend)];

    let mut phase = 0;
    while !senders.iter().all(Sender::is_done) {
        phase += 1;
        // Both work now.
        for (sender, process) in senders.iter_mut().zip(&mut processes) {
            sender.send(process, AT_ONCE);
        }
        for (turn, (sender, process)) in senders.iter_mut().zip(&mut processes).enumerate() {
            if (phase + turn) % 3 == 0 && 0 < sender.waiting() {
                sender.read(process, chance.below(sender.waiting()));
                let killed = std::mem::replace(process, Process::start(&org, &spend));
                sender.kill(killed);
            } else {
                sender.read(process, sender.waiting());
            }
        }
    }
    processes.into_iter().for_each(Process::finish);
    assert!(senders.iter().all(|sender| 4 < sender.kills));

    let rows = database::entries(&spend);
    assert_eq!(rows.len(), 100, "all of the account is reserved, and no more");
    let of = |name| rows.iter().filter(|entry| entry.key.starts_with(name)).count();
    assert!(20 < of("one-") && 20 < of("two-") && 0 < of("shared-"), "both came to their turn");
    for sender in &senders {
        let refused: BTreeSet<_> =
            sender.answered().filter_map(|(_, answer)| answer.code.as_deref()).collect();
        assert_eq!(refused, BTreeSet::from(["account-exhausted"]));
    }
    let [one, two] = &senders;
    database::check(Org::from_toml(ORG).unwrap(), &spend, &[one, two]);
}
