//! What is said of single values and keys that are wrong.

use crate::support::{HEAD, errors, help, listed, spec};

/// Returns the messages of one key of a position that is right otherwise.
fn of(line: &str) -> Vec<String> {
    let all = listed(&format!("positions.x.role = 'cmo'\npositions.x.{line}\n"));
    all.into_iter().map(|error| error.strip_prefix("2:").unwrap_or(&error).to_owned()).collect()
}

#[test]
fn every_type_is_refused_where_another_is_expected() {
    let values =
        ["1", "1.5", "true", "2026-01-01", "2026-01-01T00:00:00", "07:30:00", "[1]", "{ a = 1 }", "'x'"];
    let found = [
        "an integer",
        "a float",
        "a boolean",
        "a date",
        "a date-time",
        "a time of day",
        "a list",
        "a table",
        "a text",
    ];
    let keys: [(&str, &[usize], &str); 8] = [
        ("positions.x.title", &[8], "a text"),
        ("positions.x.channels", &[6], "a list"),
        ("positions", &[7], "a table"),
        ("policy", &[7], "a table"),
        ("delegations", &[6], "a list"),
        ("positions.x.level", &[8], "a word in quotes"),
        ("positions.x.fte", &[0, 1, 8], "a number"),
        ("policy.thresholds.span-at-most", &[0], "a whole number, 0 or more"),
    ];
    for (key, fine, expected) in keys {
        for (index, value) in values.iter().enumerate().filter(|(index, _)| !fine.contains(index)) {
            let body = format!("{key} = {value}\n");
            let message = format!("expected {expected}, found {}", found[index]);
            let all = listed(&body);
            assert!(all.iter().any(|error| error.ends_with(&message)), "{body}: {all:?}");
        }
    }
}

#[test]
fn a_date_is_a_date_or_a_text_that_says_one() {
    let of = |value: &str| {
        listed(&format!("waivers = [{{ rule = 'r', at = 'a', reason = 'x', until = {value} }}]\n"))
    };
    let spec = spec("waivers = [{ rule = 'r', at = 'a', reason = 'x', until = '2026-02-28' }]\n");
    assert_eq!(spec.waivers[0].until.map(|date| date.to_string()).as_deref(), Some("2026-02-28"));
    for (value, message) in [
        ("'2026-02-29'", "`2026-02-29` is not a date: expected a day such as `2026-12-31`"),
        ("2026-02-29", "`2026-02-29` is not a date: expected a day such as `2026-12-31`"),
        ("'28.02.2026'", "`28.02.2026` is not a date: expected a day such as `2026-12-31`"),
        ("2026-02-28T00:00:00Z", "expected a date such as `2026-12-31`, found a date-time"),
        ("2026-02-28 07:00:00", "expected a date such as `2026-12-31`, found a date-time"),
        ("07:00:00", "expected a date such as `2026-12-31`, found a time of day"),
        ("20260228", "expected a date such as `2026-12-31`, found an integer"),
    ] {
        assert_eq!(of(value), [format!("1:58: {message}")], "{value}");
    }
}

#[test]
fn a_date_time_has_its_cure() {
    let body = "waivers = [{ rule = 'r', at = 'a', reason = 'x', until = 2026-02-28T00:00:00 }]\n";
    assert_eq!(help(body).as_deref(), Some("leave the time of day out"));
}

#[test]
fn an_amount_is_a_whole_number_or_exact_text() {
    for fine in ["0", "12_000", "0x1F", "'12.50'", "'-0'", "92_233_720_368_547_758", "'92233720368547758.07'"]
    {
        spec(&format!("positions.x = {{ role = 'cmo', budget = {fine} }}\n"));
    }
    for (value, message) in [
        ("-1", "IDR -1 is below zero"),
        ("'-0.01'", "IDR -0.01 is below zero"),
        ("'1.234'", "`1.234` has more decimals than IDR takes: at most 2"),
        ("'1,000'", "`1,000` is not a decimal number"),
        ("'IDR 5'", "`IDR 5` is not a decimal number"),
        ("''", "`` is not a decimal number"),
        ("92_233_720_368_547_759", "`92233720368547759` is out of the range of IDR"),
        ("9223372036854775807", "`9223372036854775807` is out of the range of IDR"),
        ("-9223372036854775808", "`-9223372036854775808` is out of the range of IDR"),
        (
            "9223372036854775808",
            "`9223372036854775808` is out of range: expected an amount of at most 9,223,372,036,854,775,807",
        ),
        ("true", "expected an amount: whole major units, or a decimal in quotes, found a boolean"),
        ("[1]", "expected an amount: whole major units, or a decimal in quotes, found a list"),
    ] {
        assert_eq!(of(&format!("budget = {value}")), [format!("22: {message}")], "{value}");
    }
}

#[test]
fn a_float_is_no_amount_and_the_message_says_why_and_what_instead() {
    for float in ["1.5", "1.0", "1e3", "0.1", "inf", "nan"] {
        let message = format!(
            "22: `{float}` is a float, and floats are binary fractions that cannot hold every amount exactly"
        );
        assert_eq!(of(&format!("budget = {float}")), [message]);
    }
    let help = help("positions.x = { role = 'cmo', budget = 1.5 }\n");
    let expected = "write whole major units such as `12`, or a decimal in quotes: `\"1.5\"`";
    assert_eq!(help.as_deref(), Some(expected));
}

#[test]
fn a_share_may_be_any_number_and_is_read_exactly() {
    for (value, millionths) in
        [("1", 1_000_000), ("0.1", 100_000), ("'0.1'", 100_000), ("1e-6", 1), ("+0.50", 500_000)]
    {
        let spec = spec(&format!("positions.x = {{ role = 'cmo', fte = {value} }}\n"));
        assert_eq!(spec.positions["x"].fte.map(bagan::Quantity::millionths), Some(millionths), "{value}");
    }
    assert_eq!(of("fte = 0.1234567"), ["19: `0.1234567` has more decimals than a quantity takes: at most 6"]);
    assert_eq!(of("fte = inf"), ["19: `inf` is not a decimal number"]);
}

#[test]
fn counts_are_whole_and_not_below_zero() {
    let of = |value: &str| listed(&format!("policy.thresholds.span-at-most = {value}\n"));
    let expected = "is out of range: expected a whole number, 0 or more";
    assert_eq!(of("-1"), [format!("1:34: `-1` {expected}")]);
    assert_eq!(of("4294967296"), [format!("1:34: `4294967296` {expected}")]);
    assert_eq!(
        spec("policy.thresholds.span-at-most = 4294967295\n").policy.thresholds.span_at_most,
        Some(u32::MAX)
    );
}

#[test]
fn an_interval_has_a_day_in_it() {
    let body = "
positions.a.role = 'cmo'
positions.b.role = 'cmo'
[[delegations]]
from = 'a'
to = 'b'
amount = 1
valid = { from = 2026-01-01, until = 2026-01-01 }
";
    assert_eq!(listed(body), ["8:1: no day is from 2026-01-01 on and before 2026-01-01"]);
}

#[test]
fn a_platform_that_is_none_is_told_once_and_where() {
    for (platform, faults) in [
        ("{ day = 2 }", &["1:11: expected either `week` or `month`, and not both"][..]),
        ("{ day = 2, week = 7, month = 30 }", &["1:11: expected either `week` or `month`, and not both"]),
        (
            "{ day = 2, month = 30, week-starts = 'sunday' }",
            &["1:40: `week-starts` means nothing without `week`"],
        ),
        ("{ month = 30 }", &["1:11: `day` is missing"]),
        ("{ day = 2, month = 'x' }", &["1:36: `x` is not a decimal number"]),
        ("{ day = 0.5, month = 30 }", &["1:25: 0.5 times the average is less than the average"]),
        ("3", &["1:17: expected a table, found an integer"]),
    ] {
        assert_eq!(listed(&format!("platforms.own = {platform}\n")), faults, "{platform}");
    }
}

#[test]
fn an_unknown_platform_has_a_suggestion_unless_its_section_could_not_be_read() {
    let body = "
positions.a.role = 'cmo'
positions.b.role = 'cmo'
delegations = [{ from = 'a', to = 'b', amount = 1, limits.average = { day = 1, platform = 'goggle-ads' } }]
";
    assert_eq!(listed(body), ["4:91: there is no platform `goggle-ads`"]);
    assert_eq!(help(body).as_deref(), Some("did you mean `google-ads`?"));
    assert_eq!(listed(&format!("platforms = 3{body}")), ["1:13: expected a table, found an integer"]);
}

#[test]
fn words_and_days_of_the_year_name_what_there_is() {
    let head = "format = 1\n[organization]\nname = 'N'\ncurrency = 'IDR'\n";
    for (line, message, cure) in [
        (
            "fiscal-year-starts = '13-01'",
            "`13-01` is not a day of the year: expected one such as `07-01`",
            None,
        ),
        ("fiscal-year-starts = 07-01", "", None),
        ("week-starts = 'Sunday'", "`Sunday` is not a weekday: expected", Some("did you mean `sunday`?")),
    ] {
        let errors = errors(&format!("{head}{line}\n"));
        let error = errors.iter().next().unwrap();
        assert!(error.what.to_string().starts_with(message), "{error}");
        assert_eq!(error.location.as_ref().unwrap().line(), 5);
        assert!(cure.is_none_or(|cure| error.help().as_deref() == Some(cure)), "{error}");
    }
}

#[test]
fn a_key_that_means_nothing_is_an_error_with_a_suggestion() {
    for (line, cure) in [
        ("positions.x.holdr = 'a'", "did you mean `holder`?"),
        ("positions.x.reports_to = 'x'", "did you mean `reports-to`?"),
        ("positions.x.Budget = 1", "did you mean `budget`?"),
        ("position = 1", "did you mean `positions`?"),
        ("policy.level = {}", "did you mean `levels`?"),
    ] {
        let body = format!("positions.x.role = 'cmo'\n{line}\n");
        assert_eq!(help(&body).as_deref(), Some(cure), "{line}");
    }
    let none = help("channels.seo = { zzz = 1 }\n");
    assert_eq!(none.as_deref(), Some("the keys here are `name`"));
}

#[test]
fn a_required_key_with_a_slip_in_it_is_one_fault() {
    assert_eq!(listed("positions.x.rol = 'cmo'\n"), ["1:13: there is no key `rol` here"]);
    assert_eq!(help("positions.x.rol = 'cmo'\n").as_deref(), Some("did you mean `role`?"));
    let errors = errors("format = 1\norganisation = { name = 'N', currency = 'IDR' }\n");
    assert_eq!(errors.iter().count(), 1, "{errors}");
}

#[test]
fn every_required_key_is_missed_at_the_header_of_its_table() {
    let body = "
[positions.x]
[[stand-ins]]
[[delegations]]
[[outcomes]]
[[kpis]]
[[waivers]]
[roles.r]
class = 'other'
pay-band = {}
levels = {}
";
    let expected = [
        "2:1: `role` is missing",
        "3:1: `by` is missing",
        "3:1: `position` is missing",
        "3:1: `valid` is missing",
        "4:1: `amount` is missing",
        "4:1: `from` is missing",
        "4:1: `to` is missing",
        "5:1: `accountable` is missing",
        "5:1: `id` is missing",
        "5:1: `kind` is missing",
        "6:1: `id` is missing",
        "6:1: `owner` is missing",
        "7:1: `at` is missing",
        "7:1: `reason` is missing",
        "7:1: `rule` is missing",
        "10:1: `maximum` is missing",
        "10:1: `minimum` is missing",
        "11:1: `highest` is missing",
        "11:1: `lowest` is missing",
    ];
    assert_eq!(listed(body), expected);
}

#[test]
fn the_format_is_required_and_a_newer_one_is_the_only_error() {
    let of =
        |text: &str| -> Vec<String> { errors(text).iter().map(|error| error.what.to_string()).collect() };
    let organization = "organization = { name = 'N', currency = 'IDR' }\n";
    assert_eq!(of(organization), ["`format` is missing"]);
    for newer in ["2", "99999999999999999999"] {
        let all = of(&format!("format = {newer}\n{organization}[new-section]\n"));
        assert_eq!(all, [format!("the file is in format {newer}, and this version of bagan reads format 1")]);
    }
    for older in ["0", "-1", "-99999999999999999999"] {
        let all = of(&format!("format = {older}\n{organization}"));
        assert_eq!(all, [format!("`{older}` is out of range: expected the version of the format, `1`")]);
    }
    assert_eq!(
        of(&format!("format = '1'\n{organization}")),
        ["expected the version of the format, `1`, found a text"]
    );
}

#[test]
fn an_error_is_not_told_twice() {
    // Each of these leaves a stand-in that the builder would complain of.
    for body in [
        "positions.x.role = 3\n",
        "positions.x = 3\n",
        "positions.x.role = 'cmo'\npositions.x.reports-to = 3\n",
        "positions.x.role = 'cmo'\npositions.x.channels = [3]\n",
        "roles.r.class = 'boss'\npositions.x.role = 'r'\n",
        "positions = 3\noutcomes = [{ id = 'o', kind = 'strategic', accountable = 'x' }]\n",
        "positions.x.role = 'cmo'\ndelegations = [{ from = 'x', to = 3, amount = 1 }]\n",
    ] {
        assert_eq!(listed(body).len(), 1, "{body}: {:?}", listed(body));
    }
    assert_eq!(
        errors("format = 1\norganization = 3\npositions.x = { role = 'cmo', budget = 1 }\n").iter().count(),
        1
    );
}

#[test]
fn a_key_too_long_for_an_id_is_told_once_and_shortly() {
    let body = format!("[positions.{}]\nrole = 3\nfoo = 4\n", "x".repeat(1000));
    assert_eq!(listed(&body), ["1:12: this cannot be an id: an id cannot be longer than 256 bytes"]);
    let text = errors(&format!("{HEAD}{body}")).to_string();
    assert!(text.len() < 1000, "{text}");
}
