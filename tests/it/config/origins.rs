//! Who outdoes whom: file, environment and arguments.

use expect_test::expect;

use crate::cli::gongbu;

#[test]
fn who_outdoes_whom() {
    let file = "language = \"ko\"\ntheme = \"dark\"\ntext-width = 60\nnotes = [\"n.md\"]\n";
    let call =
        |args| gongbu(args).file("c/gongbu/config.toml", file).file("c/gongbu/n.md", "# 1. 나\n");
    let here = |call: crate::cli::Call| {
        let folder = call.folder.path("c").display().to_string();
        call.env("XDG_CONFIG_HOME", &folder).without(&folder)
    };
    here(call("config")).check(expect![[r##"
        # /gongbu/config.toml
        language = "ko"        # config.toml:1
        theme = "dark"         # config.toml:2
        ascii = "auto"         # 기본값
        text-width = 60        # config.toml:3
        cut-code = false       # 기본값
        show-contents = true   # 기본값
        show-glossary = true   # 기본값
        images = true          # 기본값
        mouse = true           # 기본값
        remember = true        # 기본값
        editor = "auto"        # 기본값
        typed-answers = false  # 기본값
        new-cards = 20         # 기본값
        daily-cards = 200      # 기본값
        retention = 90         # 기본값
        day-start = 4          # 기본값
        linear = false         # 기본값
        notes = ["/gongbu/n.md"]  # config.toml:4
        = 0
    "##]]);
    here(
        call("-n x.md --theme light --lang en config")
            .env("GONGBU_THEME", "auto")
            .env("GONGBU_TEXT_WIDTH", "50"),
    )
    .check(expect![[r##"
        # /gongbu/config.toml
        language = "en"        # --lang
        theme = "light"        # --theme
        ascii = "auto"         # default
        text-width = 50        # GONGBU_TEXT_WIDTH
        cut-code = false       # default
        show-contents = true   # default
        show-glossary = true   # default
        images = true          # default
        mouse = true           # default
        remember = true        # default
        editor = "auto"        # default
        typed-answers = false  # default
        new-cards = 20         # default
        daily-cards = 200      # default
        retention = 90         # default
        day-start = 4          # default
        linear = false         # default
        notes = ["x.md"]       # --notes
        = 0
    "##]]);
    here(call("toc")).check(expect![[r#"
        1. 나  (빈 절)
        = 0
    "#]]);
    here(call("config --lang en").env("GONGBU_CONFIG", "")).check(expect![[r##"
        # no configuration file
        language = "en"        # --lang
        theme = "auto"         # default
        ascii = "auto"         # default
        text-width = 88        # default
        cut-code = false       # default
        show-contents = true   # default
        show-glossary = true   # default
        images = true          # default
        mouse = true           # default
        remember = true        # default
        editor = "auto"        # default
        typed-answers = false  # default
        new-cards = 20         # default
        daily-cards = 200      # default
        retention = 90         # default
        day-start = 4          # default
        linear = false         # default
        notes = []             # default
        = 0
    "##]]);
}
