//! Whoever sends entries to the service: in order, and once more what was not answered.

use std::collections::VecDeque;

use bagan::Entry;

use crate::process::{Answer, Process};

/// Entries, with the answer to each that was answered.
pub(crate) struct Sender {
    pub(crate) entries: Vec<Entry>,
    pub(crate) answers: Vec<Option<Answer>>,
    /// The entries that were sent to the process that runs now, and not answered yet.
    waiting: VecDeque<usize>,
    /// How many entries were sent and not answered before the process was killed.
    pub(crate) cut_off: usize,
    pub(crate) kills: usize,
}

impl Sender {
    pub(crate) fn new(entries: Vec<Entry>) -> Self {
        let answers = vec![None; entries.len()];
        Self { entries, answers, waiting: VecDeque::new(), cut_off: 0, kills: 0 }
    }

    /// Returns the first entry without an answer.
    pub(crate) fn next(&self) -> usize {
        self.answers.iter().position(Option::is_none).unwrap_or(self.entries.len())
    }

    pub(crate) fn is_done(&self) -> bool {
        self.next() == self.entries.len()
    }

    /// Sends so many of the entries that were not answered.
    pub(crate) fn send(&mut self, process: &mut Process, count: usize) {
        let next = self.next();
        for index in next..self.entries.len().min(next + count) {
            self.send_one(process, index);
        }
    }

    /// Sends an entry, whether it was answered or not.
    pub(crate) fn send_one(&mut self, process: &mut Process, index: usize) {
        process.send(&self.entries[index]);
        self.waiting.push_back(index);
    }

    pub(crate) fn waiting(&self) -> usize {
        self.waiting.len()
    }

    /// Reads so many answers.
    pub(crate) fn read(&mut self, process: &mut Process, count: usize) {
        for _ in 0..count {
            match process.answer() {
                Some(answer) => self.take(answer),
                None => panic!("the service ended by itself: {}", process.errors()),
            }
        }
    }

    pub(crate) fn kill(&mut self, process: Process) {
        for answer in process.kill() {
            self.take(answer);
        }
        self.cut_off += self.waiting.len();
        self.waiting.clear();
        self.kills += 1;
    }

    /// Notes an answer. One that says accepted, and every later one to the same entry says that it was known.
    fn take(&mut self, answer: Answer) {
        let index = self.waiting.pop_front().unwrap();
        assert_eq!(
            answer.key.as_ref(),
            Some(&self.entries[index].key),
            "answers come in the order of the entries"
        );
        assert_eq!(answer.accepted, answer.error.is_none());
        match &self.answers[index] {
            Some(known) if known.accepted => assert!(answer.accepted && answer.repeated, "lost: {answer:?}"),
            _ => self.answers[index] = Some(answer),
        }
    }

    /// Returns the entries that were answered, with their answers.
    pub(crate) fn answered(&self) -> impl Iterator<Item = (&Entry, &Answer)> {
        self.entries.iter().zip(&self.answers).filter_map(|(entry, answer)| Some((entry, answer.as_ref()?)))
    }
}
