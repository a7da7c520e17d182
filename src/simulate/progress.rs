//! Telling how far a simulation is.

use std::fmt;
use std::sync::{Arc, Mutex};

type Tell = dyn Fn(u64, u64) + Send + Sync;

/// What is called while years are run, if anything.
#[derive(Clone, Default)]
pub(super) struct Progress {
    tell: Option<Arc<Tell>>,
    done: Arc<Mutex<u64>>,
}

impl Progress {
    pub(super) fn new(tell: impl Fn(u64, u64) + Send + Sync + 'static) -> Self {
        Self { tell: Some(Arc::new(tell)), done: Arc::default() }
    }

    /// Begins anew.
    pub(super) fn fresh(&self) -> Self {
        Self { tell: self.tell.clone(), done: Arc::default() }
    }

    /// Counts years of all designs, and tells how many are done of so many: never fewer than before.
    pub(super) fn add(&self, years: u64, of: u64) {
        let Some(tell) = &self.tell else { return };
        // One at a time; a caller that panicked has nothing to say any more.
        let Ok(mut done) = self.done.lock() else { return };
        *done = done.saturating_add(years);
        tell(*done, of);
    }
}

impl fmt::Debug for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Progress").field("is_told", &self.tell.is_some()).finish_non_exhaustive()
    }
}
