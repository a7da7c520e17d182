//! A funding path of a million accounts, and an org of more channels than fit in a word.

use bagan::{AccountRef, Date, Entry, Ledger, Money, OrgBuilder, Verdict};

fn day() -> Date {
    Date::constant(2026, 7, 1)
}

#[test]
fn a_path_of_a_million_accounts_is_charged_and_released() {
    const DEEP: usize = 1_000_000;
    let mut org = OrgBuilder::new("Deep", "IDR");
    org.reserve(DEEP, 8 * DEEP);
    org.channel("seo", "");
    org.position("p0", "digital-marketing-manager").holder("h").budget(1_000);
    let mut above = "p0".to_owned();
    for number in 1..DEEP {
        let id = format!("p{number}");
        org.position(&id, "digital-marketing-manager").holder(&id).reports_to(&above);
        org.delegation(&above, &id, 1_000).day(10);
        above = id;
    }
    org.position("last", "specialist").holder("budi").reports_to(&above).channels(["seo"]);
    org.delegation(&above, "last", 1_000).day(10);
    let mut ledger = Ledger::new(org.build().unwrap());

    ledger.apply(&Entry::reserve("a", day(), "last", "seo", 10)).unwrap();
    let minor = Money::from_minor(1);
    let decision = ledger.decide(&ledger.request("last", "seo", minor, day()));
    assert_eq!(decision.verdict(), Verdict::NeedsApproval);
    assert_eq!(decision.funding_path().count(), DEEP + 1);
    // The highest account whose limit is in the way is the one below the budget.
    assert_eq!(decision.route().first().unwrap().position.id(), "p0");
    let by = ledger.request("last", "seo", minor, day()).approved_by_ids(&["p0"]);
    assert!(ledger.decide(&by).is_approved());

    let back = AccountRef::general("p1");
    ledger.apply(&Entry::transfer("t", day(), AccountRef::new("last", "seo"), back, 500, "p0")).unwrap();
    ledger.apply(&Entry::release("r", day(), "a")).unwrap();
    assert!(ledger.decide(&ledger.request("last", "seo", minor, day())).is_approved());
}

#[test]
fn channels_past_the_sixty_fourth_are_assigned_like_the_others() {
    let mut org = OrgBuilder::new("Wide", "IDR");
    let channels: Vec<String> = (0..130).map(|number| format!("c{number}")).collect();
    for channel in &channels {
        org.channel(channel, "");
    }
    let odd = channels.iter().skip(1).step_by(2);
    org.position("all", "digital-marketing-manager").holder("rina").budget(1_000).channels(odd);
    let ledger = Ledger::new(org.build().unwrap());
    for (number, channel) in channels.iter().enumerate() {
        let decision = ledger.decide(&ledger.request("all", channel, Money::from_minor(1), day()));
        assert_eq!(decision.is_approved(), number % 2 == 1, "{channel}");
    }
}
