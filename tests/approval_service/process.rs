//! The service as a process: started, fed, killed.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use bagan::Entry;
use serde::Deserialize;

/// One running service.
pub(crate) struct Process {
    child: Child,
    input: Option<ChildStdin>,
    output: Option<BufReader<ChildStdout>>,
}

/// What it answers to an entry.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Answer {
    pub(crate) key: Option<String>,
    pub(crate) accepted: bool,
    pub(crate) repeated: bool,
    pub(crate) version: Option<u64>,
    pub(crate) code: Option<String>,
    pub(crate) error: Option<String>,
}

/// Returns the path of the example, which cargo builds beside the tests; this file is in `target/debug/deps`.
pub(crate) fn example() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let name = format!("approval_service{}", std::env::consts::EXE_SUFFIX);
    let path = test.parent().and_then(Path::parent).unwrap().join("examples").join(name);
    assert!(
        path.exists(),
        "no {}: `cargo test` builds it, `cargo test --test approval_service` does not; \
         run `cargo build --example approval_service` before",
        path.display()
    );
    path
}

impl Process {
    pub(crate) fn start(org: &Path, database: &Path) -> Self {
        let mut command = Command::new(example());
        command.args([org, database]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let input = child.stdin.take();
        let output = child.stdout.take().map(BufReader::new);
        Self { child, input, output }
    }

    /// Sends an entry without waiting for its answer: several at once fit into the pipe.
    pub(crate) fn send(&mut self, entry: &Entry) {
        let mut line = serde_json::to_vec(entry).unwrap();
        line.push(b'\n');
        self.input.as_mut().unwrap().write_all(&line).unwrap();
    }

    /// Reads an answer; none once the process is gone. Half a line is not an answer.
    pub(crate) fn answer(&mut self) -> Option<Answer> {
        let mut line = String::new();
        self.output.as_mut().unwrap().read_line(&mut line).unwrap();
        line.ends_with('\n').then(|| serde_json::from_str(&line).unwrap())
    }

    /// Sends an entry, and goes away without listening.
    pub(crate) fn send_and_hang_up(mut self, entry: &Entry) {
        self.output = None;
        self.send(entry);
        self.input = None;
        // As a rule it fails, for it cannot answer.
        self.child.wait().unwrap();
    }

    /// Kills it (on Unix with SIGKILL, of which it knows nothing), and returns the answers that were under way.
    pub(crate) fn kill(mut self) -> Vec<Answer> {
        self.child.kill().unwrap();
        let answers = std::iter::from_fn(|| self.answer()).collect();
        self.child.wait().unwrap();
        assert_eq!(self.errors(), "", "the service failed by itself");
        answers
    }

    /// Lets it come to its end.
    pub(crate) fn finish(mut self) {
        self.input = None;
        assert_eq!(self.answer(), None, "an answer that nobody asked for");
        assert_eq!(self.errors(), "", "the service failed by itself");
        assert!(self.child.wait().unwrap().success());
    }

    /// Returns what it wrote for people, once it has ended.
    pub(crate) fn errors(&mut self) -> String {
        let mut errors = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
        errors
    }
}
