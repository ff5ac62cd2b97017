//! `==marked==`, `%%remarks%%`, and what only looks like them.

use expect_test::expect;
use gongbu::library::{Note, Source};
use gongbu::text::sanitize::Clean;

use super::check;

#[test]
fn text_between_equals_signs_is_marked() {
    check(
        "이것은 ==중요한 말==이다. ==**굵은** `코드` [글](x)== 그리고==붙여==서, ==a== ==b==.\n",
        expect![[r#"
            p 이것은 ⟨중요한 말:mark⟩이다. ⟨굵은:strong+mark⟩⟨ :mark⟩⟨코드:code+mark⟩⟨ :mark⟩⟨글:mark→x⟩ 그리고⟨붙여:mark⟩서, ⟨a:mark⟩ ⟨b:mark⟩.
        "#]],
    );
    check(
        "a==b 와 c==d, x == y == z, ==열리기만, 닫히기만==, === 셋 ===, \\==아님==, `==코드==`\n==줄이\n바뀐다==\n",
        expect![[r#"
            p a==b 와 c==d, x == y == z, ⟨열리기만, 닫히기만:mark⟩, === 셋 ===, ⟨아님:mark⟩, ⟨==코드==:code⟩␤==줄이⏎바뀐다==
        "#]],
    );
    check(
        "## 제목 ==표시==\n\n| ==가== | 나 |\n|--|--|\n| 1 | ==2== |\n",
        expect![[r#"
        h2 제목 ⟨표시:mark⟩
        table [Left, Left]
          ⟨가:mark⟩ | 나
          1 | ⟨2:mark⟩
    "#]],
    );
}

#[test]
fn remarks_are_hidden() {
    check(
        "앞 %%나만 보는 **말**%% 뒤 %% 또 ==하나== %%.\n%%한 줄%%\n남는 줄\n",
        expect![[r#"
        p 앞 뒤 .⏎남는 줄
    "#]],
    );
    check(
        "100%% 와 %%d, 50%% 그리고 `%%코드%%` %%열리기만\n\n%%time\n",
        expect![[r#"
            p 100%% 와 %%d, 50%% 그리고 ⟨%%코드%%:code⟩ %%열리기만
            p %%time
        "#]],
    );
    check(
        "==앞 %%숨김 ==%% 뒤==\n",
        expect![[r#"
        p ⟨앞 :mark⟩⟨뒤:mark⟩
    "#]],
    );
}

#[test]
fn remarks_go_over_lines() {
    check(
        "앞\n\n%%\n숨김\n%%\n\n사이\n\n%%\n숨김\n\n- 목록\n\n```\n코드\n```\n\n끝\n%%\n\n뒤\n\n> 인용\n> %%\n> 숨김\n> %%\n",
        expect![[r#"
            p 앞
            p 사이
            p 뒤
            quote
              p 인용
        "#]],
    );
    check(
        "앞\n%%\n숨김\n%%\n뒤\n",
        expect![[r#"
        p 앞⏎뒤
    "#]],
    );
    check(
        "하나뿐\n\n%%\n\n남는다\n\n```\n%%\n```\n",
        expect![[r#"
        p 하나뿐
        p %%
        p 남는다
        code 
          |%%
    "#]],
    );
}

#[test]
fn titles_are_read_so_too() {
    let text = "# ==중요== 제목 %%숨김%%\n\n글\n".to_owned();
    let note = Note::build(Source { path: Clean::literal("가.md"), text, ..Source::default() });
    assert_eq!(note.sections[0].shown.as_str(), "중요 제목");
}
