//! The matrix of authority in words: a line for each cell, since a cell holds nine figures.

use std::fmt;

use crate::calendar::Window;
use crate::matrix::{AuthorityCell, AuthorityMatrix, Backing};
use crate::money::Money;
use crate::render::matrix::sheet::{Cells, Heading, Reader, Sheet, first_headings};

impl Sheet for AuthorityMatrix<'_> {
    fn title(&self) -> String {
        let day = self.day().map(|day| format!(" on {day}")).unwrap_or_default();
        let (name, currency) = (self.org().name(), self.org().currency());
        format!("who may spend how much at `{name}`{day}, in {currency}")
    }

    fn headings(&self, reader: Reader) -> Vec<Heading> {
        let mut headings = first_headings();
        headings.push(Heading::left("channel"));
        let (amount, approves, until) = match reader {
            Reader::People => ("amount a year", "approves up to", "valid until"),
            Reader::Programs => {
                headings.extend(["backing", "account", "currency"].map(Heading::left));
                ("amount", "approves-up-to", "valid-until")
            }
        };
        headings.push(Heading::right(amount));
        headings.extend(Window::ALL.iter().map(|window| Heading::right(window.as_str())));
        headings.push(Heading::right(approves));
        headings.extend(["sub-delegation", until].map(Heading::left));
        headings
    }

    fn rows(&self, reader: Reader, write: &mut dyn FnMut(usize, &[String]) -> fmt::Result) -> fmt::Result {
        let mut cells = Cells::default();
        let width = self.headings(reader).len();
        for row in self.rows() {
            if row.cells().is_empty() {
                cells.begin(&row, reader);
                cells.skip_to(width);
                write(row.layer(), cells.as_slice())?;
            }
            for cell in row.cells() {
                cells.begin(&row, reader);
                Line { matrix: self, cell, reader }.write(&mut cells);
                write(row.layer(), cells.as_slice())?;
            }
        }
        Ok(())
    }

    fn notes(&self) -> Vec<String> {
        let has = |is: fn(&Backing<'_>) -> bool| {
            self.rows().any(|row| row.cells().iter().any(|cell| is(&cell.backing)))
        };
        let mut notes = vec![
            "the limits of the accounts that one is cut from bind as well; - is no limit, no end, or no account".to_owned(),
            "money is spent on channels that the position is assigned; what it holds for others it may pass on alone"
                .to_owned(),
        ];
        if has(|backing| matches!(backing, Backing::Shared(_))) {
            notes.push(
                "(shared): the amount is that of (any), there once for all channels that share it".to_owned(),
            );
        }
        if has(|backing| matches!(backing, Backing::Behind(_))) {
            notes.push(
                "(behind): nothing is charged to it while the account before it is in force".to_owned(),
            );
        }
        notes
    }
}

/// One cell on its way to a line.
struct Line<'m, 'o> {
    matrix: &'m AuthorityMatrix<'o>,
    cell: &'m AuthorityCell<'o>,
    reader: Reader,
}

impl Line<'_, '_> {
    fn write(&self, cells: &mut Cells) {
        let Self { cell, .. } = self;
        match self.reader {
            Reader::People => self.write_channel(cells),
            Reader::Programs => {
                cells.push(cell.channel.map_or("", |channel| channel.id()));
                cells.push(self.backing());
                match cell.account() {
                    Some(account) => cells.push(account.path()),
                    None => cells.push(""),
                }
                cells.push(self.matrix.org().currency());
            }
        }
        self.write_money(cells, cell.amount());
        let limits = cell.limits();
        for window in Window::ALL {
            self.write_money(cells, limits.get(*window));
        }
        self.write_money(cells, cell.approval_limit);
        match cell.sub_delegation() {
            Some(permission) => cells.push(permission),
            None => cells.push(self.nothing()),
        }
        match cell.valid_until() {
            Some(until) => cells.push(until),
            None => cells.push(self.nothing()),
        }
    }

    fn write_channel(&self, cells: &mut Cells) {
        let channel = self.cell.channel.map_or("(any)", |channel| channel.id());
        match self.cell.backing {
            Backing::Shared(_) | Backing::Behind(_) => {
                cells.push(format_args!("{channel} ({})", self.backing()));
            }
            Backing::Own(_) | Backing::ApprovalAlone => cells.push(channel),
        }
    }

    fn write_money(&self, cells: &mut Cells, money: Option<Money>) {
        let currency = self.matrix.org().currency();
        match (money, self.reader) {
            (Some(money), Reader::People) => cells.push(currency.grouped(money)),
            (Some(money), Reader::Programs) => cells.push(currency.decimal(money)),
            (None, _) => cells.push(self.nothing()),
        }
    }

    fn backing(&self) -> &'static str {
        match self.cell.backing {
            Backing::Own(_) => "own",
            Backing::Shared(_) => "shared",
            Backing::Behind(_) => "behind",
            Backing::ApprovalAlone => "approval-alone",
        }
    }

    fn nothing(&self) -> &'static str {
        match self.reader {
            Reader::People => "-",
            Reader::Programs => "",
        }
    }
}
