//! Which cell of a row is what: the columns, laid out for reading.

use super::columns::Columns;
use super::error::ImportFault;
use super::field::CsvField;
use super::roles::RoleMap;
use crate::calendar::Window;

/// The columns of a file, and how its rows are read.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) columns: Columns,
    pub(super) plan: Plan,
}

impl Layout {
    /// Settles what each column holds.
    ///
    /// # Errors
    /// What keeps the columns from being read.
    pub(super) fn new(headers: &[String], map: &RoleMap) -> Result<Self, Vec<ImportFault>> {
        Self::of(Columns::new(headers, map)?)
    }

    fn of(mut columns: Columns) -> Result<Self, Vec<ImportFault>> {
        let plan = Plan::new(&mut columns).map_err(|fault| vec![fault])?;
        Ok(Self { columns, plan })
    }

    /// Settles it anew without the column that identifies seats.
    pub(super) fn without_seats(&self) -> Result<Self, Vec<ImportFault>> {
        let mut columns = self.columns.clone();
        columns.give_way(Some(self.plan.id));
        Self::of(columns)
    }
}

/// The places of the cells that are read.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    pub(super) width: usize,
    /// What identifies the seat.
    pub(super) id: usize,
    /// What identifies the person, where that is another column.
    pub(super) person: Option<usize>,
    pub(super) manager: Option<usize>,
    /// Whether managers are given by person, though seats have ids of their own.
    pub(super) by_person: bool,
    /// Other columns that name the manager, for where the first one leads nowhere.
    pub(super) spare_managers: Vec<usize>,
    pub(super) dotted: Vec<usize>,
    pub(super) title: Option<usize>,
    pub(super) role: Option<usize>,
    pub(super) department: Option<usize>,
    pub(super) statuses: Vec<usize>,
    pub(super) active: Option<usize>,
    pub(super) vacant: Option<usize>,
    pub(super) names: Vec<usize>,
    pub(super) first_name: Option<usize>,
    pub(super) last_name: Option<usize>,
    pub(super) emails: Vec<usize>,
    pub(super) channels: Vec<usize>,
    pub(super) fte: Option<usize>,
    /// Whether the header of that column says that it is in percent.
    pub(super) fte_in_percent: bool,
    pub(super) pay: Option<usize>,
    pub(super) pay_bases: Vec<usize>,
    pub(super) currency: Option<usize>,
    pub(super) allocation: Option<usize>,
    pub(super) limits: Vec<(Window, usize)>,
    pub(super) approves: Option<usize>,
}

impl Plan {
    /// Lays out the columns; a column that the plan does not need gives way.
    ///
    /// # Errors
    /// [`ImportFault::NoIdColumn`], or columns that leave open who is in the seat.
    pub(super) fn new(columns: &mut Columns) -> Result<Self, ImportFault> {
        let (seat, person) = seat_and_person(columns)?;
        let has_seats = columns.one(CsvField::PositionId).is_some();
        let (by_id, by_position) = (columns.one(CsvField::Manager), columns.one(CsvField::ManagerPosition));
        let manager = if has_seats { by_position.or(by_id) } else { by_id.or(by_position) };
        let by_person = person.is_some() && has_seats && manager == by_id;
        columns.give_way([by_id, by_position].into_iter().flatten().find(|&at| Some(at) != manager));
        let all = |field| columns.of(field).collect();
        let window = |(field, window)| columns.one(field).map(|at| (window, at));
        Ok(Self {
            width: columns.all.len(),
            id: seat,
            person,
            manager,
            by_person,
            spare_managers: columns.spare(CsvField::Manager),
            dotted: all(CsvField::DottedLine),
            title: columns.one(CsvField::Title),
            role: columns.one(CsvField::Role),
            department: columns.one(CsvField::Department),
            statuses: all(CsvField::Status),
            active: columns.one(CsvField::Active),
            vacant: columns.one(CsvField::Vacant),
            names: all(CsvField::Name),
            first_name: columns.one(CsvField::FirstName),
            last_name: columns.one(CsvField::LastName),
            emails: all(CsvField::Email),
            channels: all(CsvField::Channels),
            fte: columns.one(CsvField::Fte),
            fte_in_percent: columns.one(CsvField::Fte).is_some_and(|at| is_in_percent(&columns.header(at))),
            pay: columns.one(CsvField::Pay),
            pay_bases: all(CsvField::PayBasis),
            currency: columns.one(CsvField::Currency),
            allocation: columns.one(CsvField::Allocation),
            limits: LIMITS.into_iter().filter_map(window).collect(),
            approves: columns.one(CsvField::ApprovesUpTo),
        })
    }

    /// Returns the columns whose amounts need a currency, or the org cannot say what may be spent.
    pub(super) fn authority(&self) -> impl Iterator<Item = usize> + '_ {
        let limits = self.limits.iter().map(|&(_, at)| at);
        self.allocation.into_iter().chain(limits).chain(self.approves)
    }

    /// Returns the columns that two rows about one seat must agree on.
    pub(super) fn compared(&self) -> Vec<usize> {
        let lists =
            [&self.dotted, &self.statuses, &self.names, &self.emails, &self.channels, &self.pay_bases];
        let single = [
            self.person,
            self.manager,
            self.title,
            self.role,
            self.department,
            self.active,
            self.vacant,
            self.first_name,
            self.last_name,
            self.fte,
            self.pay,
            self.currency,
        ];
        let all = single.into_iter().flatten().chain(lists.into_iter().flatten().copied());
        all.chain(self.authority()).collect()
    }
}

/// Returns whether a header says that its column is in percent.
fn is_in_percent(header: &str) -> bool {
    let header = header.to_lowercase();
    header.contains('%') || header.contains("percent")
}

/// Returns the column that identifies the seat, and that of the person in it, if it is another.
fn seat_and_person(columns: &Columns) -> Result<(usize, Option<usize>), ImportFault> {
    let (id, position, holder) =
        (columns.one(CsvField::Id), columns.one(CsvField::PositionId), columns.one(CsvField::Holder));
    match (position, id, holder) {
        (Some(_), Some(id), Some(holder)) => {
            let headers = vec![columns.header(id), columns.header(holder)];
            Err(ImportFault::AmbiguousColumns { field: CsvField::Holder, headers })
        }
        (Some(position), person, holder) => Ok((position, person.or(holder))),
        (None, Some(id), holder) => Ok((id, holder)),
        (None, None, _) => {
            let headers = columns.all.iter().map(|column| column.header.clone()).collect();
            Err(ImportFault::NoIdColumn { headers })
        }
    }
}

const LIMITS: [(CsvField, Window); 4] = [
    (CsvField::TransactionLimit, Window::Transaction),
    (CsvField::DailyLimit, Window::Day),
    (CsvField::WeeklyLimit, Window::Week),
    (CsvField::MonthlyLimit, Window::Month),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(headers: &[&str]) -> Result<Plan, ImportFault> {
        let headers: Vec<String> = headers.iter().map(|&header| header.to_owned()).collect();
        let mut faults = match Layout::new(&headers, &RoleMap::default()) {
            Ok(layout) => return Ok(layout.plan),
            Err(faults) => faults,
        };
        Err(faults.remove(0))
    }

    #[test]
    fn a_position_beside_an_employee_is_the_seat() {
        let plan = plan(&["Employee ID", "Position ID", "Manager ID"]).unwrap();
        assert_eq!((plan.id, plan.person, plan.manager, plan.by_person), (1, Some(0), Some(2), true));
        let plan = self::plan(&["Position ID", "Employee ID", "Managers Position ID", "Manager ID"]).unwrap();
        assert_eq!((plan.id, plan.person, plan.manager, plan.by_person), (0, Some(1), Some(2), false));
    }

    #[test]
    fn either_alone_identifies_seat_and_person() {
        for header in ["Employee ID", "Position ID", "id"] {
            let plan = plan(&[header, "Managers Position ID"]).unwrap();
            assert_eq!((plan.id, plan.person, plan.manager, plan.by_person), (0, None, Some(1), false));
        }
        let plan = plan(&["id", "holder"]).unwrap();
        assert_eq!((plan.id, plan.person), (0, Some(1)));
    }

    #[test]
    fn the_header_of_a_share_says_whether_it_is_in_percent() {
        for (header, in_percent) in
            [("FTE %", true), ("Employment PERCENTAGE", true), ("FTE", false), ("Percent Bonus", false)]
        {
            assert_eq!(plan(&["id", header]).unwrap().fte_in_percent, in_percent, "{header}");
        }
    }

    #[test]
    fn columns_that_leave_the_seat_or_the_person_open_are_refused() {
        assert!(matches!(plan(&["title"]), Err(ImportFault::NoIdColumn { .. })));
        let open = plan(&["Position ID", "Employee ID", "Holder"]);
        assert!(matches!(open, Err(ImportFault::AmbiguousColumns { .. })));
    }
}
