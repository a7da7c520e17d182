//! The lines: who reports to whom, in which role.

use crate::check::Settings;
use crate::org::Profile;
use crate::role::{BUILT_IN_ROLES, BuiltInRole, RoleClass};
use crate::strategies::clean::raw::RawLine;

/// A position with its place in the lines.
#[derive(Debug)]
pub(super) struct Seat {
    pub(super) role: &'static BuiltInRole,
    /// The place of the manager; always below the position's own.
    pub(super) manager: Option<usize>,
    pub(super) reports: Vec<usize>,
    layer: usize,
}

impl Seat {
    pub(super) fn class(&self) -> RoleClass {
        self.role.class
    }
}

/// Roles at the top; what stands more than once comes more often, what stands first is what is left of an org.
const AT_THE_TOP: &[&str] = &[
    "cmo",
    "cmo",
    "cmo",
    "external",
    "external",
    "director-of-marketing",
    "vp-of-marketing",
    "ceo",
    "head-of-sales",
    "product-manager",
    "copywriter",
    "other",
];

const BELOW_AN_EXECUTIVE: &[&str] = &[
    "digital-marketing-manager",
    "digital-marketing-manager",
    "digital-marketing-manager",
    "digital-marketing-manager",
    "director-of-marketing",
    "vp-of-marketing",
    "cmo",
    "head-of-sales",
    "product-manager",
    "graphic-designer",
    "external",
    "other",
];

/// Roles below somebody of a class, as the domain has them (S14, S15, S22).
fn roles_below(class: RoleClass) -> &'static [&'static str] {
    match class {
        RoleClass::ChiefExecutive | RoleClass::CLevel | RoleClass::VicePresident | RoleClass::Director => {
            BELOW_AN_EXECUTIVE
        }
        RoleClass::Manager => &[
            "specialist",
            "specialist",
            "specialist",
            "specialist",
            "lead-specialist",
            "senior-specialist",
            "digital-marketing-manager",
            "copywriter",
            "graphic-designer",
            "other",
        ],
        RoleClass::SeniorSpecialist => &["specialist", "specialist", "senior-specialist", "copywriter"],
        RoleClass::Specialist => &["graphic-designer"],
        RoleClass::DepartmentHead => &["product-manager", "copywriter", "other"],
        RoleClass::External => &[
            "digital-marketing-manager",
            "digital-marketing-manager",
            "specialist",
            "lead-specialist",
            "director-of-marketing",
            "copywriter",
            "external",
        ],
        RoleClass::Other => &["other", "copywriter"],
        RoleClass::Contributor => &[],
    }
}

/// The tightest spans and layers of all profiles.
#[derive(Debug)]
struct Bounds {
    span_at_most: usize,
    span_at_least: usize,
    layers_at_most: usize,
}

impl Bounds {
    fn tightest() -> Self {
        let settings: Vec<Settings> = Profile::ALL.iter().map(|profile| Settings::of(*profile)).collect();
        let least = |of: fn(&Settings) -> u32| settings.iter().map(of).min().unwrap_or_default() as usize;
        let most = |of: fn(&Settings) -> u32| settings.iter().map(of).max().unwrap_or_default() as usize;
        Self {
            span_at_most: least(|settings| settings.span_at_most),
            span_at_least: most(|settings| settings.span_at_least),
            layers_at_most: least(|settings| settings.layers_at_most),
        }
    }

    /// Returns whether somebody can take on a report, if `left` positions are left to be placed.
    fn can_lead(&self, seat: &Seat, left: usize) -> bool {
        let span = seat.reports.len();
        let few = span == 0 && !leads_any_number(seat.class());
        seat.layer < self.layers_at_most && span < self.span_at_most && (!few || self.span_at_least <= left)
    }
}

/// Returns whether a position of this class may have one report: `span-too-narrow` leaves it alone.
fn leads_any_number(class: RoleClass) -> bool {
    class.is_specialist() || matches!(class, RoleClass::ChiefExecutive | RoleClass::External)
}

/// Places positions one by one, each below one before it or at the top.
///
/// Whoever needs a second report gets the next positions, so that none is left with too few.
pub(super) fn lines<'r>(raw: impl ExactSizeIterator<Item = &'r RawLine>) -> Vec<Seat> {
    let bounds = Bounds::tightest();
    let count = raw.len();
    let mut seats: Vec<Seat> = Vec::with_capacity(count);
    let mut owed: Option<usize> = None;
    for (place, line) in raw.enumerate() {
        let manager = owed.or_else(|| manager(&seats, line, &bounds, count - place));
        let above = manager.and_then(|manager| seats.get(manager));
        let seat = Seat {
            role: role(line, above),
            manager,
            reports: Vec::new(),
            layer: above.map_or(1, |above| above.layer + 1),
        };
        owed = None;
        if let Some(above) = manager.and_then(|manager| seats.get_mut(manager)) {
            above.reports.push(place);
            let few = above.reports.len() < bounds.span_at_least && !leads_any_number(above.class());
            owed = manager.filter(|_| few);
        }
        seats.push(seat);
    }
    seats
}

fn manager(seats: &[Seat], line: &RawLine, bounds: &Bounds, left: usize) -> Option<usize> {
    if !line.joins {
        return None;
    }
    let can_lead = seats.iter().enumerate().filter(|(_, seat)| bounds.can_lead(seat, left));
    let managers = can_lead.flat_map(|(place, seat)| std::iter::repeat_n(place, weight(seat.class())));
    line.under.of(&managers.collect::<Vec<_>>())
}

/// Returns how often a position of this class is chosen to lead another one: most people are in teams.
fn weight(class: RoleClass) -> usize {
    match class {
        RoleClass::Manager => 8,
        RoleClass::SeniorSpecialist => 4,
        class if class.is_executive() => 4,
        RoleClass::External => 2,
        RoleClass::Contributor => 0,
        _ => 1,
    }
}

fn role(line: &RawLine, above: Option<&Seat>) -> &'static BuiltInRole {
    let ids = above.map_or(AT_THE_TOP, |above| roles_below(above.class()));
    let lower = |role: &&&BuiltInRole| match (role.class.rank(), above.and_then(|above| above.class().rank()))
    {
        (Some(rank), Some(above)) if role.class.is_executive() => rank < above,
        _ => true,
    };
    let roles = ids.iter().filter_map(|id| BUILT_IN_ROLES.iter().find(|role| role.id == *id));
    let roles: Vec<&BuiltInRole> = roles.filter(|role| lower(&role)).collect();
    line.role.of(&roles).unwrap_or(&OTHER)
}

/// The role of whom no list names a role for: there is none.
static OTHER: BuiltInRole = BuiltInRole { id: "other", name: "Other", class: RoleClass::Other };
