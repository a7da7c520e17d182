//! What a column can hold, and the headers under which HR systems export it.

use crate::words::word_enum;

word_enum! {
    /// What a column of an export holds.
    ///
    #[doc = include_str!("headers.md")]
    pub enum CsvField ("column") {
        /// The id of a person, or of whatever a row is about.
        Id = "id",
        /// The id of the seat, where it stands beside that of the person.
        PositionId = "position-id",
        /// The id of the person in the seat, where the row has an id of its own.
        Holder = "holder",
        /// Whom the row reports to: an id, else a name, an address or a title.
        Manager = "manager",
        /// The seat that the row reports to.
        ManagerPosition = "manager-position",
        /// Further managers.
        DottedLine = "dotted-line",
        /// The title.
        Title = "title",
        /// The role, where it stands beside a title.
        Role = "role",
        /// The department, which tells what a title such as `Manager` means.
        Department = "department",
        /// A name of the person; never kept.
        Name = "name",
        /// The first name; never kept.
        FirstName = "first-name",
        /// The last name; never kept.
        LastName = "last-name",
        /// An address of the person; never kept.
        Email = "email",
        /// Whether the seat is held, vacant or left, in words.
        Status = "status",
        /// Whether the person still works there: yes or no.
        Active = "active",
        /// Whether the seat is vacant: yes or no.
        Vacant = "vacant",
        /// The share of a full-time job.
        Fte = "fte",
        /// The pay of a year.
        Pay = "pay",
        /// The pay of an hour, a week or a month; not kept.
        PayOfOtherPeriod = "pay-of-other-period",
        /// What the pay is for: a year, a month, an hour.
        PayBasis = "pay-basis",
        /// The currency of the pay.
        Currency = "currency",
        /// An end of a pay band; not kept, for a band belongs to a role.
        PayBand = "pay-band",
        /// The channels that the seat is assigned.
        Channels = "channels",
        /// The money that the seat is given for the fiscal year.
        Allocation = "allocation",
        /// The most that it may spend at once.
        TransactionLimit = "transaction-limit",
        /// The most that it may spend in a day.
        DailyLimit = "daily-limit",
        /// The most that it may spend in a week.
        WeeklyLimit = "weekly-limit",
        /// The most that it may spend in a month.
        MonthlyLimit = "monthly-limit",
        /// The largest single spend that it may approve.
        ApprovesUpTo = "approves-up-to",
    }
}

impl CsvField {
    /// Returns whether several columns may hold this, all of which are read.
    pub(super) fn takes_several(self) -> bool {
        matches!(
            self,
            Self::DottedLine
                | Self::Name
                | Self::Email
                | Self::Status
                | Self::PayOfOtherPeriod
                | Self::PayBasis
                | Self::PayBand
                | Self::Channels
        )
    }

    /// Returns whether this is read for nothing but to find a manager who is given by it.
    pub(super) fn is_personal(self) -> bool {
        matches!(self, Self::Name | Self::FirstName | Self::LastName | Self::Email)
    }
}

/// The headers of one field: each list goes before the next, whose columns give way to it.
pub(super) struct Aliases {
    pub(super) field: CsvField,
    pub(super) lists: &'static [&'static [&'static str]],
}

const fn aliases(field: CsvField, lists: &'static [&'static [&'static str]]) -> Aliases {
    Aliases { field, lists }
}

/// Every header that is understood, in lower case; spaces and punctuation do not count.
///
/// The documentation of the module shows this table, and a test holds the two together.
#[rustfmt::skip]
pub(super) const ALIASES: &[Aliases] = &[
    aliases(CsvField::Id, &[&[
        "id", "employee id", "person id", "worker id", "user id", "associate id", "staff id", "emp id", "personnel id",
        "employee number", "person number", "worker number", "personnel number", "staff number", "payroll number",
        "user/employee id", "employee no", "emp no", "employee #", "employee code", "emp code", "emp number",
        "person no", "unique id", "unique user id", "user sys id", "identifier", "file number",
        "id karyawan", "nomor karyawan", "nik", "nip", "personalnummer", "mitarbeiter id", "mitarbeiternummer", "matricule",
        "id employé", "id empleado", "id de empleado", "número de empleado", "legajo",
    ]]),
    aliases(CsvField::PositionId, &[&[
        "position id", "position number", "position no", "position code", "position #", "seat id", "post id", "id posisi",
        "planstelle", "planstellennummer", "id puesto", "id poste",
    ]]),
    aliases(CsvField::Holder, &[&["holder", "holder id", "incumbent id", "incumbent employee id", "occupant id"]]),
    aliases(CsvField::Manager, &[
        &[
            "manager id", "supervisor id", "reports to id", "line manager id", "reporting manager id", "direct manager id",
            "people manager id", "manager employee id", "managers employee id", "supervisor employee id",
            "manager person id", "supervisor person id", "manager person number", "manager worker id", "manager user id",
            "manager unique user id", "manager user sys id", "manager number", "manager employee number",
            "manager personnel number", "supervisor number", "supervisor employee number", "supervisor eid",
            "reports to employee id", "reports to associate id", "reports to person id", "reports to employee number",
            "manager staff id", "manager emp id", "manager code", "boss id", "superior id", "parent id", "id atasan",
            "nik atasan", "vorgesetzten id", "personalnummer vorgesetzter", "id manager", "matricule manager",
            "id responsable", "id del jefe", "id jefe", "id supervisor",
        ],
        &[
            "manager", "supervisor", "reports to", "reporting to", "line manager", "reporting manager", "direct manager",
            "people manager", "immediate supervisor", "boss", "superior", "parent", "leader", "atasan", "atasan langsung",
            "vorgesetzter", "vorgesetzte", "supérieur", "supérieur hiérarchique", "responsable hiérarchique", "jefe",
            "jefe directo", "jefe inmediato",
        ],
        &[
            "manager name", "managers name", "supervisor name", "reports to name", "line manager name",
            "reporting manager name", "manager full name", "supervisor full name", "nama atasan", "name vorgesetzter",
            "nom du manager", "nombre del jefe",
        ],
        &[
            "manager email", "managers email", "manager email address", "manager work email", "supervisor email",
            "reports to email", "line manager email", "manager primary email address",
        ],
        &["manager title", "manager role", "manager job title", "reports to title", "reports to role"],
    ]),
    aliases(CsvField::ManagerPosition, &[&[
        "manager position id", "managers position id", "supervisor position id", "reports to position id",
        "reports to position", "reports to position number", "parent position", "parent position id",
        "parent position code", "manager position", "manager position number", "superior position",
        "supervisor position", "higher level position", "line manager position id",
    ]]),
    aliases(CsvField::DottedLine, &[&[
        "dotted line", "dotted lines", "dotted line manager", "dotted line managers", "dotted line manager id",
        "dotted line reports to", "dotted line relationship", "dotted line supervisor", "matrix manager", "matrix managers",
        "matrix manager id", "secondary manager", "secondary managers", "secondary manager id", "secondary supervisor",
        "second manager", "second manager id", "functional manager", "functional manager id", "alt reports to",
        "alternate reports to", "alternate manager", "alternate manager id", "additional manager", "additional managers",
        "indirect manager", "indirect manager id", "co manager", "atasan fungsional", "fachlicher vorgesetzter",
        "manager fonctionnel", "jefe funcional",
    ]]),
    aliases(CsvField::Title, &[
        &[
            "title", "job title", "position title", "business title", "job title description", "job position", "working title",
            "official title", "work title", "titel", "jabatan", "nama jabatan", "stellenbezeichnung", "berufsbezeichnung",
            "intitulé du poste", "título", "título del puesto",
        ],
        &[
            "position", "position name", "position description", "job", "job name", "job description", "job profile",
            "job role", "designation", "occupation", "function title", "external title", "posisi", "stelle", "funktion",
            "poste", "fonction", "puesto", "cargo",
        ],
    ]),
    aliases(CsvField::Role, &[&["role", "role id", "role name", "peran", "rolle", "rôle", "rol"]]),
    aliases(CsvField::Department, &[
        &[
            "department", "dept", "department name", "dept name", "department description", "home department",
            "home department description", "departemen", "abteilung", "département", "departamento",
        ],
        &[
            "division", "division name", "business unit", "organization unit", "organisation unit", "org unit",
            "organizational unit", "supervisory organization", "team", "function", "area", "unit", "divisi", "bereich",
            "service", "direction", "área",
        ],
    ]),
    aliases(CsvField::Name, &[&[
        "name", "full name", "employee name", "employee", "worker", "worker name", "display name", "legal name",
        "preferred name", "person name", "payroll name", "last name first name", "formatted name", "nama", "nama lengkap",
        "nama karyawan", "vollständiger name", "nom complet", "nombre completo", "incumbent", "incumbent name",
        "holder name",
    ]]),
    aliases(CsvField::FirstName, &[
        &["first name", "given name", "forename", "legal first name", "vorname", "prénom", "nombre", "nama depan"],
        &["preferred first name"],
    ]),
    aliases(CsvField::LastName, &[
        &["last name", "surname", "family name", "legal last name", "nachname", "nom", "apellido", "apellidos", "nama belakang"],
        &["preferred last name"],
    ]),
    aliases(CsvField::Email, &[&[
        "email", "email address", "work email", "work email address", "business email", "company email",
        "primary email", "user principal name",
    ]]),
    aliases(CsvField::Status, &[&[
        "status", "employment status", "employee status", "worker status", "assignment status", "position status",
        "staffing status", "lifecycle status", "job status", "hr status", "active status", "status karyawan", "statut",
        "estado",
    ]]),
    aliases(CsvField::Active, &[&["active", "is active", "active employee", "aktif", "aktiv", "activo"]]),
    aliases(CsvField::Vacant, &[&["vacant", "is vacant", "vacancy", "is vacancy", "position vacant", "open position"]]),
    aliases(CsvField::Fte, &[&[
        "fte", "fte %", "fte percent", "full time equivalent", "full time equivalency", "employment percentage",
        "work percentage", "working time percentage", "beschäftigungsgrad", "etp",
    ]]),
    aliases(CsvField::Pay, &[&[
        "salary", "base salary", "annual salary", "base annual salary", "annual base salary", "annualized salary",
        "yearly salary", "salary amount", "base salary amount", "current salary", "fixed salary", "pay", "base pay",
        "annual pay", "annual base pay", "total base pay annualized amount", "total base pay", "pay rate",
        "compensation", "base compensation", "annual compensation", "gaji tahunan", "gehalt", "jahresgehalt", "salaire annuel",
        "salario anual",
    ]]),
    aliases(CsvField::PayOfOtherPeriod, &[&[
        "hourly rate", "hourly pay", "hourly wage", "hourly salary", "rate per hour", "daily rate", "day rate", "weekly pay",
        "weekly salary", "monthly salary", "monthly pay", "monthly base salary", "biweekly pay", "gaji", "gaji pokok",
        "gaji bulanan", "stundenlohn", "monatsgehalt", "salaire mensuel", "salario mensual",
    ]]),
    aliases(CsvField::PayBasis, &[&[
        "pay basis", "pay per", "paid per", "per", "pay frequency", "frequency", "salary basis", "salary period",
        "salary pay period", "salary frequency", "pay period", "pay type", "rate type", "pay rate type",
        "compensation frequency", "pay rate period", "base salary pay period", "annual/hourly",
    ]]),
    aliases(CsvField::Currency, &[&[
        "currency", "currency code", "pay currency", "salary currency", "base salary currency", "compensation currency",
        "mata uang", "währung", "devise", "moneda",
    ]]),
    aliases(CsvField::PayBand, &[&[
        "salary min", "salary max", "min salary", "max salary", "minimum salary", "maximum salary", "salary minimum",
        "salary maximum", "salary midpoint", "salary mid", "band min", "band max", "range minimum", "range maximum",
        "range midpoint", "pay range minimum", "pay range maximum", "pay range midpoint", "pay band", "salary band",
        "pay range", "salary range", "pay grade minimum", "pay grade maximum",
    ]]),
    aliases(CsvField::Channels, &[&[
        "channel", "channels", "marketing channel", "marketing channels", "assigned channel", "assigned channels", "kanal",
        "kanäle", "canal", "canaux", "canales",
    ]]),
    aliases(CsvField::Allocation, &[&[
        "allocation", "budget", "allocated budget", "annual budget", "annual allocation", "allocation amount",
        "budget amount", "budget allocation", "marketing budget", "anggaran", "presupuesto",
    ]]),
    aliases(CsvField::TransactionLimit, &[&[
        "transaction limit", "per transaction limit", "limit per transaction", "single transaction limit",
    ]]),
    aliases(CsvField::DailyLimit, &[&["daily limit", "day limit", "limit per day", "daily spend limit", "daily budget limit"]]),
    aliases(CsvField::WeeklyLimit, &[&["weekly limit", "week limit", "limit per week", "weekly spend limit"]]),
    aliases(CsvField::MonthlyLimit, &[&["monthly limit", "month limit", "limit per month", "monthly spend limit"]]),
    aliases(CsvField::ApprovesUpTo, &[&[
        "approves up to", "approval limit", "approval authority", "approval threshold", "signing limit", "signing authority",
        "signature limit", "delegation of authority limit",
    ]]),
];

#[cfg(test)]
mod tests {
    use super::super::header::plain;
    use super::*;

    #[test]
    fn every_field_has_headers_and_no_header_has_two_fields() {
        let mut seen = Vec::new();
        for entry in ALIASES {
            for alias in entry.lists.iter().flat_map(|list| *list) {
                let key = plain(alias);
                assert!(!seen.contains(&key), "{alias}");
                seen.push(key);
            }
        }
        let fields: Vec<_> = ALIASES.iter().map(|entry| entry.field).collect();
        assert_eq!(fields, CsvField::ALL);
    }

    #[test]
    fn the_documented_table_is_the_table() {
        let words =
            |list: &[&str]| list.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
        let row = |entry: &Aliases| {
            let lists: Vec<String> = entry.lists.iter().map(|list| words(list)).collect();
            format!("| `{}` | {} |", entry.field, lists.join("; else "))
        };
        let rows: Vec<String> = ALIASES.iter().map(row).collect();
        let documented: Vec<&str> =
            include_str!("headers.md").lines().filter(|line| line.starts_with("| `")).collect();
        assert_eq!(documented, rows, "the table should read:\n{}", rows.join("\n"));
    }
}
