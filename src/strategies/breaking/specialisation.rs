//! Faults in who covers which channel.

use crate::money::Amount;
use crate::strategies::breaking::scene::{Breaker, SMALL, Scene};

pub(super) const BREAKERS: &[(&str, Breaker)] = &[
    ("SPC001", too_many_channels),
    ("SPC002", specialist_without_channel),
    ("SPC003", channel_without_specialist),
];

/// A specialist with three channels, each with money.
fn too_many_channels(scene: &mut Scene) {
    let dmm = scene.dmm();
    let specialist = scene.hire("specialist", Some(&dmm));
    let mut channels: Vec<String> = scene.spec().channels.keys().take(3).cloned().collect();
    while channels.len() < 3 {
        let channel = scene.add_channel();
        scene.fund(&dmm, &specialist, SMALL, |delegation| {
            delegation.channel = Some(channel.clone());
            delegation.limits.week = Some(Amount::from(10));
        });
        channels.push(channel);
    }
    scene.assign(&specialist, &channels);
}

fn specialist_without_channel(scene: &mut Scene) {
    let dmm = scene.dmm();
    scene.hire("specialist", Some(&dmm));
}

/// A channel that nobody is assigned, or a copywriter alone, with money for it.
fn channel_without_specialist(scene: &mut Scene) {
    let dmm = scene.one_of(false, &[true]).then(|| scene.dmm());
    let channel = scene.add_channel();
    if let Some(dmm) = dmm {
        let copywriter = scene.hire("copywriter", Some(&dmm));
        scene.assign(&copywriter, &[channel]);
        scene.fund(&dmm, &copywriter, SMALL, |_| ());
    }
}
