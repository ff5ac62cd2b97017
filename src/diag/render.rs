//! A diagnostic as text: its words, its place, and the source line with carets.

use super::window::{COLUMNS, LEAST, columns, window};
use super::{Diagnostic, Lines, Severity};
use crate::text::sanitize::Clean;
use crate::text::span::Span;
use crate::words::Locale;

/// How a diagnostic is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Manner {
    /// The language of its words.
    pub locale: Locale,
    /// With the styles of a terminal.
    pub color: bool,
    /// The columns of the terminal, if it is one: a line that it would wrap is cut.
    pub columns: Option<usize>,
}

impl Manner {
    /// As it goes into a file.
    pub fn plain(locale: Locale) -> Manner {
        Manner { locale, color: false, columns: None }
    }

    /// The columns of a line of the source that number `line` stands before.
    fn room(self, line: usize) -> usize {
        // The number, ` | `, and an ellipsis at each end.
        let taken = line.to_string().len() + 5;
        let columns = self.columns.map_or(COLUMNS, |columns| columns.saturating_sub(taken));
        columns.clamp(LEAST, COLUMNS)
    }
}

/// Draws `diagnostic` of the note `path`, whose text is `text` with the lines `lines`. No control
/// character of the source leaves, whatever the manner: only the styles are ours. A span outside
/// the text is taken as its end; of a span over several lines the first is shown. Without any text
/// (a file that could not be read) only the path is given.
pub fn render(
    diagnostic: &Diagnostic,
    path: &Clean,
    text: &str,
    lines: &Lines,
    manner: Manner,
) -> String {
    let locale = manner.locale;
    let Looks { level, words, frame, end } = Looks::new(diagnostic.severity(), manner.color);
    let (label, code) = (diagnostic.severity().label(locale), diagnostic.code.as_str());
    let message = diagnostic.message(locale);
    let message = format!("{level}{label}[{code}]{end}{words}: {message}{end}");
    let label = match locale {
        Locale::Ko => "도움말",
        Locale::En => "help",
    };
    let help = diagnostic.help(locale);
    let help = format!("{frame}= {end}{words}{label}{end}: {help}");
    if text.is_empty() {
        return format!("{message}\n{frame}--> {end}{path}\n {help}");
    }
    let (line, column) = lines.position(text, diagnostic.span.start);
    let (source, span) = window(text, lines.span(line), diagnostic.span, manner.room(line));
    let before = columns(Span::new(0, span.start).of(&source));
    let carets = "^".repeat(columns(span.of(&source)).max(1));
    // What joiners join is one sign in some terminals only, and would shift the carets.
    let source = source.trim_end().replace('\u{200d}', "");
    let gap = if source.is_empty() { "" } else { " " };
    // The lines below the number keep its columns free.
    let free = " ".repeat(line.to_string().len());
    format!(
        "{message}\n\
         {free}{frame}--> {end}{path}:{line}:{column}\n\
         {free} {frame}|{end}\n\
         {frame}{line} |{end}{gap}{source}\n\
         {free} {frame}|{end} {:before$}{level}{carets}{end}\n\
         {free} {frame}|{end}\n\
         {free} {help}",
        ""
    )
}

/// What begins each style of a terminal, and what ends it; nothing where it has none.
#[derive(Default)]
struct Looks {
    /// How bad it is, and the carets.
    level: &'static str,
    /// What is said.
    words: &'static str,
    /// What stands round the source.
    frame: &'static str,
    end: &'static str,
}

impl Looks {
    fn new(severity: Severity, color: bool) -> Looks {
        let level = match severity {
            _ if !color => return Looks::default(),
            Severity::Error => "\u{1b}[1;91m",
            Severity::Warning => "\u{1b}[1;33m",
            Severity::Info => "\u{1b}[1;94m",
        };
        Looks { level, words: "\u{1b}[1m", frame: "\u{1b}[1;94m", end: "\u{1b}[0m" }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Code;
    use super::*;
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    fn draw(code: Code, text: &str, span: Span, args: &[&str], locale: Locale) -> String {
        let diagnostic = Diagnostic::new(code, span, args);
        let manner = Manner::plain(locale);
        render(&diagnostic, &Clean::new("노트.md"), text, &Lines::new(text), manner)
    }

    /// Marks what stands between `«` and `»`.
    fn check(code: Code, marked: &str, args: &[&str], expected: Expect) {
        let start = marked.find('«').unwrap();
        let stop = marked.find('»').unwrap() - '«'.len_utf8();
        let text = marked.replace(['«', '»'], "");
        expected.assert_eq(&draw(code, &text, Span::new(start, stop), args, Locale::Ko));
    }

    #[test]
    fn carets_stand_below_korean() {
        let text = "# 1. 개요\n\n## 2.1 가상화\n\n## «2.1» 컨테이너 (Container)\n\n## 2.2\n";
        check(
            Code::DuplicateNumber,
            text,
            &["2.1", "2.1#2"],
            expect![[r#"
                경고[duplicate-number]: 절 번호가 겹칩니다: 2.1
                 --> 노트.md:5:4
                  |
                5 | ## 2.1 컨테이너 (Container)
                  |    ^^^
                  |
                  = 도움말: 두 절을 모두 보여 줍니다. 이 절의 주소는 2.1#2입니다."#]],
        );
        check(
            Code::HeadingSpace,
            "앞 글\r\n«#7.»제목\r\n뒤 글",
            &[],
            expect![[r#"
                경고[heading-space]: 제목의 # 뒤에 빈칸이 없습니다
                 --> 노트.md:2:1
                  |
                2 | #7.제목
                  | ^^^
                  |
                  = 도움말: 제목으로 보여 줍니다. # 뒤에 빈칸을 넣으면 다른 프로그램에서도 제목이 됩니다."#]],
        );
        check(
            Code::EmptySection,
            "가나 «다라» 마",
            &[],
            expect![[r#"
                경고[empty-section]: 내용이 없는 절입니다
                 --> 노트.md:1:4
                  |
                1 | 가나 다라 마
                  |      ^^^^
                  |
                  = 도움말: 내용을 쓰거나 제목을 지우세요."#]],
        );
    }

    #[test]
    fn tabs_and_escape_sequences_do_not_shift_the_carets() {
        check(
            Code::ImageTarget,
            "\t- \u{1b}[31m가\u{7}\t«![그림]()» \u{202e}끝",
            &[],
            expect![[r#"
                경고[image-target]: 이미지의 주소가 비어 있습니다
                 --> 노트.md:1:12
                  |
                1 |  - 가 ![그림]() 끝
                  |       ^^^^^^^^^
                  |
                  = 도움말: 괄호 안에 이미지 파일의 경로를 쓰세요: ![설명](그림.png)"#]],
        );
    }

    #[test]
    fn joined_signs_are_as_wide_as_apart() {
        check(
            Code::ImageTarget,
            "- 👩\u{200d}👩\u{200d}👧 «![👩\u{200d}👧]()»  ",
            &[],
            expect![[r#"
                경고[image-target]: 이미지의 주소가 비어 있습니다
                 --> 노트.md:1:9
                  |
                1 | - 👩👩👧 ![👩👧]()
                  |          ^^^^^^^^^
                  |
                  = 도움말: 괄호 안에 이미지 파일의 경로를 쓰세요: ![설명](그림.png)"#]],
        );
    }

    #[test]
    fn what_becomes_a_space_fills_a_column() {
        let text = format!("가«{}»나", "a\t\u{b}".repeat(100));
        check(
            Code::ImageTarget,
            &text,
            &[],
            expect![[r#"
            경고[image-target]: 이미지의 주소가 비어 있습니다
             --> 노트.md:1:2
              |
            1 | 가a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a  a …
              |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              |
              = 도움말: 괄호 안에 이미지 파일의 경로를 쓰세요: ![설명](그림.png)"#]],
        );
    }

    #[test]
    fn a_long_line_is_cut_round_the_span() {
        let text = format!("{}«여기»{}", "가나다라 ".repeat(40), "마바사아 ".repeat(4000));
        check(
            Code::ControlCharacters,
            &text,
            &["3"],
            expect![[r#"
                경고[control-characters]: 화면에 낼 수 없는 제어 문자를 뺐습니다: 3개
                 --> 노트.md:1:201
                  |
                1 | …라 가나다라 가나다라 가나다라 가나다라 여기마바사아 마바사아 마바사아 마바사아 마바사아 마바사아 마바사아 마바사아 마바사아 마바사아 마바사아 마바사아 마바사아 …
                  |                                         ^^^^
                  |
                  = 도움말: 편집기에서 제어 문자를 지우세요."#]],
        );
        let text = format!("«시작»{}", "마바사아 ".repeat(40));
        check(
            Code::ControlCharacters,
            &text,
            &["3"],
            expect![[r#"
                경고[control-characters]: 화면에 낼 수 없는 제어 문자를 뺐습니다: 3개
                 --> 노트.md:1:1
                  |
                1 | 시작마바사아 마바사아 마바사아 마바사아 마바사아 마바사아 마바사아 마바사아 마바사아 마바사아 마바사아 마바사아 마바사아 마바사아 마바사아 마바사아 마바사아 마…
                  | ^^^^
                  |
                  = 도움말: 편집기에서 제어 문자를 지우세요."#]],
        );
        let text = format!("{}«끝»", "마바사아 ".repeat(40));
        check(
            Code::ControlCharacters,
            &text,
            &["3"],
            expect![[r#"
                경고[control-characters]: 화면에 낼 수 없는 제어 문자를 뺐습니다: 3개
                 --> 노트.md:1:201
                  |
                1 | …아 마바사아 마바사아 마바사아 마바사아 끝
                  |                                         ^^
                  |
                  = 도움말: 편집기에서 제어 문자를 지우세요."#]],
        );
    }

    #[test]
    fn the_ends_of_a_file() {
        check(
            Code::EmptySection,
            "# 가\n«»",
            &[],
            expect![[r#"
                경고[empty-section]: 내용이 없는 절입니다
                 --> 노트.md:2:1
                  |
                2 |
                  | ^
                  |
                  = 도움말: 내용을 쓰거나 제목을 지우세요."#]],
        );
        check(
            Code::EmptySection,
            "# 가«»",
            &[],
            expect![[r#"
                경고[empty-section]: 내용이 없는 절입니다
                 --> 노트.md:1:4
                  |
                1 | # 가
                  |     ^
                  |
                  = 도움말: 내용을 쓰거나 제목을 지우세요."#]],
        );
        check(
            Code::FileUnreadable,
            "«»",
            &["권한이 없습니다"],
            expect![[r#"
            오류[file-unreadable]: 파일을 읽을 수 없습니다: 권한이 없습니다
            --> 노트.md
             = 도움말: 경로와 권한을 확인하세요."#]],
        );
        let outside = draw(Code::EmptySection, "# 가", Span::new(70, 90), &[], Locale::En);
        expect![[r#"
            warning[empty-section]: this section is empty
             --> 노트.md:1:4
              |
            1 | # 가
              |     ^
              |
              = help: write its text, or remove the heading"#]]
        .assert_eq(&outside);
    }

    #[test]
    fn a_span_over_lines_shows_the_first() {
        check(
            Code::BlockCut,
            "하나\n«둘\n셋\n»넷",
            &[],
            expect![[r#"
                경고[block-cut]: 한 블록이 너무 길어 나누어 보여 줍니다
                 --> 노트.md:2:1
                  |
                2 | 둘
                  | ^^
                  |
                  = 도움말: 빈 줄을 넣어 블록을 나누세요."#]],
        );
    }

    #[test]
    fn a_line_that_the_terminal_would_wrap_is_cut() {
        let text = "가나다라 마바사아 abcdef ghijkl 자차카타 파하 mnopqr stuvwx";
        let at = text.find("ghijkl").unwrap();
        let diagnostic = Diagnostic::new(Code::FileUnreadable, at..at + 6, &["x"]);
        let drawn = |columns| {
            let manner = Manner { columns: Some(columns), ..Manner::plain(Locale::En) };
            let lines = Lines::new(text);
            let drawn = render(&diagnostic, &Clean::new("a.md"), text, &lines, manner);
            drawn.lines().skip(2).take(3).map(|line| format!("{line}\n")).collect::<String>()
        };
        expect![[r#"
              |
            1 | … abcdef ghijkl 자차카타 파하 mnopq…
              |          ^^^^^^
        "#]]
        .assert_eq(&drawn(40));
        expect![[r#"
              |
            1 | …cdef ghijkl 자차카타…
              |       ^^^^^^
        "#]]
        .assert_eq(&drawn(8));
    }

    #[test]
    fn colours_are_ours_alone() {
        let diagnostic = Diagnostic::new(Code::FileUnreadable, 0..9, &["\u{1b}[5mx"]);
        let text = "\u{1b}]0;owned\u{7}\u{9b}31m";
        let path = Clean::new("a\u{1b}[2Jb");
        let manner = Manner { color: true, ..Manner::plain(Locale::En) };
        let drawn = render(&diagnostic, &path, text, &Lines::new(text), manner);
        expect![[r#"
            ␛[1;91merror[file-unreadable]␛[0m␛[1m: the file cannot be read: x␛[0m
             ␛[1;94m--> ␛[0mab:1:1
              ␛[1;94m|␛[0m
            ␛[1;94m1 |␛[0m 0;owned
              ␛[1;94m|␛[0m ␛[1;91m^^^^^^^␛[0m
              ␛[1;94m|␛[0m
              ␛[1;94m= ␛[0m␛[1mhelp␛[0m: check its path and permissions"#]]
        .assert_eq(&drawn.replace('\u{1b}', "␛"));
    }

    proptest! {
        #[test]
        fn never_panics_nor_lets_a_control_out(text in "(.|[\u{0}-\u{20}가\u{301}\u{1b}\n]){0,300}",
            start in 0usize..400, len in 0usize..400) {
            let span = Span::new(start, start + len);
            let drawn = draw(Code::ImageTarget, &text, span, &[&text], Locale::En);
            prop_assert!(drawn.chars().all(|c| c == '\n' || !c.is_control()), "{:?}", drawn);
            prop_assert!(drawn.lines().all(|line| line.trim_end() == line), "{:?}", drawn);
        }
    }
}
