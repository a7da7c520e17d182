//! How an org prints in a failed assertion: a line a position, as an indented tree.

use std::fmt;

use crate::org::graph::Org;
use crate::org::position::Position;

/// How many positions are printed before the rest is counted.
const SHOWN: usize = 60;

impl fmt::Debug for Org {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "Org {:?} ({} positions, {})", self.name(), self.position_count(), self.currency())?;
        for position in self.positions_top_down().take(SHOWN) {
            write_position(f, self, position)?;
        }
        if let Some(more) = self.position_count().checked_sub(SHOWN).filter(|&more| more != 0) {
            writeln!(f, "  … {more} more positions")?;
        }
        for delegation in self.delegations().take(SHOWN) {
            let channel = delegation.channel().map_or("*", |channel| channel.id());
            let (from, to, amount) =
                (delegation.from().id(), delegation.to().id(), self.display(delegation.amount()));
            writeln!(
                f,
                "  {from} → {to}: {channel} {amount} {:?} {}",
                delegation.limits(),
                delegation.valid()
            )?;
        }
        Ok(())
    }
}

fn write_position(f: &mut fmt::Formatter<'_>, org: &Org, position: Position<'_>) -> fmt::Result {
    let indent = 2 * position.layer().min(40);
    write!(f, "{:indent$}{}: {}", "", position.id(), position.role().id())?;
    match (position.holder(), position.acting()) {
        (Some(holder), _) => write!(f, ", {holder}")?,
        (None, Some(acting)) => write!(f, ", vacant, {acting} acting")?,
        (None, None) => write!(f, ", vacant")?,
    }
    for channel in position.channels() {
        write!(f, " #{}", channel.id())?;
    }
    if let Some(budget) = position.budget() {
        write!(f, " budget {}", org.display(budget))?;
    }
    writeln!(f)
}

#[cfg(test)]
mod tests {
    use crate::org::OrgBuilder;

    #[test]
    fn an_org_prints_as_a_tree() {
        let mut org = OrgBuilder::new("Test", "IDR");
        org.channel("seo", "");
        org.position("seo", "specialist").reports_to("dmm").channels(["seo"]).acting("b");
        org.position("dmm", "digital-marketing-manager").holder("rina").budget(5);
        org.delegation("dmm", "seo", 3);
        let text = format!("{:?}", org.build().unwrap());
        assert!(text.starts_with("Org \"Test\" (2 positions, IDR)\n  dmm: digital-marketing-manager, rina budget IDR 5\n    seo: specialist, vacant, b acting #seo\n  dmm → seo: * IDR 3"), "{text}");
    }
}
