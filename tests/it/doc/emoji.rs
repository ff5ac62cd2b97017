//! Emoji by name, and colons that are only colons.

use expect_test::expect;
use gongbu::library::links::{Anchors, Spot};
use gongbu::library::{Note, Source};
use gongbu::text::sanitize::Clean;
use gongbu::text::width::width;

use super::check;

#[test]
fn known_names_become_emoji() {
    check(
        ":rocket: 출발 :tada::sparkles: **:bug:** 좋아요:+1:, (:warning:) [글 :memo:](x) :o:\n",
        expect![[r#"
            p 🚀 출발 🎉✨ ⟨🐛:strong⟩ 좋아요👍, (⚠️) ⟨글 :→x⟩⟨📝:→x⟩ ⭕
        "#]],
    );
    check(
        "10:30:20, a:b:c, 10:100:20, ::memo::, :없는이름:, :nosuchname:, :Rocket:, `:rocket:`, std::map::x, a::memo::b\n",
        expect![[r#"
            p 10:30:20, a:b:c, 10:100:20, ::memo::, :없는이름:, :nosuchname:, :Rocket:, ⟨:rocket::code⟩, std::map::x, a::memo::b
        "#]],
    );
    check(
        "http://a.b/:memo:/c $$:memo:$$ :memo :memo: : :\n",
        expect![[r#"
        p ⟨http://a.b/:memo:/c:→http://a.b/:memo:/c⟩ ⟨:memo::math⟩ :memo 📝 : :
    "#]],
    );
    check(
        "```\n:rocket:\n```\n\n<kbd>:a:</kbd> <code>:a:</code>\n",
        expect![[r#"
            code 
              |:rocket:
            p ⟨:a::kbd⟩ ⟨:a::code⟩
        "#]],
    );
}

#[test]
fn titles_have_them_and_links_find_them_by_name() {
    let text = "# :rocket: 출발\n\n글\n".to_owned();
    let note = Note::build(Source { path: Clean::literal("가.md"), text, ..Source::default() });
    assert_eq!(note.sections[0].shown.as_str(), "🚀 출발");
    let anchors = Anchors::new(&note);
    assert_eq!(anchors.find("rocket-출발"), Some(Spot::Section(0)));
    assert_eq!(anchors.find("-출발"), Some(Spot::Section(0)));
}

#[test]
fn every_emoji_has_cells_of_its_own() {
    let wide: Vec<&str> = [":rocket:", ":heart:", ":kr:", ":+1:", ":warning:"].to_vec();
    for name in wide {
        let note = Note::build(Source { text: format!("{name}\n"), ..Source::default() });
        let text = gongbu::doc::text(&note.blocks(0));
        assert!(text.as_str() != name && (1..=2).contains(&width(&text)), "{name}: {text:?}");
    }
}
