//! The text of a decision: the verdict as a sentence, the tests as a table, then what follows from them.

use std::fmt::{self, Display};

use crate::authority::{Decision, Verdict};
use crate::render::decision::{approvals, table, words};
use crate::render::text::plain;

impl Display for Decision<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", plain(&sentence(self)))?;
        writeln!(f)?;
        for line in table::lines(self) {
            writeln!(f, "{}", plain(&line))?;
        }
        for (heading, lines) in approvals::sections(self) {
            writeln!(f, "\n{}", plain(&heading))?;
            for line in lines {
                writeln!(f, "  {}", plain(&line))?;
            }
        }
        Ok(())
    }
}

fn sentence(decision: &Decision<'_>) -> String {
    let (position, channel) = (words::position_id(decision), words::channel_id(decision));
    let amount = decision.currency().display(decision.amount());
    let spend = format!("spend {amount} on `{channel}` on {}", decision.date());
    match decision.verdict() {
        Verdict::Approved if decision.approvals_needed() == 0 => {
            format!("approved: `{position}` may {spend}")
        }
        Verdict::Approved => {
            format!("approved: `{position}` may {spend}, for its approvals lift what was in the way")
        }
        Verdict::NeedsApproval => format!("needs approval: `{position}` may not {spend} on its own"),
        Verdict::Denied => format!("denied: `{position}` may not {spend}, whoever approves"),
    }
}
