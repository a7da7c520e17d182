//! How figures and their parts read.

use crate::metrics::SpanBand;
use crate::org::Org;
use crate::overview::{Figure, Measure, Part, PartOf, Unit};

/// How many parts are named that are people or things; of words and bands all are.
const NAMED: usize = 3;

/// Writes a name as people read it.
pub(super) fn label(name: &str) -> String {
    let words = name.split('_').map(|word| match word {
        "kpi" => "KPI",
        "kpis" => "KPIs",
        "roi" => "ROI",
        word => word,
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Writes how much, without its noun.
pub(super) fn amount(org: &Org, unit: Unit, measure: Measure) -> String {
    match measure {
        Measure::Count(count) => count.to_string(),
        Measure::AtMost(count) => format!("at most {count}"),
        Measure::Amount(money) => org.display(money).to_string(),
        Measure::Number(number) => match unit {
            Unit::Share | Unit::Probability => percent(number),
            Unit::Index if number < 1.0 && format!("{number:.3}") == "1.000" => "<1.000".to_owned(),
            Unit::Index => format!("{number:.3}"),
            _ => format!("{number:.2}"),
        },
    }
}

/// Writes a share in percent, in which a little is not read as nothing, and nearly all not as all.
#[expect(clippy::float_arithmetic, reason = "a share is shown as a percentage")]
fn percent(share: f64) -> String {
    match format!("{:.1}%", share * 100.0).as_str() {
        "0.0%" if 0.0 < share => "<0.1%".to_owned(),
        "100.0%" if share < 1.0 => ">99.9%".to_owned(),
        text => text.to_owned(),
    }
}

/// Returns the noun that goes with an amount; what says itself what it is has none.
pub(super) fn noun(unit: Unit, measure: Measure) -> &'static str {
    let is_one = measure == Measure::Count(1) || measure == Measure::AtMost(1);
    match unit {
        Unit::Share | Unit::Probability | Unit::Currency => "",
        Unit::Positions if is_one => "position",
        Unit::People if is_one => "person",
        Unit::Layers if is_one => "layer",
        Unit::Reports if is_one => "report",
        Unit::Lines if is_one => "line",
        Unit::Pairs if is_one => "pair",
        Unit::Channels if is_one => "channel",
        Unit::Outcomes if is_one => "outcome",
        Unit::Kpis if is_one => "KPI",
        Unit::Roles if is_one => "role",
        unit => unit.as_str(),
    }
}

/// Writes the parts of a figure, the first few of those that are people or things.
pub(super) fn parts(org: &Org, figure: &Figure<'_>) -> String {
    let is_word = |part: &Part<'_>| matches!(part.of, PartOf::Word(_) | PartOf::Band(_));
    let shown = if figure.parts.iter().all(is_word) { figure.parts.len() } else { NAMED };
    let mut texts: Vec<String> =
        figure.parts.iter().take(shown).map(|part| self::part(org, figure.unit, part)).collect();
    match figure.parts.len().checked_sub(shown) {
        None | Some(0) => {}
        Some(_) if figure.parts.len() == Figure::MOST_PARTS => texts.push("…".to_owned()),
        Some(more) => texts.push(format!("{more} more")),
    }
    texts.join(", ")
}

fn part(org: &Org, unit: Unit, part: &Part<'_>) -> String {
    let of = match part.of {
        PartOf::Pair(one, other) => format!("`{}` and `{}`", one.id(), other.id()),
        PartOf::Band(SpanBand::OneOverOne) => "1 report:".to_owned(),
        PartOf::Band(band) => format!("{} reports:", reports(band)),
        PartOf::Word(word) => word.to_owned(),
        thing => format!("`{}`", thing.id()),
    };
    match part.value {
        Some(value) => format!("{of} {}", amount(org, unit, value)),
        None => of,
    }
}

/// Writes how many reports a band has: "3 to 5", "2", or "16 and more".
pub(super) fn reports(band: SpanBand) -> String {
    match band.range() {
        (least, None) => format!("{least} and more"),
        (least, Some(most)) if most == least => least.to_string(),
        (least, Some(most)) => format!("{least} to {most}"),
    }
}
