//! What can be stated of a stand-in while it is added to an `OrgBuilder`.

use crate::org::drafts::draft;

draft!(
    /// A stand-in that is being stated.
    StandInDraft
);

impl StandInDraft<'_> {
    /// Says why somebody stands in.
    pub fn reason(self, reason: &str) -> Self {
        if let Some(stand_in) = self.builder.stand_ins.last_mut() {
            stand_in.reason = Some(reason.into());
        }
        self
    }
}
