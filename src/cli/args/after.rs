//! What stands after the help of each command: examples, and what its exit status means.

/// The program itself.
pub(super) const EXAMPLES: &str = "\
Examples:
  gongbu                          read the built-in course
  gongbu notes/                   read all notes of a folder
  curl -s URL | gongbu -          read what comes from standard input
  gongbu toc ./toc                list the sections of a file called as a command
  gongbu -n notes/ show eks:2.1   print a section of one of several notes
  gongbu -n notes/ glossary Pod   look up a term
  gongbu -n notes/ search Pod는   find text
  gongbu --linear notes/          read line by line, as for a screen reader

Environment:
  VISUAL, EDITOR                  what the key e opens a note with
  BROWSER                         what opens addresses of the web

Exit status:
  0  done
  1  nothing found, or check found errors (with --strict: warnings, too)
  2  wrong usage, or input that cannot be read";

/// What lists.
pub(super) const LISTED: &str = "\
Exit status:
  0  listed
  2  wrong usage, or input that cannot be read";

/// What looks for something.
pub(super) const FOUND: &str = "\
Exit status:
  0  found
  1  nothing found
  2  wrong usage, or input that cannot be read";

/// `search`.
pub(super) const SEARCHED: &str = "\
What is searched is the text as it is read, without its markup. A line of the result is a paragraph,
a cell of a table or a line of code.

QUERY:
  words      where they are a phrase, then sections that have all of them. White space and line
             ends between words do not count, nor do full and half width; between Korean words
             there may be no space at all, and their particles may be others
  쿠ㅂㄴ     a consonant is any syllable that begins with it
  \"phrase\"   only where it stands so
  -word      only sections without it (also -\"phrase\", -tag:, -in:)
  tag:x      in notes with the tag or category x
  in:x       where the path, or the title of the note or section, has x (in:\"two words\")
  re:REGEX   a regular expression (the syntax of Rust's regex crate), up to the end of QUERY
  a capital  in a word makes capitals count; otherwise pod finds Pod
Where nothing is found, the keys are taken for those of the other input method (vhem is 포드).

Examples:
  gongbu search '제어 플레인'
  gongbu search 'in:network pod -service'
  gongbu search 're:kubectl (get|describe)'
  gongbu search -- --force       a query that begins with a hyphen

Exit status:
  0  found
  1  nothing found
  2  wrong usage, or input that cannot be read";

/// `check`.
pub(super) const CHECKED: &str = "\
Exit status:
  0  no errors (with --strict: no warnings either)
  1  there are some
  2  wrong usage, or input that cannot be read";

/// `review`.
pub(super) const REVIEWED: &str = "\
A card that is due is asked: think, show the answer, and say how well it was known from 1 to 4. Each
answer is kept at once. What is learned lies in gongbu/state.db in XDG_STATE_HOME or ~/.local/state.

Examples:
  gongbu review notes/                    what is due of a folder
  gongbu -n notes/ review --note eks      of one of its notes
  gongbu -n notes/ review --section 2.1   of a section and all below it
  gongbu review --tag kubernetes --cram   practise, with no effect on when cards come again

Exit status:
  0  done
  2  wrong usage, or input that cannot be read";

/// `stats`.
pub(super) const COUNTED: &str = "\
What is counted: the cards that come in the next days, the answers of each day of a year, the time that they
took, how much was known after how many days, and the cards of each chapter.

Examples:
  gongbu stats                 all that was ever learned
  gongbu stats notes/eks.md    the chapters of a note
  gongbu stats --json | jq '.due[0].cards'

Exit status:
  0  printed
  1  nothing was learned yet, or there are no cards
  2  wrong usage, input that cannot be read, or a record of learning that cannot be used";

/// `export`.
pub(super) const EXPORTED: &str = "\
Formats:
  anki-tsv   text that Anki imports (File, Import): notes of the types Basic, Basic (and reversed card)
             and Cloze, in decks below gongbu; what is imported again is updated
  apkg       the same as a package that Anki opens, with kinds of notes of its own; new cards, without what
             you have answered
  jsonl      what you have answered and read, as lines of JSON for import on another machine

Examples:
  gongbu -n notes/ export anki-tsv -o cards.txt
  gongbu -n notes/ export apkg -o cards.apkg
  gongbu export jsonl -o laptop.jsonl

Exit status:
  0  written
  1  there are no cards, or nothing was learned yet
  2  wrong usage, input that cannot be read, or a file that cannot be written";

/// `import`.
pub(super) const IMPORTED: &str = "\
What two machines know becomes one, in whatever order and however often it is taken up. Where a line is
broken, nothing is.

Examples:
  gongbu import laptop.jsonl

Exit status:
  0  taken up
  2  wrong usage, input that cannot be read, or a record of learning that cannot be written";

/// `optimize`.
pub(super) const OPTIMIZED: &str = "\
What changes is when a card comes again from its next answer on.

Exit status:
  0  fitted, or it was as good before
  1  there are too few answers
  2  wrong usage, or a record of learning that cannot be used";

/// `show`.
pub(super) const SHOWN: &str = "\
Examples:
  gongbu show 2.1          the section with this number
  gongbu show '2.1#2'      the second section with this number
  gongbu show eks:2.1      the section of the note eks.md
  gongbu show getting-started --markdown

Exit status:
  0  found
  1  no such section
  2  wrong usage, or input that cannot be read";

/// `man`.
pub(super) const MANUAL: &str = "\
Examples:
  gongbu man | man -l -";

/// `completions`.
pub(super) const COMPLETED: &str = "\
Examples:
  source <(gongbu completions bash)
  gongbu completions fish > ~/.config/fish/completions/gongbu.fish";
