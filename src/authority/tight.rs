//! Vectors that hold millions of small records.

/// Makes room for one more record where there is none: twice what there is of few, an eighth more of many.
///
/// A vector that doubles holds up to as much again in reserve, which is a lot of memory once it holds millions. What a
/// large one costs to grow is not to copy it, as a rule, but to ask for memory: the system moves its pages.
pub(super) fn grow<T>(records: &mut Vec<T>, more: usize) {
    const MANY: usize = 1 << 20;
    if records.len() + more <= records.capacity() {
        return;
    }
    if records.len() < MANY {
        records.reserve(more);
    } else {
        records.reserve_exact(more.max(records.len() / 8));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_records_have_little_in_reserve() {
        let mut records: Vec<u8> = Vec::new();
        for _ in 0..3_000_000 {
            grow(&mut records, 1);
            records.push(0);
        }
        assert!(records.capacity() - records.len() <= records.len() / 8);
    }
}
