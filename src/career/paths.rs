//! All ways from role to role, one after the other.

use crate::career::ladder::{Ladder, node};
use crate::graph_support::PerNode;
use crate::org::Role;

/// The ways from a role to another that visit no role twice, made as they are asked for; see [`Ladder::paths`].
#[derive(Debug, Clone)]
pub struct Paths<'l, 'o> {
    ladder: &'l Ladder<'o>,
    to: u32,
    /// Whether a role leads to the end: no other is worth a step.
    leads: PerNode<bool>,
    on_path: PerNode<bool>,
    /// The way so far, each role with the steps that were tried from it.
    path: Vec<(u32, Cursor)>,
}

/// How many steps of a role were tried.
#[derive(Debug, Clone, Copy, Default)]
struct Cursor {
    /// Which of the classes that the role leads to.
    class: usize,
    /// Which step that is stated, or which role of the class.
    place: usize,
}

impl<'o> Ladder<'o> {
    /// Returns the ways from a role to another, both ends included, that visit no role twice.
    ///
    /// They come in the order of their steps: all ways by the first step of [`Self::steps_from`], then all by the
    /// second. The way from a role to itself is that role alone. There may be more than anyone can wait for
    /// ([`Self::count_paths`] says how many without listing them), so they are made one at a time, without recursion: on
    /// a ladder without a circle a way costs no more than the steps that its roles have, on one with a circle it may
    /// take as long as trying all ways along it.
    ///
    /// ```
    /// use bagan::OrgBuilder;
    /// use bagan::career::Ladder;
    ///
    /// let org = OrgBuilder::new("Nusantara Retail", "IDR").build()?;
    /// let ladder = Ladder::of(&org);
    /// let role = |id| org.role(id).ok_or("no such role");
    /// let paths = ladder.paths(role("specialist")?, role("digital-marketing-manager")?);
    /// let paths: Vec<Vec<&str>> = paths.map(|path| path.iter().map(|role| role.id()).collect()).collect();
    /// assert_eq!(
    ///     paths,
    ///     [
    ///         vec!["specialist", "lead-specialist", "digital-marketing-manager"],
    ///         vec!["specialist", "senior-specialist", "digital-marketing-manager"],
    ///         vec!["specialist", "digital-marketing-manager"],
    ///     ]
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn paths(&self, from: Role<'o>, to: Role<'o>) -> Paths<'_, 'o> {
        let back = self.back([node(to)]);
        let mut leads = PerNode::new(self.arcs.nodes(), false);
        for at in 0..self.roles() {
            leads.set(at, back.at(at).is_some());
        }
        let mut paths = Paths {
            ladder: self,
            to: node(to),
            on_path: PerNode::new(self.roles(), false),
            leads,
            path: Vec::new(),
        };
        if paths.leads.at(node(from)) {
            paths.push(node(from));
        }
        paths
    }
}

impl<'o> Paths<'_, 'o> {
    fn push(&mut self, role: u32) {
        self.on_path.set(role, true);
        self.path.push((role, Cursor::default()));
    }

    fn pop(&mut self) {
        if let Some((role, _)) = self.path.pop() {
            self.on_path.set(role, false);
        }
    }

    /// Returns the next step of a role that was not tried, and moves past it.
    fn step(ladder: &Ladder<'o>, role: u32, cursor: &mut Cursor) -> Option<u32> {
        let classes = ladder.role(role).next_classes();
        loop {
            let row = match classes {
                None => ladder.stated_of(role),
                Some(classes) => ladder.of_class(*classes.get(cursor.class)?),
            };
            if let Some(&to) = row.get(cursor.place) {
                cursor.place += 1;
                return Some(to);
            }
            classes?;
            *cursor = Cursor { class: cursor.class + 1, place: 0 };
        }
    }
}

impl<'o> Iterator for Paths<'_, 'o> {
    type Item = Vec<Role<'o>>;

    fn next(&mut self) -> Option<Vec<Role<'o>>> {
        while let Some((role, cursor)) = self.path.last_mut() {
            let role = *role;
            if role == self.to {
                let path = self.path.iter().map(|(role, _)| self.ladder.role(*role)).collect();
                self.pop();
                return Some(path);
            }
            match Self::step(self.ladder, role, cursor) {
                Some(to) if self.leads.at(to) && !self.on_path.at(to) => self.push(to),
                Some(_) => {}
                None => self.pop(),
            }
        }
        None
    }
}

impl std::iter::FusedIterator for Paths<'_, '_> {}
