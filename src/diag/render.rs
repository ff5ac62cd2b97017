//! A diagnostic as text: its words, its place, and the source line with carets.

use annotate_snippets::renderer::{DEFAULT_LINE_NUM_STYLE, DecorStyle, Style};
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use unicode_width::UnicodeWidthChar;

use super::lines::floor;
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

/// A longer line is cut to a window of at most so many columns round the span.
const COLUMNS: usize = 160;
/// A window of less would show nothing, however narrow the terminal is.
const LEAST: usize = 20;
/// Characters without a width fill no column: this bounds them.
const CHARACTERS: usize = 4 * COLUMNS;

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
    let Manner { locale, color, .. } = manner;
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let help = match locale {
        Locale::Ko => Level::HELP.with_name("도움말"),
        Locale::En => Level::HELP,
    };
    let title = level
        .with_name(diagnostic.severity().label(locale))
        .primary_title(diagnostic.message(locale))
        .id(diagnostic.code.as_str());
    let help = help.message(diagnostic.help(locale));
    let renderer = if color { Renderer::styled().hyperlink(false) } else { Renderer::plain() };
    // The window is ours, so the renderer's own cutting must never begin.
    let renderer = renderer.term_width(4 * COLUMNS).decor_style(DecorStyle::Ascii);
    if text.is_empty() {
        let origin = Origin::path(path.as_str());
        return renderer.render(&[title.element(origin).element(help)]);
    }
    let (line, column) = lines.position(text, diagnostic.span.start);
    let (source, span) = window(text, lines.span(line), diagnostic.span, manner.room(line));
    let mark = AnnotationKind::Primary.span(span.start..span.end);
    let snippet = Snippet::source(source).line_start(line).annotation(mark);
    let drawn = renderer.render(&[title.element(snippet).element(help)]);
    // The renderer would count the column in the window, so the line with the place is ours.
    let style = if color { DEFAULT_LINE_NUM_STYLE } else { Style::new() };
    let indent = line.to_string().len();
    let (words, rest) = drawn.split_once('\n').unwrap_or((&drawn, ""));
    format!("{words}\n{:indent$}{style}--> {style:#}{path}:{line}:{column}\n{rest}", "")
}

/// The clean text of `line`, or of a window of it round `span`, and where the span is in it.
fn window(text: &str, line: Span, span: Span, room: usize) -> (String, Span) {
    let end = line.start + line.of(text).trim_end_matches(['\n', '\r']).len();
    let start = floor(text, span.start).clamp(line.start, end);
    let stop = floor(text, span.end).clamp(start, end);
    let (behind, ahead) = (Span::new(line.start, start).of(text), Span::new(start, end).of(text));
    let mut before = start;
    if columns(behind) + columns(ahead) > room {
        // Most of the window is for what is wrong and what follows it.
        before -= taken(behind.chars().rev(), room / 4);
    } else {
        before = line.start;
    }
    let shown = columns(Span::new(before, start).of(text));
    let after = start + taken(ahead.chars(), room.saturating_sub(shown));
    let mut source = String::new();
    if before > line.start {
        source.push('…');
    }
    source.push_str(&Clean::new(Span::new(before, start).of(text)));
    let from = source.len();
    source.push_str(&Clean::new(Span::new(start, stop.min(after)).of(text)));
    let to = source.len();
    source.push_str(&Clean::new(Span::new(stop.min(after), after).of(text)));
    if after < end {
        source.push('…');
    }
    (source, Span::new(from, to))
}

/// The width of `text`, or anything above the largest window where it is wider.
fn columns(text: &str) -> usize {
    let mut width = 0;
    for (count, c) in text.chars().enumerate() {
        width += c.width().unwrap_or(0);
        if width > COLUMNS || count > CHARACTERS {
            return COLUMNS + 1;
        }
    }
    width
}

/// How many bytes of `chars` fill at most `width` columns.
fn taken(chars: impl Iterator<Item = char>, width: usize) -> usize {
    let (mut bytes, mut filled) = (0, 0);
    for c in chars.take(CHARACTERS) {
        filled += c.width().unwrap_or(0);
        if filled > width {
            break;
        }
        bytes += c.len_utf8();
    }
    bytes
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
            ␛[1m␛[91merror[file-unreadable]␛[0m␛[1m: the file cannot be read: x␛[0m
             ␛[1m␛[94m--> ␛[0mab:1:1
              ␛[1m␛[94m|␛[0m
            ␛[1m␛[94m1␛[0m ␛[1m␛[94m|␛[0m 0;owned
              ␛[1m␛[94m|␛[0m ␛[1m␛[91m^^^^^^^␛[0m
              ␛[1m␛[94m|␛[0m
              ␛[1m␛[94m= ␛[0m␛[1mhelp␛[0m: check its path and permissions"#]]
        .assert_eq(&drawn.replace('\u{1b}', "␛"));
    }

    proptest! {
        #[test]
        fn never_panics_nor_lets_a_control_out(text in "(.|[\u{0}-\u{20}가\u{301}\u{1b}\n]){0,300}",
            start in 0usize..400, len in 0usize..400) {
            let span = Span::new(start, start + len);
            let drawn = draw(Code::ImageTarget, &text, span, &[&text], Locale::En);
            prop_assert!(drawn.chars().all(|c| c == '\n' || !c.is_control()), "{:?}", drawn);
        }
    }
}
