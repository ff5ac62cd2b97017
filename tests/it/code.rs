//! Code in colour: code in, what each letter is told to be out.
#![cfg(feature = "highlight")]

mod narrow;
mod shown;

use std::cell::RefCell;

use expect_test::{Expect, expect};
use gongbu::style::code::{Colours, MOST_LINES, Token, colour};
use gongbu::text::width::width;
use proptest::prelude::*;

/// The letter that stands for a token, under what it is told of.
fn letter(token: Option<Token>) -> &'static str {
    match token {
        None => " ",
        Some(Token::Comment) => "c",
        Some(Token::String) => "s",
        Some(Token::Number) => "n",
        Some(Token::Constant) => "k",
        Some(Token::Keyword) => "w",
        Some(Token::Type) => "t",
        Some(Token::Function) => "f",
        Some(Token::Name) => "a",
        Some(Token::Variable) => "v",
        Some(Token::Added) => "+",
        Some(Token::Removed) => "-",
        Some(Token::Heading) => "h",
    }
}

fn colours(lang: &str, code: &str) -> Colours {
    colour(lang, code.lines(), &mut |_| {}, &|| false).unwrap()
}

/// The lines of `code`, each with its letters below it.
fn check(lang: &str, code: &str, expect: Expect) {
    let colours = colours(lang, code);
    let mut out = String::new();
    for (at, line) in code.lines().enumerate() {
        let letters: String = colours
            .line(at)
            .map(|(range, token)| letter(token).repeat(width(&line[range])))
            .collect();
        out += &format!("{line}\n{letters}").replace(" \n", "\n");
        out.truncate(out.trim_end().len());
        out.push('\n');
    }
    expect.assert_eq(&out);
}

#[test]
fn commands_of_a_shell() {
    check(
        "sh",
        "for f in *.md; do echo \"$f\"; done # 모두\ncat <<EOF > out\nhi $NAME\nEOF\n",
        expect![[r#"
            for f in *.md; do echo "$f"; done # 모두
            www   ww       ww ffff svvs  wwww cccccc
            cat <<EOF > out
            fff   www
            hi $NAME
            sssvvvvv
            EOF
            www
        "#]],
    );
}

#[test]
fn what_was_typed_and_what_was_answered() {
    check(
        "console",
        "$ kubectl get pods \\\n    --watch\nNAME for if\n# echo 1\nfor me\n",
        expect![[r#"
            $ kubectl get pods \
              fffffff
                --watch
            aaaaaaaaaaa
            NAME for if
            # echo 1
              ffff
            for me
        "#]],
    );
    check(
        "shell-session",
        "echo 'no prompt'\n",
        expect![[r#"
        echo 'no prompt'
        ffff sssssssssss
    "#]],
    );
    check(
        "bash",
        "$ echo hi\n# remark\n",
        expect![[r#"
        $ echo hi
          ffff
        # remark
        cccccccc
    "#]],
    );
}

#[test]
fn keys_and_values() {
    check(
        "yml",
        "kind: Pod # 종류\nports: [80, \"http\"]\non: true\n",
        expect![[r#"
        kind: Pod # 종류
        aaaa  sss cccccc
        ports: [80, "http"]
        aaaaa   nn  ssssss
        on: true
        kk  kkkk
    "#]],
    );
    check(
        "jsonc",
        "{ \"a\": [1, true, \"x\\n\"] } // c\n",
        expect![[r#"
        { "a": [1, true, "x\n"] } // c
          aaa   n  kkkk  sskks    cccc
    "#]],
    );
    check(
        "toml",
        "[a.b]\nname = \"v\"\n",
        expect![[r#"
        [a.b]
         hhh
        name = "v"
        aaaa   sss
    "#]],
    );
    check(
        "conf",
        "[server]\nport = 80\n; c\n",
        expect![[r#"
        [server]
         hhhhhh
        port = 80
        aaaa   ss
        ; c
        ccc
    "#]],
    );
    check(
        "tf",
        "resource \"aws\" \"x\" {\n  n = var.y + 1\n}\n",
        expect![[r#"
        resource "aws" "x" {
        wwwwwwww sssss sss
          n = var.y + 1
          aa  kkk     n
        }
    "#]],
    );
}

#[test]
fn instructions_and_their_commands() {
    check(
        "docker",
        "FROM alpine:3 AS build\nRUN apk add \\\n  # 말\n  --no-cache curl && echo \"$A\"\nCOPY a b\n\
         RUN cat <<EOF\nRUN $A\nEOF\nENV A=b\nRUN [\"sh\", \"-c\"]\n",
        expect![[r#"
            FROM alpine:3 AS build
            wwww        k ww ttttt
            RUN apk add \
            www fff
              # 말
              cccc
              --no-cache curl && echo "$A"
              ffffffffff         ffff svvs
            COPY a b
            wwww
            RUN cat <<EOF
            www fff   www
            RUN $A
            ssssvv
            EOF
            www
            ENV A=b
            wwww
            RUN ["sh", "-c"]
            wwww ssss  ssss
        "#]],
    );
    let many = "RUN echo \"a\"\n".repeat(300);
    let colours = colours("dockerfile", &many);
    assert_eq!(colours.line(299).count(), colours.line(0).count());
}

#[test]
fn programs() {
    check(
        "golang",
        "func (p *Pod) Run(n int) error { // c\n\treturn nil\n",
        expect![[r#"
        func (p *Pod) Run(n int) error { // c
        wwww     www  fff   ttt  ttttt   cccc
        	return nil
        wwwwww kkk
    "#]],
    );
    check(
        "rust,no_run",
        "pub fn add(x: i32) -> Option<u8> { Some(1) }\n",
        expect![[r#"
        pub fn add(x: i32) -> Option<u8> { Some(1) }
        www ww fff    www     tttttt ww    tttt n
    "#]],
    );
    check(
        "python3",
        "def f(x=1):\n    return f\"{x}\" is not None\n",
        expect![[r#"
        def f(x=1):
        www f   n
            return f"{x}" is not None
            wwwwww ssv vs ww www kkkk
    "#]],
    );
    check(
        "tsx",
        "const f = (a: string) => <b id=\"x\">{a}</b>;\n",
        expect![[r#"
        const f = (a: string) => <b id="x">{a}</b>;
        wwwww f       tttttt  ww  a aa sss      a
    "#]],
    );
    check(
        "postgresql",
        "SELECT count(*) FROM t WHERE a = 'b'; -- c\n",
        expect![[r#"
        SELECT count(*) FROM t WHERE a = 'b'; -- c
        wwwwww fffff    wwww   wwwww     sss  cccc
    "#]],
    );
    check(
        "php",
        "echo strlen(\"a $x\");\n",
        expect![[r#"
        echo strlen("a $x");
        ffff ffffff sssvvs
    "#]],
    );
}

#[test]
fn what_a_patch_does() {
    check(
        "diff",
        "--- a\n+++ b\n@@ -1 +1 @@\n x\n-y\n+z\n",
        expect![[r#"
        --- a
        hhhhh
        +++ b
        hhhhh
        @@ -1 +1 @@
        hhhhhhhhhhh
         x
        -y
        --
        +z
        ++
    "#]],
    );
}

#[test]
fn names_that_fences_use() {
    let known = "sh bash zsh shell console yaml yml json jsonc json5 docker dockerfile Dockerfile \
        tf hcl terraform go golang rust rs python py java c cpp c++ cs csharp js javascript jsx ts \
        typescript tsx sql toml ini conf properties diff patch makefile make nginx proto protobuf \
        kotlin kt swift ruby rb php scala groovy lua perl r dart elixir haskell html xml css scss \
        vue graphql promql powershell ps1 md markdown latex vim dotenv http ssh-config";
    for lang in known.split_whitespace() {
        // A text of many kinds: something of it means something in every language.
        let code = "# a 'b' \"c\" 1 <d e=\"f\"/>\nif (x) { return 2; }\n@g = h(3) // i\nk: l\n\
            GET / HTTP/1.1\nHost example.org\n\\m{n} -- o\nA=1\n+p\n**q**\nFROM r\n";
        assert!(!colours(lang, code).is_empty(), "{lang}");
    }
    for lang in ["", "mermaid", "text", "plantuml", "그림", "no-such-language", "?!"] {
        assert!(colours(lang, "if x { \"y\" } # 1\n").is_empty(), "{lang}");
    }
}

#[test]
fn a_block_is_coloured_up_to_a_limit() {
    let code = "echo \"a\"\n".repeat(MOST_LINES + 10);
    let reports = RefCell::new(0);
    let colours = colour("sh", code.lines(), &mut |_| *reports.borrow_mut() += 1, &|| false);
    let colours = colours.unwrap();
    assert!(colours.line(MOST_LINES - 1).count() > 0);
    assert_eq!(colours.line(MOST_LINES).count(), 0);
    assert_eq!(*reports.borrow(), 5);
    let long = format!("echo \"{}\"\necho \"a\"\n", "x".repeat(10_000));
    let colours = self::colours("sh", &long);
    assert_eq!((colours.line(0).count(), colours.line(1).count() > 0), (0, true));
}

#[test]
fn what_nobody_waits_for_is_given_up() {
    let asked = RefCell::new(0);
    let cancelled = || {
        *asked.borrow_mut() += 1;
        *asked.borrow() > 3
    };
    assert_eq!(colour("sh", "a\n".repeat(9).lines(), &mut |_| {}, &cancelled), None);
    assert_eq!(*asked.borrow(), 4);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn parts_are_in_order_and_in_their_lines(
        lang in prop::sample::select(vec![
            "sh", "console", "yaml", "json", "docker", "tf", "toml", "sql", "diff", "make", "md", "py",
        ]),
        lines in prop::collection::vec(
            "[a-z가-힣$#{}()<>'\"`|&;:=*+@!/\\\\ \\t-]{0,24}|(if|for|FROM|RUN|<<EOF|EOF|- |k: |\\$ |.){0,6}",
            0..8,
        ),
    ) {
        let colours = colour(lang, lines.iter().map(String::as_str), &mut |_| {}, &|| false).unwrap();
        for (at, line) in lines.iter().enumerate() {
            let mut end = 0;
            for (range, _) in colours.line(at) {
                prop_assert_eq!(range.start, end);
                prop_assert!(range.end > end && line.is_char_boundary(range.end), "{:?}", line);
                end = range.end;
            }
        }
        prop_assert_eq!(colours.line(lines.len()).count(), 0);
    }
}
