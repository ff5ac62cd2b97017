//! The built-in course: it loads without a diagnostic, its links lead somewhere, its terms are used, its
//! sections are short, name their sources and say nothing twice, its questions name their sections, and
//! its code can be read by what it is written for.

use std::collections::HashMap;
use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::Arc;

use gongbu::doc::{Block, Inline};
use gongbu::library::glossary::Glossary;
use gongbu::library::{Library, Note, Source, cards, uses};
use gongbu::store::content::course;
use gongbu::text::sanitize::Clean;
use gongbu::text::span::Span;
use serde::Deserialize;

fn library() -> Library {
    let build = |(path, text): (&str, &str)| {
        Arc::new(Note::build(Source {
            path: Clean::new(path),
            text: text.into(),
            ..Source::default()
        }))
    };
    Library { notes: course().into_iter().map(build).collect() }
}

#[test]
fn it_has_no_diagnostic() {
    for note in &library().notes {
        let found: Vec<_> = note.diagnostics.iter().map(|d| (d.code.as_str(), d.span)).collect();
        assert_eq!(found, [], "{}", note.path);
    }
}

#[test]
fn it_has_the_seven_chapters_and_numbers_are_unique() {
    let library = library();
    let all = library.notes.iter().flat_map(|note| &note.sections);
    let chapters: Vec<_> = all.clone().filter(|s| s.depth == 1).map(|s| s.shown.as_str()).collect();
    expect_test::expect![[r#"
        1. 컨테이너 기본 개념
        2. 쿠버네티스 기본 개념
        3. EKS 기본 개념
        4. Amazon EKS 클러스터 구축
        5. Amazon EKS 클러스터에 애플리케이션 배포
        6. Amazon EKS에서 관찰 기능(observability) 구성
        7. Amazon EKS에서 효율성, 복원력, 비용 최적화 간의 균형 유지"#]]
    .assert_eq(&chapters.join("\n"));
    let mut numbers: Vec<_> = all.map(|section| section.path.clone().unwrap()).collect();
    let count = numbers.len();
    numbers.sort();
    numbers.dedup();
    assert_eq!(numbers.len(), count);
}

/// Every link between the notes of the course leads to one of them, and every image lies beside them.
#[test]
fn links_lead_somewhere() {
    fn links(block: &Block, found: &mut Vec<String>) {
        let mut inlines = |content: &[Inline]| {
            for inline in content {
                match inline {
                    Inline::Text(run) => found.extend(run.link.iter().map(|l| l.to.to_string())),
                    Inline::Image { src, .. } => found.push(src.to_string()),
                    _ => {}
                }
            }
        };
        match block {
            Block::Paragraph { content, .. } | Block::Heading { content, .. } => inlines(content),
            Block::Table { head, rows, .. } => {
                head.iter().chain(rows.iter().flatten()).for_each(|cell| inlines(&cell.content));
            }
            Block::List { items, .. } => {
                items.iter().flat_map(|item| &item.blocks).for_each(|block| links(block, found));
            }
            Block::Quote { blocks, .. }
            | Block::Callout { blocks, .. }
            | Block::Footnote { blocks, .. }
            | Block::Details { blocks, .. } => blocks.iter().for_each(|block| links(block, found)),
            _ => {}
        }
    }
    let library = library();
    let mut found = Vec::new();
    for note in &library.notes {
        for part in 0..note.parts.len() {
            note.blocks(part).iter().for_each(|block| links(block, &mut found));
        }
    }
    assert!(found.len() > 40, "{}", found.len());
    for link in found {
        if let Some((scheme, _)) = link.split_once("://") {
            assert_eq!(scheme, "https", "{link}");
        } else {
            let file = link.split('#').next().unwrap();
            let known = library.notes.iter().any(|note| note.path.as_str() == file);
            assert!(known, "{link}");
        }
    }
}

/// Each term of the course is explained in a glossary, once, and used somewhere else.
#[test]
fn every_term_has_a_definition_and_a_use() {
    let library = library();
    let glossary = Glossary::collect(&library);
    let used_in = uses::used_in(&library, &glossary);
    let mut wrong = Vec::new();
    for (term, places) in glossary.terms.iter().zip(used_in) {
        if !term.is_explicit() || term.senses.len() != 1 || places.is_empty() {
            let (senses, uses) = (term.senses.len(), places.len());
            wrong.push(format!("{}: {senses} definitions, {uses} uses", term.name));
        }
    }
    assert_eq!(wrong, [""; 0]);
    assert!(glossary.terms.len() >= 200, "{}", glossary.terms.len());
}

/// A section of the course: its number, its title, and the lines of its own text that are no code.
struct Section {
    number: String,
    title: String,
    is_leaf: bool,
    lines: Vec<String>,
}

impl Section {
    /// The glossary or the questions at the end of a chapter.
    fn is_appendix(&self) -> bool {
        ["용어집", "용어 정리", "되새김"].contains(&self.title.as_str())
    }
}

fn sections() -> Vec<Section> {
    let mut sections = Vec::new();
    for note in &library().notes {
        let code: Vec<Span> = (0..note.parts.len())
            .flat_map(|part| note.blocks(part))
            .flat_map(|block| {
                let mut spans = Vec::new();
                block.each_code(&mut |_, _, span| spans.push(span));
                spans
            })
            .collect();
        for (i, section) in note.sections.iter().enumerate() {
            let next = note.sections.get(i + 1);
            let span = Span::new(section.heading.end, note.section_span(i).end);
            let mut at = span.start;
            let mut lines = Vec::new();
            for line in note.text[span.start..span.end].split_inclusive('\n') {
                if !code.iter().any(|code| code.start <= at && at < code.end) {
                    lines.push(line.trim_end().to_owned());
                }
                at += line.len();
            }
            sections.push(Section {
                number: section.path.as_ref().unwrap().to_string(),
                title: section.title.to_string(),
                is_leaf: next.is_none_or(|next| next.depth <= section.depth),
                lines,
            });
        }
    }
    sections
}

/// The first words of what is wrong, for all sections of which something is.
fn wrong(find: impl Fn(&Section) -> Vec<String>) -> Vec<String> {
    let all = sections();
    all.iter()
        .flat_map(|s| find(s).into_iter().map(|what| format!("{} {}: {what}", s.number, s.title)))
        .collect()
}

/// Two minutes are some three hundred words.
#[test]
fn sections_are_short() {
    let long = wrong(|section| {
        let words: usize = section
            .lines
            .iter()
            .filter(|line| !line.starts_with("- ["))
            .map(|line| line.split_whitespace().count())
            .sum();
        let long = !section.is_appendix() && words > 330;
        long.then(|| format!("{words} words")).into_iter().collect()
    });
    assert_eq!(long, [""; 0]);
    let mut chapters = [0; 8];
    for section in sections() {
        chapters[section.number[..1].parse::<usize>().unwrap()] += 1;
    }
    assert!(chapters[1..].iter().all(|count| *count > 6), "{chapters:?}");
}

/// What a section says can be looked up: the title of the page, its address, and when it was looked at.
#[test]
fn sections_name_their_sources() {
    let is_source = |line: &&String| {
        let rest = line.strip_prefix("- [").and_then(|line| line.split_once("](https://"));
        let date = rest.and_then(|(_, line)| line.split_once("), "));
        date.is_some_and(|(_, date)| {
            let day = date.strip_suffix(" 확인").unwrap_or("");
            day.len() == 10 && day.bytes().all(|b| b.is_ascii_digit() || b == b'-')
        })
    };
    let bare = wrong(|section| {
        if section.is_appendix() || !section.is_leaf {
            return Vec::new();
        }
        let Some(at) = section.lines.iter().position(|line| line == "출처") else {
            return vec!["no sources".to_owned()];
        };
        let (sources, others): (Vec<_>, Vec<_>) =
            section.lines[at + 1..].iter().filter(|line| !line.is_empty()).partition(is_source);
        match (sources.is_empty(), others.first()) {
            (true, _) => vec!["no sources".to_owned()],
            (_, Some(other)) => vec![format!("no source: {other}")],
            _ => Vec::new(),
        }
    });
    assert_eq!(bare, [""; 0]);
}

/// A run of twelve words stands in one section alone.
#[test]
fn nothing_is_said_twice() {
    let mut seen: HashMap<Vec<String>, String> = HashMap::new();
    let mut twice = Vec::new();
    for section in sections() {
        let words: Vec<String> = section
            .lines
            .iter()
            .flat_map(|line| line.split_whitespace())
            .map(|word| word.chars().filter(|c| c.is_alphanumeric()).collect::<String>())
            .filter(|word| !word.is_empty())
            .collect();
        for run in words.windows(12) {
            let place = seen.entry(run.to_vec()).or_insert_with(|| section.number.clone());
            if *place != section.number {
                twice.push(format!("{place} and {}: {}", section.number, run.join(" ")));
            }
        }
    }
    assert_eq!(twice, [""; 0]);
}

/// Each question ends with the number of the section that answers it.
#[test]
fn questions_name_their_sections() {
    let all = sections();
    let mut count = 0;
    for section in all.iter().filter(|section| section.title == "되새김") {
        let chapter = &section.number[..2];
        for line in &section.lines {
            if !line.starts_with("Q: ") && !line.starts_with("C: ") {
                continue;
            }
            count += 1;
            let number = line.rsplit_once('(').and_then(|(_, rest)| rest.strip_suffix(')'));
            let known = number.is_some_and(|number| {
                number.starts_with(chapter) && all.iter().any(|section| section.number == number)
            });
            assert!(known, "{}: {line}", section.number);
        }
    }
    assert!(count >= 150, "{count}");
    let library = library();
    let cards: usize = (0..library.notes.len())
        .map(|note| cards::of_note(&library, note, false).cards.len())
        .sum();
    // The questions, and the terms both ways.
    assert!(cards > count, "{cards}");
}

/// Code is what its fence calls it, as far as it can be told without running it.
#[test]
fn code_can_be_read() {
    let mut read = [0; 6];
    for note in &library().notes {
        for block in (0..note.parts.len()).flat_map(|part| note.blocks(part)) {
            block.each_code(&mut |lang, lines, span| {
                let code: String = lines.iter().map(|line| format!("{}\n", line.text)).collect();
                let line = note.text[..span.start].lines().count() + 1;
                let place = format!("{}:{line}", note.path);
                let known = ["yaml", "json", "hcl", "toml", "bash"];
                match known.iter().position(|known| *known == lang.as_str()) {
                    Some(at) => read[at] += 1,
                    None => read[5] += 1,
                }
                match lang.as_str() {
                    "yaml" => {
                        for document in serde_yaml::Deserializer::from_str(&code) {
                            let value = serde_yaml::Value::deserialize(document);
                            assert!(value.is_ok(), "{place}: {value:?}");
                        }
                    }
                    "json" => {
                        let value = serde_json::from_str::<serde_json::Value>(&code);
                        assert!(value.is_ok(), "{place}: {value:?}");
                    }
                    "toml" => {
                        let value = toml::from_str::<toml::Table>(&code);
                        assert!(value.is_ok(), "{place}: {value:?}");
                    }
                    "hcl" => {
                        let body = hcl_edit::parser::parse_body(&code);
                        assert!(body.is_ok(), "{place}: {}", body.unwrap_err());
                    }
                    "bash" => assert_eq!(said_by_bash(&code), "", "{place}"),
                    lang => assert!(!lang.is_empty(), "{place} names no language"),
                }
            });
        }
    }
    assert!(read.iter().all(|count| *count > 0), "{read:?}");
}

/// What a shell says of a script that it reads and does not run.
fn said_by_bash(script: &str) -> String {
    let mut bash = Command::new("bash")
        .arg("-n")
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("there is a bash");
    bash.stdin.take().unwrap().write_all(script.as_bytes()).unwrap();
    String::from_utf8(bash.wait_with_output().unwrap().stderr).unwrap()
}
