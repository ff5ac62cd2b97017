//! The table of all diagnostics: name, severity and words of each.

use crate::words::Locale;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Text is lost, or could not be decoded.
    Error,
    /// The note is shown, though not as its author meant it.
    Warning,
    /// Something worth knowing.
    Info,
}

impl Severity {
    /// Its name in listings: the same in every language.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        }
    }

    /// Its name for people.
    pub fn label(self, locale: Locale) -> &'static str {
        match (self, locale) {
            (Severity::Error, Locale::Ko) => "오류",
            (Severity::Warning, Locale::Ko) => "경고",
            (Severity::Info, Locale::Ko) => "알림",
            (_, Locale::En) => self.as_str(),
        }
    }
}

/// Makes the enum and everything that is said of its members from one table.
macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident $name:literal $severity:ident
       { ko: $ko:literal, $ko_help:literal; en: $en:literal, $en_help:literal })*) => {
        /// What is wrong. `{0}`, `{1}` in its words stand for a diagnostic's arguments.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$doc])* $code,)* }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &[Code] = &[$(Code::$code,)*];

            /// Its name: kebab-case, never changed once released.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$code => $name,)* }
            }

            /// How bad it is.
            pub fn severity(self) -> Severity {
                match self { $(Code::$code => Severity::$severity,)* }
            }

            /// What is wrong, with its placeholders.
            pub fn message(self, locale: Locale) -> &'static str {
                match (self, locale) {
                    $((Code::$code, Locale::Ko) => $ko, (Code::$code, Locale::En) => $en,)*
                }
            }

            /// What to do about it, with its placeholders.
            pub fn help(self, locale: Locale) -> &'static str {
                match (self, locale) {
                    $((Code::$code, Locale::Ko) => $ko_help, (Code::$code, Locale::En) => $en_help,)*
                }
            }
        }
    };
}

codes! {
    /// Two siblings have one number. Arguments: the number, the address of the second.
    DuplicateNumber "duplicate-number" Warning {
        ko: "절 번호가 겹칩니다: {0}", "두 절을 모두 보여 줍니다. 이 절의 주소는 {1}입니다.";
        en: "section number {0} is used twice", "both sections are shown; the address of this one is {1}"
    }
    /// `#7.` without the space that makes it a heading.
    HeadingSpace "heading-space" Warning {
        ko: "제목의 # 뒤에 빈칸이 없습니다", "제목으로 보여 줍니다. # 뒤에 빈칸을 넣으면 다른 프로그램에서도 제목이 됩니다.";
        en: "no space after the # of a heading", "it is shown as a heading; put a space after the # so that other programs do so too"
    }
    /// A section with neither text nor subsections.
    EmptySection "empty-section" Warning {
        ko: "내용이 없는 절입니다", "내용을 쓰거나 제목을 지우세요.";
        en: "this section is empty", "write its text, or remove the heading"
    }
    /// An image without a target.
    ImageTarget "image-target" Warning {
        ko: "이미지의 주소가 비어 있습니다", "괄호 안에 이미지 파일의 경로를 쓰세요: ![설명](그림.png)";
        en: "an image without a target", "put the path of the image between the parentheses: ![text](image.png)"
    }
    /// No line closes the front matter.
    FrontMatterUnclosed "front-matter-unclosed" Warning {
        ko: "머리말(front matter)을 닫는 줄이 없습니다", "모두 본문으로 보여 줍니다. 머리말 끝에 {0} 줄을 넣으세요.";
        en: "the front matter is never closed", "all of it is shown as text; close it with a line of {0}"
    }
    /// The front matter is no YAML or TOML. Arguments: the language, what its parser says.
    FrontMatterSyntax "front-matter-syntax" Warning {
        ko: "머리말(front matter)이 {0} 문법에 맞지 않습니다: {1}", "읽을 수 있는 줄만 읽었습니다. 특수 문자가 있는 값은 따옴표로 감싸세요.";
        en: "the front matter is not valid {0}: {1}", "only the lines that could be read are used; quote values with special characters"
    }
    /// The front matter is no mapping.
    FrontMatterShape "front-matter-shape" Warning {
        ko: "머리말(front matter)이 '이름: 값' 꼴이 아닙니다", "한 줄에 하나씩 '이름: 값'으로 쓰세요.";
        en: "the front matter is not a mapping of keys to values", "write one `key: value` on each line"
    }
    /// The front matter is too large, too deep, or has too many aliases.
    FrontMatterLimit "front-matter-limit" Warning {
        ko: "머리말(front matter)이 너무 크거나 복잡합니다", "읽을 수 있는 줄만 읽었습니다. 16 KiB 이하로 줄이고 깊은 중첩과 별칭을 빼세요.";
        en: "the front matter is too large or too complex", "only its plain lines are used; keep it below 16 KiB, without deep nesting or many aliases"
    }
    /// A field of the front matter is of a kind that it cannot be. Argument: its name.
    FrontMatterType "front-matter-type" Warning {
        ko: "머리말(front matter)의 {0} 값을 이해할 수 없습니다", "이 값은 쓰지 않습니다. 날짜는 2026-01-31, 참·거짓은 true나 false로 쓰세요.";
        en: "the front matter's {0} has a value that makes no sense there", "the value is not used; write dates as 2026-01-31 and switches as true or false"
    }
    /// The same key twice in the front matter. Argument: its name.
    FrontMatterDuplicateKey "front-matter-duplicate-key" Warning {
        ko: "머리말(front matter)에 같은 이름이 두 번 나옵니다: {0}", "나중 값을 씁니다. 하나를 지우세요.";
        en: "the front matter has the key {0} twice", "the later value is used; remove one of them"
    }
    /// The file was not UTF-8, and was converted without loss. Argument: its encoding.
    EncodingConverted "encoding-converted" Info {
        ko: "UTF-8이 아니어서 다음 인코딩으로 읽었습니다: {0}", "UTF-8로 저장하면 어디서나 같은 글자로 보입니다.";
        en: "not UTF-8: read as {0}", "save the file as UTF-8 so that it reads the same everywhere"
    }
    /// Bytes of the file stand for no text. Argument: the encoding that was tried.
    EncodingLossy "encoding-lossy" Error {
        ko: "글자로 읽을 수 없는 바이트가 있습니다 (인코딩: {0})", "잃은 글자는 �로 보입니다. --encoding 으로 인코딩을 알려 주세요.";
        en: "some bytes are no text in {0}", "what is lost is shown as \u{FFFD}; name the encoding with --encoding"
    }
    /// A block of more than 1 MiB was cut.
    BlockCut "block-cut" Warning {
        ko: "한 블록이 너무 길어 나누어 보여 줍니다", "빈 줄을 넣어 블록을 나누세요.";
        en: "a very long block is shown in pieces", "divide the block by empty lines"
    }
    /// Blocks nest deeper than is shown.
    NestingCut "nesting-cut" Warning {
        ko: "너무 깊게 중첩되어 일부를 펼쳐서 보여 줍니다", "목록이나 인용의 단계를 줄이세요.";
        en: "nested too deeply: the innermost levels are shown flat", "use fewer levels of lists and quotes"
    }
    /// Characters that a terminal could obey were left out. Argument: how many.
    ControlCharacters "control-characters" Warning {
        ko: "화면에 낼 수 없는 제어 문자를 뺐습니다: {0}개", "편집기에서 제어 문자를 지우세요.";
        en: "control characters were left out: {0}", "remove them in an editor"
    }
    /// A footnote that is nowhere defined. Argument: its label.
    FootnoteMissing "footnote-missing" Warning {
        ko: "각주의 내용이 없습니다: {0}", "[^{0}]: 로 시작하는 줄에 내용을 쓰세요.";
        en: "the footnote {0} is not defined", "define it on a line that starts with [^{0}]:"
    }
    /// A reference that is nowhere defined. Argument: its label.
    ReferenceMissing "reference-missing" Warning {
        ko: "링크의 주소가 없습니다: {0}", "[{0}]: 로 시작하는 줄에 주소를 쓰세요.";
        en: "the link reference {0} is not defined", "define it on a line that starts with [{0}]:"
    }
    /// A link to a note or to an id that is not there. Arguments: where it leads, an arrow to what is
    /// nearest to that (or nothing).
    BrokenLink "broken-link" Warning {
        ko: "끊긴 링크: {0} {1}", "경로와 제목을 확인하세요.";
        en: "broken link: {0} {1}", "check its path and its heading"
    }
    /// Front matter asks for a kind of card that there is not. Arguments: its name, those that there are.
    CardKind "card-kind" Warning {
        ko: "없는 카드 종류입니다: \"{0}\"", "쓸 수 있는 것: {1}, 또는 true나 false";
        en: "unknown kind of card \"{0}\"", "it can be {1}, or else true or false for all"
    }
    /// A question without an answer, where others have one.
    CardAnswer "card-answer" Info {
        ko: "답이 없는 질문이라 카드로 만들지 않습니다", "아래에 A: 로 시작하는 줄로 답을 쓰세요.";
        en: "a question without an answer is no card", "write the answer below it, on a line that starts with A:"
    }
    /// `C:` without a gap, where others have one.
    CardGap "card-gap" Info {
        ko: "빈칸이 없는 C: 줄이라 카드로 만들지 않습니다", "가릴 말을 [대괄호]로 감싸세요.";
        en: "a text without a gap is no card", "put what is to be asked for between [brackets]"
    }
    /// More gaps than are asked for. Argument: how many are.
    CardGaps "card-gaps" Info {
        ko: "빈칸이 너무 많아 처음 {0}개만 카드로 만듭니다", "글을 짧게 나누세요.";
        en: "too many gaps: only the first {0} are cards", "divide the text into shorter ones"
    }
    /// The configuration is no TOML. Argument: what its parser says.
    ConfigSyntax "config-syntax" Warning {
        ko: "TOML 문법에 맞지 않습니다: {0}", "이 줄을 뺀 나머지는 읽었습니다. 글은 따옴표로 감싸세요.";
        en: "not valid TOML: {0}", "what could be read besides is used; put texts between quotes"
    }
    /// The configuration has an option that there is not. Argument: its name.
    UnknownOption "unknown-option" Warning {
        ko: "없는 옵션입니다: \"{0}\"", "gongbu config --default 로 모든 옵션을 볼 수 있습니다.";
        en: "unknown option \"{0}\"", "gongbu config --default lists all options"
    }
    /// The same, where another name comes near. Arguments: the name, the other.
    MisspeltOption "misspelt-option" Warning {
        ko: "없는 옵션입니다: \"{0}\". 혹시 \"{1}\"인가요?", "gongbu config --default 로 모든 옵션을 볼 수 있습니다.";
        en: "unknown option \"{0}\": did you mean \"{1}\"?", "gongbu config --default lists all options"
    }
    /// The configuration names something that there is not. Argument: the name.
    UnknownName "unknown-name" Warning {
        ko: "없는 이름입니다: \"{0}\"", "docs/config.md 에 쓸 수 있는 이름이 있습니다.";
        en: "unknown name \"{0}\"", "docs/config.md lists the names that there are"
    }
    /// The same, where another name comes near. Arguments: the name, the other.
    MisspeltName "misspelt-name" Warning {
        ko: "없는 이름입니다: \"{0}\". 혹시 \"{1}\"인가요?", "docs/config.md 에 쓸 수 있는 이름이 있습니다.";
        en: "unknown name \"{0}\": did you mean \"{1}\"?", "docs/config.md lists the names that there are"
    }
    /// An option of the configuration cannot have this value. Arguments: its name, what it can be.
    OptionValue "option-value" Warning {
        ko: "{0} 옵션에 쓸 수 없는 값입니다", "기본값을 씁니다. 쓸 수 있는 값: {1}";
        en: "the option {0} cannot have this value", "its default is used; it can be {1}"
    }
    /// Two commands have one key where both apply. Arguments: the key, the command that has it, the
    /// command that goes without.
    KeyTwice "key-twice" Warning {
        ko: "한 글쇠에 두 명령이 있습니다: {0} ({1}, {2})", "{1} 명령만 됩니다. {2} 명령에 다른 글쇠를 주거나 {2} = [] 로 비우세요.";
        en: "{0} is the key of two commands: {1} and {2}", "it is that of {1}; give {2} another key, or none: {2} = []"
    }
    /// A key that always does the same was given to another command. Arguments: the key, what it does.
    KeyFixed "key-fixed" Warning {
        ko: "{0} 글쇠는 바꿀 수 없습니다", "{0} 글쇠는 언제나 {1} 명령입니다. 다른 글쇠를 쓰세요.";
        en: "the key {0} cannot be given away", "it always does {1}; choose another key"
    }
    /// A file that could not be read. Argument: why.
    FileUnreadable "file-unreadable" Error {
        ko: "파일을 읽을 수 없습니다: {0}", "경로와 권한을 확인하세요.";
        en: "the file cannot be read: {0}", "check its path and permissions"
    }
}
