//! Decides a day of spend requests in the marketing department of a made-up retail group.
//!
//! Run `cargo run --example decide_spend`. For each request it prints who asks, what is decided and why, and who may say
//! yes; in the end, what is left on the accounts. `examples/approval_service` shows how to keep the entries.

#![expect(clippy::print_stdout, reason = "an example prints what it shows")]

use std::error::Error;

use bagan::{AccountRef, Date, Entry, Ledger, Org, RouteStep, parse_date};

/// The desk at which requests come in.
struct Desk {
    ledger: Ledger,
    today: Date,
    /// What was accepted. This is what to keep: the ledger is made of it again.
    entries: Vec<Entry>,
}

impl Desk {
    /// Decides a request, prints the decision, and reserves the amount if it is approved.
    ///
    /// Returns the gist in words: the verdict, the tests that failed, and the people who may say yes.
    fn ask(
        &mut self,
        key: &str,
        (position, channel): (&str, &str),
        amount: i64,
        approved_by: &[&str],
    ) -> Result<Vec<String>, Box<dyn Error>> {
        let org = self.ledger.org();
        let seat = org.position(position).ok_or("no such position")?;
        println!("\n{key}, asked by {}", seat.occupant_on(self.today).unwrap_or("nobody"));

        let amount_asked = org.currency().major(amount)?;
        let request = self.ledger.request(position, channel, amount_asked, self.today);
        let request = request.approved_by_ids(approved_by);
        let decision = self.ledger.decide(&request);
        // Its text has all tests with their figures, and whom to ask. Who gets a yes reads the first line alone.
        let text = decision.to_string();
        let lines = if decision.is_approved() { 1 } else { usize::MAX };
        for line in text.lines().take(lines) {
            println!("{}", format!("  {line}").trim_end());
        }

        let mut gist = vec![decision.verdict().to_string()];
        gist.extend(decision.reasons().filter_map(|test| test.failed).map(|code| code.to_string()));
        let route = decision.route();
        gist.extend(route.iter().filter_map(RouteStep::may_approve).map(|by| by.person.to_owned()));
        if decision.is_approved() {
            self.post(Entry::reserve(key, self.today, position, channel, amount).approved_by(approved_by))?;
        }
        Ok(gist)
    }

    /// Posts an entry, and keeps it.
    fn post(&mut self, entry: Entry) -> Result<(), Box<dyn Error>> {
        self.ledger.apply(&entry)?;
        self.entries.push(entry);
        Ok(())
    }
}

/// Opens the books on the Wednesday, with what happened before.
fn open() -> Result<Desk, Box<dyn Error>> {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/orgs/nusantara.toml");
    let org = Org::from_toml(&std::fs::read_to_string(file)?)?;
    let mut desk = Desk { ledger: Ledger::new(org), today: parse_date("2026-07-01")?, entries: Vec::new() };
    // In spring the brand manager took most of the money for organic social back.
    let organic = AccountRef::general("organic-social");
    desk.post(Entry::reclaim("spring", parse_date("2026-04-01")?, organic, 1_396_000_000, "dmm-brand"))?;
    // On Monday and Tuesday the technical SEO specialist spent what one week may cost.
    for (number, day) in ["2026-06-29", "2026-06-30"].into_iter().enumerate() {
        for (part, amount) in [("a", 10_000_000), ("b", 5_000_000)] {
            let key = format!("audit-{}{part}", number + 1);
            desk.post(Entry::reserve(&key, parse_date(day)?, "seo-technical", "seo", amount))?;
        }
    }
    Ok(desk)
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut desk = open()?;
    println!("{}, {}: requests to spend", desk.ledger.org().name(), desk.today);

    // Within the limits; then at the limit of the day, which is 18 million, and a rupiah above it.
    let search = ("paid-search", "paid-search");
    assert_eq!(desk.ask("search-1", search, 12_000_000, &[])?, ["approved"]);
    assert_eq!(desk.ask("search-2", search, 6_000_000, &[])?, ["approved"]);
    assert_eq!(desk.ask("search-3", search, 1, &[])?, ["needs-approval", "day-limit", "rina"]);

    // The first invoice is lower than what was set aside for it. The rest is free again, on the same day.
    desk.post(Entry::settle("invoice-1", desk.today, "search-1", 9_500_000))?;
    println!("\ninvoice-1, of IDR 9,500,000, settles search-1");
    assert_eq!(desk.ask("search-3", search, 2_500_000, &[])?, ["approved"]);

    // Above the limit of one transaction: whoever set the limit may lift it, and does.
    let blog = ("seo-content", "blog");
    assert_eq!(desk.ask("blog-1", blog, 12_000_000, &[])?, ["needs-approval", "transaction-limit", "wulan"]);
    assert_eq!(desk.ask("blog-1", blog, 12_000_000, &["seo-lead"])?, ["approved", "transaction-limit"]);

    // The week is spent, whatever the day has room for.
    assert_eq!(
        desk.ask("audit-3", ("seo-technical", "seo"), 2_000_000, &[])?,
        ["needs-approval", "week-limit", "wulan"]
    );

    // What no approval lifts: an empty seat, a channel of others, a delegation that ended in May.
    assert_eq!(
        desk.ask("social-1", ("paid-social-junior", "paid-social"), 1_000_000, &[])?,
        ["denied", "position-vacant"]
    );
    assert_eq!(
        desk.ask("social-2", ("paid-social", "influencer"), 1_000_000, &["cmo"])?,
        ["denied", "channel-not-assigned"]
    );
    assert_eq!(desk.ask("events-1", ("events", "events"), 20_000_000, &[])?, ["denied", "no-account"]);

    // No money is left. The answer says who could transfer some: the brand manager, who does.
    let influencer = ("organic-social", "influencer");
    assert_eq!(desk.ask("influencer-1", influencer, 6_000_000, &[])?, ["denied", "account-exhausted"]);
    let (from, to) = (AccountRef::general("dmm-brand"), AccountRef::general("organic-social"));
    desk.post(Entry::transfer("top-up", desk.today, from, to, 10_000_000, "dmm-brand"))?;
    println!("\ntop-up, for which dmm-brand transfers IDR 10,000,000 to organic-social");
    assert_eq!(desk.ask("influencer-1", influencer, 6_000_000, &[])?, ["approved"]);

    balances(&desk.ledger);
    let again = Ledger::replay(desk.ledger.shared_org(), &desk.entries)?;
    assert_eq!(again.state(), desk.ledger.state(), "what was kept makes the same ledger");
    Ok(())
}

/// Prints what is left on the accounts that anything happened to.
fn balances(ledger: &Ledger) {
    let org = ledger.org();
    println!("\nthe fiscal year so far");
    println!("{:>16}  {:>16}  {:>18}  account", "spent", "reserved", "left");
    for balance in ledger.balances() {
        let [spent, reserved, left] =
            [balance.used, balance.reserved, balance.remaining].map(|money| org.display(money).to_string());
        println!("{spent:>16}  {reserved:>16}  {left:>18}  {}", balance.account.path());
    }
}
