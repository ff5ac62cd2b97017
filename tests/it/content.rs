//! The built-in course: it loads without a diagnostic, its links lead somewhere, its terms are used.

use std::sync::Arc;

use gongbu::doc::{Block, Inline};
use gongbu::library::glossary::Glossary;
use gongbu::library::{Library, Note, Source, uses};
use gongbu::store::content::course;
use gongbu::text::sanitize::Clean;

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
    for (term, places) in glossary.terms.iter().zip(used_in) {
        assert!(term.is_explicit(), "{}", term.name);
        assert_eq!(term.senses.len(), 1, "{}", term.name);
        assert!(!places.is_empty(), "{} is used nowhere", term.name);
    }
    assert!(glossary.terms.len() >= 80, "{}", glossary.terms.len());
}
