//! Running the rules of a large org on all cores.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Below this many positions, a thread costs more than it saves.
const LARGE: usize = 20_000;

/// Room for the results that a small org mostly has.
const FEW: usize = 64;

/// Runs a job on each item, and returns all results in the order of the items, however many threads there are.
///
/// A job adds its results to those that it is handed. `size` is that of the org. Where no thread can be had, the
/// caller's does all the work.
pub(super) fn gather<T: Sync, R: Send>(
    items: impl Iterator<Item = T>,
    size: usize,
    job: impl Fn(&T, Vec<R>) -> Vec<R> + Sync,
) -> Vec<R> {
    // Asking for the cores reads files: it takes longer than the check of a small org.
    let cores = || thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let cores = if size < LARGE { 1 } else { cores() };
    if cores == 1 {
        return items.fold(Vec::with_capacity(FEW), |found, item| job(&item, found));
    }
    let items: Vec<T> = items.collect();
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some((place, item)) = take(&items, &next) {
            done.push((place, job(item, Vec::new())));
        }
        done
    };
    let mut done = thread::scope(|scope| {
        let spawn = |_| thread::Builder::new().spawn_scoped(scope, work).ok();
        let threads: Vec<_> = (1..cores.min(items.len())).map_while(spawn).collect();
        let mut done = work();
        for thread in threads {
            match thread.join() {
                Ok(more) => done.extend(more),
                // A rule of the user's own has panicked: let it go on as it would have without threads.
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        done
    });
    done.sort_unstable_by_key(|(place, _)| *place);
    let mut all = Vec::with_capacity(done.iter().map(|(_, results)| results.len()).sum());
    for (_, mut results) in done {
        all.append(&mut results);
    }
    all
}

/// Takes the next item that nobody has.
fn take<'i, T>(items: &'i [T], next: &AtomicUsize) -> Option<(usize, &'i T)> {
    let place = next.fetch_add(1, Ordering::Relaxed);
    items.get(place).map(|item| (place, item))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let items: Vec<u32> = (0..1000).collect();
        for size in [0, LARGE] {
            assert_eq!(
                gather(items.iter(), size, |item, found| [found, vec![**item * 2; 2]].concat()),
                items.iter().flat_map(|item| [*item * 2; 2]).collect::<Vec<_>>()
            );
        }
        assert_eq!(gather(std::iter::empty(), LARGE, |item: &u32, _| vec![*item]), [0; 0]);
    }

    #[test]
    fn a_panic_goes_through() {
        let items: Vec<u32> = (0..10).collect();
        let run = std::panic::catch_unwind(|| {
            gather(items.iter(), LARGE, |item, found: Vec<u32>| {
                assert!(**item != 7, "seven");
                found
            })
        });
        assert!(run.is_err());
    }
}
