//! The program as it is called: arguments and files in; exit status, standard output and standard
//! error out, all compared.

mod export;
mod failures;
pub mod learned;
mod linear;
mod listings;
mod printing;
mod search;
mod usage;

use std::io::Write;
use std::process::{Command, Stdio};

use expect_test::Expect;

use crate::files::Folder;

/// One call of the program, in a folder of its own and without any environment.
pub struct Call {
    pub folder: Folder,
    args: Vec<String>,
    stdin: Vec<u8>,
    env: Vec<(String, String)>,
    /// What is left out of all that is printed.
    without: String,
}

/// A call with arguments that stand apart by spaces; a space within one is written `␣`.
pub fn gongbu(args: &str) -> Call {
    let args = args.split_whitespace().map(|arg| arg.replace('␣', " ")).collect();
    Call { folder: Folder::new(), args, stdin: Vec::new(), env: Vec::new(), without: String::new() }
}

impl Call {
    pub fn file(self, path: &str, text: impl AsRef<[u8]>) -> Call {
        self.folder.write(path, text);
        self
    }

    pub fn arg(mut self, arg: &str) -> Call {
        self.args.push(arg.to_owned());
        self
    }

    pub fn stdin(mut self, text: impl AsRef<[u8]>) -> Call {
        self.stdin = text.as_ref().to_vec();
        self
    }

    pub fn env(mut self, name: &str, value: &str) -> Call {
        self.env.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Sees that `part` is on standard output.
    pub fn check_contains(self, part: &str) {
        let output = self.command().output().unwrap();
        let stdout = String::from_utf8(output.stdout).unwrap();
        assert!(stdout.contains(part), "{stdout}");
    }

    /// Compares what is printed and then what is in a file, and sees that there are no others than that
    /// and those that were there.
    pub fn check_written(self, path: &str, expected: Expect) {
        let folder = self.folder.path("");
        let before = std::fs::read_dir(&folder).unwrap().count();
        let is_new = !folder.join(path).exists();
        let output = self.command().output().unwrap();
        let text = std::fs::read_to_string(folder.join(path)).unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert!(output.stdout.is_empty());
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), before + usize::from(is_new));
        expected.assert_eq(&format!("{text}! {stderr}= {}\n", output.status.code().unwrap()));
    }

    /// What is printed is compared without this, such as the path of a folder.
    pub fn without(mut self, text: &str) -> Call {
        self.without = text.to_owned();
        self
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gongbu"));
        command.args(&self.args).current_dir(self.folder.path("")).env_clear();
        command.envs(self.env.iter().map(|(name, value)| (name, value)));
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Compares what is printed: standard output, then standard error with `! ` before each line,
    /// then the exit status. An escape is shown as `␛`.
    pub fn check(self, expected: Expect) {
        let mut child = self.command().spawn().unwrap();
        // Who reads no standard input may be gone by now.
        let _ = child.stdin.take().unwrap().write_all(&self.stdin);
        let output = child.wait_with_output().unwrap();
        let stdout = String::from_utf8(output.stdout).unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        let colored = self.args.iter().any(|arg| arg == "always") || !self.env.is_empty();
        let allowed = |c: char| matches!(c, '\n' | '\t') || colored && c == '\u{1b}';
        for text in [&stdout, &stderr] {
            assert!(text.chars().all(|c| allowed(c) || !c.is_control()), "{text:?}");
        }
        let mut shown = stdout.replace('\u{1b}', "␛");
        for line in stderr.lines() {
            shown += &format!("! {line}\n");
        }
        shown += &format!("= {}\n", output.status.code().unwrap());
        if !self.without.is_empty() {
            shown = shown.replace(&self.without, "");
        }
        expected.assert_eq(&shown);
    }
}

/// A note with a bit of everything that a listing tells.
const TEA: &str = "\
---
title: 차 마시기
---

물을 먼저 끓인다.

# 1. 준비
## 1.1 도구
- 주전자: 물을 끓이는 그릇
- **찻잔(Cup)**: 차를 담는 그릇

## 1.1 물
물은 주전자에 담는다.

## 1.2 불
# 2. 용어집
- 다관: 찻잎을 우리는 주전자
";
