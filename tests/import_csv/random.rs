//! Random bytes, random tables, and random orgs written as exports in random ways.

use bagan::{CsvOptions, CyclePolicy, import_csv};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Imports, and asserts what holds whatever the bytes: an error, or an org that every row is accounted for in.
fn import_anything(bytes: &[u8]) -> Result<(), TestCaseError> {
    for options in
        [CsvOptions::new(), CsvOptions::new().currency("EUR").cycles(CyclePolicy::Cut).fiscal_year(2026)]
    {
        match import_csv(bytes, &options) {
            Err(errors) => {
                prop_assert!(errors.iter().count() != 0);
                prop_assert!(!errors.to_string().is_empty());
            }
            Ok(import) => {
                let summary = &import.summary;
                prop_assert_eq!(summary.rows.read, summary.rows.accounted());
                prop_assert!(!summary.to_string().is_empty());
                prop_assert!(serde_json::to_string(summary).is_ok());
                let (positions, roots, vacant) = (summary.positions, summary.roots, summary.vacant);
                let titles: u64 = summary.titles.iter().map(|title| title.rows).sum();
                prop_assert_eq!(titles, summary.rows.positions);
                let org = import.build().map_err(|errors| TestCaseError::fail(errors.to_string()))?;
                prop_assert_eq!(org.position_count() as u64, positions);
                prop_assert_eq!(org.roots().count() as u64, roots);
                prop_assert_eq!(
                    org.positions().filter(|position| position.is_vacant()).count() as u64,
                    vacant
                );
            }
        }
    }
    Ok(())
}

/// Cells that mean something somewhere, and some that mean nothing anywhere.
const CELLS: &[&str] = &[
    "1",
    "2",
    "3",
    "4",
    "01",
    "1.0",
    "a",
    "A",
    "a#2",
    " a ",
    "1;2",
    "1, 2",
    "NULL",
    "0",
    "XX",
    "-",
    "é",
    "\u{a0}",
    "CMO",
    "DMM",
    "SEO Specialist",
    "Manager",
    "Marketing",
    "Vacant",
    "Terminated",
    "active",
    "yes",
    "no",
    "Jane Doe",
    "Doe, Jane",
    "j@x",
    "0.5",
    "50%",
    "1,234",
    "1.234",
    "$5",
    "(5)",
    "EUR",
    "USD",
    "Year",
    "Hour",
    "12.5",
    "99999999999999999999",
    "seo|email",
    "id",
    "x\ty",
];

/// Headers that mean one thing each, by what they mean; two of one thing are an error in most cases.
const HEADERS: &[&[&str]] = &[
    &["Position ID"],
    &["holder"],
    &["manager_id", "Reports To", "Manager Name"],
    &["Managers Position ID"],
    &["Dotted Line", "Matrix Manager"],
    &["title", "Position", "Job Title"],
    &["role"],
    &["department", "Team"],
    &["name"],
    &["First Name"],
    &["Last Name"],
    &["email"],
    &["status"],
    &["Active"],
    &["Vacant"],
    &["fte", "FTE %"],
    &["salary", "Base Salary (EUR)"],
    &["pay basis"],
    &["currency"],
    &["channels"],
    &["Channel 2"],
    &["allocation"],
    &["daily_limit"],
    &["weekly limit"],
    &["approves up to"],
    &["Shoe Size"],
    &[""],
    &["id"],
];

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![8 => select(CELLS).prop_map(str::to_owned), 3 => Just(String::new()), 1 => ".{0,6}"]
}

/// A table with a header that can mostly be read, and with ids that can mostly be told apart.
fn table() -> impl Strategy<Value = String> {
    let headers = (proptest::sample::subsequence(HEADERS, 0..=9), vec(any::<Index>(), 9));
    let row = (proptest::option::weighted(0.1, cell()), vec(cell(), 0..10));
    let form = (select(vec![',', ';', '\t', '|']), select(vec!["\n", "\r\n", "\r"]));
    (headers, vec(row, 0..12), form).prop_map(|((groups, choices), rows, (separator, line_break))| {
        let chosen =
            groups.iter().zip(&choices).map(|(group, choice)| group[choice.index(group.len())].to_owned());
        let header: Vec<String> = std::iter::once("Employee ID".to_owned()).chain(chosen).collect();
        let (width, mut lines) = (header.len(), vec![header]);
        for (number, (id, cells)) in rows.into_iter().enumerate() {
            let id = id.unwrap_or_else(|| number.to_string());
            lines.push(std::iter::once(id).chain(cells).take(width).collect());
        }
        let line = |cells: Vec<String>| {
            let cells: Vec<String> = cells.iter().map(|cell| quote(cell, separator)).collect();
            cells.join(&separator.to_string())
        };
        lines.into_iter().map(line).collect::<Vec<_>>().join(line_break)
    })
}

fn quote(cell: &str, separator: char) -> String {
    if cell.contains([separator, '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// One position of a random org: its title, its manager among those before it, its channels.
#[derive(Debug, Clone)]
struct Seat {
    title: &'static str,
    manager: Option<Index>,
    channels: Vec<&'static str>,
    vacant: bool,
}

const TITLES: &[(&str, &str)] = &[
    ("Chief Marketing Officer", "cmo"),
    ("VP, Marketing", "vp-of-marketing"),
    ("Digital Marketing Manager", "digital-marketing-manager"),
    ("SEO Specialist", "specialist"),
    ("Senior PPC Specialist", "senior-specialist"),
    ("Copywriter", "copywriter"),
    ("Geschäftsführer", "ceo"),
    ("Juggler; and \"more\"", "other"),
];

fn seat() -> impl Strategy<Value = Seat> {
    let titles: Vec<&str> = TITLES.iter().map(|(title, _)| *title).collect();
    let channels = proptest::sample::subsequence(vec!["seo", "email", "paid-social"], 0..=3);
    (select(titles), proptest::option::weighted(0.9, any::<Index>()), channels, proptest::bool::weighted(0.2))
        .prop_map(|(title, manager, channels, vacant)| Seat { title, manager, channels, vacant })
}

/// The ways to write an org, all of which mean the same.
#[derive(Debug, Clone)]
struct Writing {
    separator: char,
    line_break: &'static str,
    headers: [&'static str; 5],
    root: &'static str,
    ids: &'static str,
    encoding: &'static str,
    order: Vec<Index>,
}

fn writing() -> impl Strategy<Value = Writing> {
    (
        select(vec![',', ';', '\t', '|']),
        select(vec!["\n", "\r\n", "\r"]),
        (
            select(vec!["id", "Employee ID", "PERSON_ID", "worker-id", "NIK"]),
            select(vec!["title", "Job Title", "POSITION", "jabatan"]),
            select(vec!["manager_id", "Supervisor ID", "Reports To", "LINE MANAGER", "Atasan"]),
            select(vec!["channel", "Channels"]),
            select(vec!["status", "Employment Status"]),
        ),
        select(vec!["", "NULL", "none", "XX", "n/a", "-"]),
        select(vec!["E", "", "数", "a b "]),
        select(vec!["utf-8", "bom", "utf-16le", "utf-16be"]),
        vec(any::<Index>(), 12),
    )
        .prop_map(|(separator, line_break, headers, root, ids, encoding, order)| {
            let (id, title, manager, channels, status) = headers;
            Writing {
                separator,
                line_break,
                headers: [id, title, manager, channels, status],
                root,
                ids,
                encoding,
                order,
            }
        })
}

/// Every position as id, role, title, manager, channels and holder.
type Drawn = Vec<[String; 6]>;

fn parent(seats: &[Seat], index: usize) -> Option<usize> {
    seats[index].manager.filter(|_| index != 0).map(|manager| manager.index(index))
}

fn expected(seats: &[Seat], writing: &Writing) -> Drawn {
    let id = |index: usize| format!("{}{}", writing.ids, index + 10);
    let mut all: Drawn = (0..seats.len())
        .map(|index| {
            let seat = &seats[index];
            let role = TITLES.iter().find(|(title, _)| *title == seat.title).map_or("", |(_, role)| role);
            let title = if role == "cmo" || role == "digital-marketing-manager" || role == "copywriter" {
                ""
            } else {
                seat.title
            };
            let manager = parent(seats, index).map(id).unwrap_or_default();
            let holder = if seat.vacant { String::new() } else { id(index) };
            [id(index), role.to_owned(), title.to_owned(), manager, seat.channels.join("|"), holder]
        })
        .collect();
    all.sort();
    all
}

fn written(seats: &[Seat], writing: &Writing) -> Vec<u8> {
    let id = |index: usize| format!("{}{}", writing.ids, index + 10);
    let mut order: Vec<usize> = (0..seats.len()).collect();
    for (place, index) in writing.order.iter().enumerate().take(seats.len()) {
        order.swap(place, index.index(seats.len()));
    }
    let between = writing.separator.to_string();
    let line = |cells: &[String]| {
        cells.iter().map(|cell| quote(cell, writing.separator)).collect::<Vec<_>>().join(&between)
    };
    let mut lines = vec![line(&writing.headers.map(str::to_owned))];
    for index in order {
        let seat = &seats[index];
        let manager = parent(seats, index).map_or_else(|| writing.root.to_owned(), id);
        let status = if seat.vacant { "Vacant" } else { "Active" };
        lines.push(line(&[
            id(index),
            seat.title.to_owned(),
            manager,
            seat.channels.join("|"),
            status.to_owned(),
        ]));
    }
    let text = lines.join(writing.line_break);
    let utf16 = |mark: &[u8], bytes: fn(u16) -> [u8; 2]| {
        [mark, &text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>()].concat()
    };
    match writing.encoding {
        "bom" => [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
        "utf-16le" => utf16(b"\xFF\xFE", u16::to_le_bytes),
        "utf-16be" => utf16(b"\xFE\xFF", u16::to_be_bytes),
        _ => text.into_bytes(),
    }
}

proptest! {
    #[test]
    fn no_bytes_are_too_strange(bytes in vec(any::<u8>(), 0..300)) {
        import_anything(&bytes)?;
    }

    #[test]
    fn no_text_below_a_header_is_too_strange(text in "(?s).{0,200}", header in select(vec!["id,title,manager_id\n", "id;name;manager\r"])) {
        import_anything(format!("{header}{text}").as_bytes())?;
    }

    #[test]
    fn any_table_imports_or_says_why_not(table in table()) {
        import_anything(table.as_bytes())?;
    }

    #[test]
    fn an_org_means_the_same_in_whatever_way_it_is_written(seats in vec(seat(), 1..12), writing in writing()) {
        let bytes = written(&seats, &writing);
        let import = import_csv(&bytes, &CsvOptions::new()).map_err(|errors| TestCaseError::fail(errors.to_string()))?;
        prop_assert_eq!(import.summary.rows.positions, seats.len() as u64);
        let org = import.build().map_err(|errors| TestCaseError::fail(errors.to_string()))?;
        let mut drawn: Drawn = org
            .positions()
            .map(|position| {
                let channels: Vec<&str> = position.channels().map(bagan::Channel::id).collect();
                [
                    position.id().to_owned(),
                    position.role().id().to_owned(),
                    position.title().unwrap_or_default().to_owned(),
                    position.manager().map(|manager| manager.id().to_owned()).unwrap_or_default(),
                    channels.join("|"),
                    position.holder().unwrap_or_default().to_owned(),
                ]
            })
            .collect();
        drawn.sort();
        prop_assert_eq!(drawn, expected(&seats, &writing));
    }
}
