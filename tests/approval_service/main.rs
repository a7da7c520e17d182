//! The example `approval_service` keeps what it promises: killed at any moment, or beside another process on the same
//! database, it loses nothing that it acknowledged, writes nothing twice, and lets nobody overspend.
//!
//! What is killed is the example itself, as a process. Its modules are in here, too, for what can only be brought
//! about from within, such as a database that fails.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on says why"
)]

mod database;
#[path = "../../examples/approval_service/error.rs"]
mod error;
mod inside;
mod killed;
mod process;
mod sender;
#[path = "../../examples/approval_service/service.rs"]
mod service;
#[path = "../../examples/approval_service/store.rs"]
mod store;
mod two_at_once;

#[test]
fn without_arguments_it_tells_what_it_does() {
    let output = std::process::Command::new(process::example()).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert!(String::from_utf8(output.stdout).unwrap().contains("version 254 before the restart, 254 after"));
}

/// Chance that is the same in every run.
struct Chance(u64);

impl Chance {
    /// Returns a number below another one (`SplitMix64`).
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % u64::try_from(bound).unwrap()).unwrap()
    }
}
