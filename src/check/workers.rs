//! Running the rules of a large org on all cores.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Below this many positions, a thread costs more than it saves.
const LARGE: usize = 20_000;

/// Runs a job on each item, and returns the results in the order of the items, however many threads there are.
///
/// `size` is that of the org. Where no thread can be had, the caller's does all the work.
pub(super) fn each<T: Sync, R: Send>(items: &[T], size: usize, job: impl Fn(&T) -> R + Sync) -> Vec<R> {
    if size < LARGE {
        return items.iter().map(job).collect();
    }
    // Asking for the cores reads files: it takes longer than the check of a small org.
    let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some((place, item)) = take(items, &next) {
            done.push((place, job(item)));
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
    done.into_iter().map(|(_, result)| result).collect()
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
                each(&items, size, |item| item * 2),
                items.iter().map(|item| item * 2).collect::<Vec<_>>()
            );
        }
        assert_eq!(each(&[0; 0], LARGE, |item| *item), [0; 0]);
    }

    #[test]
    fn a_panic_goes_through() {
        let items: Vec<u32> = (0..10).collect();
        let run = std::panic::catch_unwind(|| each(&items, LARGE, |item| assert!(*item != 7, "seven")));
        assert!(run.is_err());
    }
}
