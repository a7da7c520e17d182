//! Input that nobody meant well: no panic, no overflow of the stack, no error in a million that costs a minute.

use std::fmt::Write;
use std::time::{Duration, Instant};

use bagan::{FileFault, Format, Org, OrgFile};
use proptest::prelude::*;

use crate::support::{HEAD, errors, file};

/// The formats of this build, with a text that each reads.
fn parse_all(bytes: &[u8]) {
    for format in Format::ALL {
        if let Ok(file) = OrgFile::parse("f", bytes, *format) {
            let _built = file.build();
        }
    }
}

#[test]
fn an_empty_file_and_one_of_a_byte_order_mark_say_what_is_missing() {
    for text in ["", "\u{feff}", "\n\n", "# nothing\n"] {
        let messages: Vec<String> = errors(text).iter().map(|error| error.what.to_string()).collect();
        assert_eq!(messages, ["`format` is missing", "`organization` is missing"]);
    }
}

#[test]
fn bytes_that_are_no_text_are_named_by_line_and_byte() {
    let of = |bytes: &[u8]| OrgFile::parse("f", bytes, Format::Toml).unwrap_err();
    let error = of(b"format = 1\nname = \"\xC3\xA9 \xE9\"\n");
    let first = error.iter().next().unwrap();
    assert_eq!(first.what.to_string(), "byte 12 of line 2 is 0xE9, which is not UTF-8");
    let place = first.location.as_ref().unwrap();
    assert_eq!((place.line(), place.column()), (2, 11), "columns count characters");
    let wide: Vec<u8> = "\u{feff}format".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(
        of(&wide).iter().next().unwrap().help().unwrap(),
        "the file looks like UTF-16; save it as UTF-8"
    );
    assert!(matches!(of(b"\xF0\x9F").iter().next().unwrap().what, FileFault::NotText { .. }));
}

#[test]
fn nul_bytes_and_lone_carriage_returns_are_errors() {
    for body in ["name\0 = 1\n", "a = \"\0\"\n", "# \0\n", "a = 1\rb = 2\n", "a = 1\0\n", "a = 1.5\0\n"] {
        assert!(
            errors(&format!("{HEAD}{body}"))
                .iter()
                .any(|error| matches!(error.what, FileFault::Syntax { .. })),
            "{body:?}"
        );
    }
}

#[test]
fn a_hundred_thousand_brackets_are_one_error() {
    let many = 100_000;
    let list = format!("{HEAD}x = {}1{}\n", "[".repeat(many), "]".repeat(many));
    let table = format!("{HEAD}x = {}1{}\n", "{a=".repeat(many), "}".repeat(many));
    for text in
        [list, table, format!("{HEAD}x = {}", "[".repeat(many)), format!("{HEAD}{}", "[".repeat(many))]
    {
        let errors = errors(&text);
        assert!(errors.iter().count() <= 3, "{}", errors.iter().count());
    }
}

#[test]
fn dotted_keys_in_inline_tables_do_not_overflow_the_stack() {
    // The tree of the `toml` crate does, on a stack of 2 MiB.
    let key = "a.".repeat(63) + "a";
    let text = format!("{HEAD}{}b = 1{}\n", format!("{key} = {{ ").repeat(60), " }".repeat(60));
    assert_eq!(errors(&text).iter().count(), 1, "one unknown key");
    let text = format!("{HEAD}{}a = 1\n[{}b]\n", "a.".repeat(1_000_000), "b.".repeat(1_000_000));
    let messages: Vec<String> = errors(&text).iter().map(|error| error.what.to_string()).collect();
    assert_eq!(messages, ["a key has more than 64 parts", "a key has more than 64 parts"]);
}

#[test]
fn errors_below_long_paths_do_not_take_memory_by_the_gigabyte() {
    let mut text = format!("{HEAD}[b.'{}']\nx = 1\n", "b".repeat(1_000_000));
    for _ in 0..5_000 {
        text.push_str("x = 1\n");
    }
    let errors = errors(&text);
    assert_eq!(errors.iter().count() + errors.omitted(), 5_001);
    assert!(errors.omitted() != 0);
}

#[test]
fn ten_thousand_errors_on_one_line_are_told_in_time() {
    let start = Instant::now();
    let items = "{ role = 3, é = 4 }, ".repeat(20_000);
    let text = format!("{HEAD}kpis = [ {items} ]\n");
    let errors = errors(&text);
    assert_eq!(errors.iter().count(), 10_001, "of them one of the grammar");
    assert!(errors.to_string().len() < 20_000_000);
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

#[test]
fn a_bad_digit_a_byte_is_one_error() {
    for value in
        [format!("0x{}", "z".repeat(1_000_000)), "-".repeat(1_000_000), format!("1{}", "_".repeat(1_000_000))]
    {
        let errors = errors(&format!("{HEAD}x = {value}\n"));
        assert!(errors.iter().count() <= 2);
    }
}

#[test]
fn a_name_of_a_megabyte_is_compared_with_nothing() {
    let long = "position-".repeat(100_000);
    let mut text = format!("{HEAD}[positions]\n");
    for number in 0..1_000 {
        let _infallible = writeln!(text, "position-{number}.role = 'cmo'");
    }
    let _infallible =
        writeln!(text, "x = {{ role = 'cmo', reports-to = '{long}', '{long}' = 1, level = '{long}' }}");
    let start = Instant::now();
    let errors = errors(&text);
    assert_eq!(errors.iter().count(), 3);
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

#[test]
fn a_large_file_is_read_and_built() {
    // 50 MB in release, as much as takes a few seconds in debug.
    let positions = if cfg!(debug_assertions) { 30_000 } else { 500_000 };
    let mut text = String::from(HEAD);
    text.push_str("channels.seo = 'Search'\n");
    for number in 0..positions {
        let _infallible = write!(
            text,
            "\n[positions.p{number}]\nrole = \"specialist\"\nholder = \"h{number}\"\nchannels = [\"seo\"]\n"
        );
        if number != 0 {
            let _infallible = writeln!(text, "reports-to = \"p{}\"", number / 7);
        }
    }
    let file = file(&text);
    let org = file.build().unwrap();
    assert_eq!(org.position_count(), positions);
    assert_eq!(Org::from_toml(&org.to_toml().unwrap()).unwrap().position_count(), positions);
}

#[test]
fn a_chain_a_million_long_is_read_in_release() {
    let positions = if cfg!(debug_assertions) { 20_000 } else { 1_000_000 };
    let mut text = format!("{HEAD}[positions]\np0.role = 'specialist'\n");
    for number in 1..positions {
        let _infallible =
            writeln!(text, "p{number} = {{ role = 'specialist', reports-to = 'p{}' }}", number - 1);
    }
    let org = file(&text).build().unwrap();
    let last = org.position(&format!("p{}", positions - 1)).unwrap();
    assert_eq!(last.layer(), positions);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        parse_all(&bytes);
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,100}") {
        parse_all(text.as_bytes());
    }

    #[test]
    fn a_file_with_some_bytes_changed_is_read_or_refused(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..8),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = crate::writing::FULL.as_bytes().to_vec();
        for (at, byte) in &changes {
            let at = at.index(bytes.len());
            bytes[at] = *byte;
        }
        if changes.len() % 2 == 1 {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Err(errors) = OrgFile::parse("f", &bytes, Format::Toml).and_then(|file| file.build()) {
            let lines = String::from_utf8_lossy(&bytes).split('\n').count();
            for error in &errors {
                let place = error.location.as_ref().unwrap();
                prop_assert!(1 <= place.line() && place.line() <= lines);
                prop_assert!(place.column() <= place.text().chars().count() + 1 || 144 <= place.text().chars().count());
            }
            prop_assert!(!errors.to_string().is_empty());
        }
    }
}
