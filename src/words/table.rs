//! The table of words: each once, Korean first.

use super::Locale;

words! { Word;
    // Titles of panes and overlays.
    Contents: "목차", "Contents";
    Glossary: "용어", "Glossary";
    GlossaryCount: "용어 ({0})", "Glossary ({0})";
    Help: "도움말", "Help";
    Diagnostics: "진단", "Diagnostics";

    // The footer.
    PercentRead: "{0} %", "{0} %";
    PlaceInNote: "{0} › §{1}", "{0} › §{1}";
    FooterRead: "{0}/{1} 읽음", "read {0}/{1}";
    FooterReadAll: "모두 {0}/{1}", "all {0}/{1}";
    FooterChanged: "읽은 뒤 바뀐 절", "changed since read";
    FooterDue: "복습 {0}", "due {0}";
    NoteCount: "노트 {0}개", "notes: {0}";
    FooterJump: "이동", "jump";
    FooterGo: "찾아가기", "go to";
    FooterGlossary: "용어집", "glossary";
    FooterFind: "찾기", "find";
    FooterPane: "창", "pane";
    FooterHelp: "도움말", "help";
    FooterQuit: "끝내기", "quit";
    FooterOpen: "열기", "open";
    FooterClose: "닫기", "close";
    FooterTerm: "용어", "term";
    FooterFilter: "거르기", "filter";
    FooterNext: "다음", "next";
    FooterFold: "접기", "fold";
    FooterPlace: "그 자리로", "its place";
    FooterUses: "쓰인 곳", "uses";
    FooterScroll: "넘기기", "scroll";
    FooterHints: "열 것의 글자: {0}", "letters of what to open: {0}";

    // Names of keys; those that are not here are called what stands on the key.
    KeySpace: "스페이스", "Space";
    KeyDigit: "숫자", "digit";

    // The table of keys: its columns, the places where a key applies, the groups of commands.
    ColumnKeys: "글쇠", "Keys";
    ColumnWhere: "어디서", "Where";
    ColumnDoes: "하는 일", "Does";
    ColumnCommand: "명령", "Command";
    ScopeEverywhere: "어디서나", "everywhere";
    ScopeOutsideInput: "입력란 밖 어디서나", "everywhere but in text fields";
    ScopePanes: "세 창", "the three panes";
    ScopeContents: "목차", "contents";
    ScopeReader: "본문", "reader";
    ScopeGlossary: "용어", "glossary";
    ScopeInput: "입력란", "text fields";
    ScopePopup: "풀이 창", "pop-up";
    ScopeReview: "카드", "card";
    ScopeAway: "입력란과 카드 밖", "outside text fields and cards";
    ScopeHelp: "도움말과 통계", "help, figures";
    GroupMove: "움직이기", "Moving";
    GroupSection: "절", "Sections";
    GroupFold: "접기", "Folding";
    GroupTerm: "용어", "Terms";
    GroupStudy: "복습", "Review";
    GroupPane: "창", "Panes";
    GroupProgram: "프로그램", "The program";

    // What each command does, one line each.
    DoQuit: "끝내기", "quit";
    DoClose: "닫기 (입력란은 먼저 비우기)", "close (a text field is emptied first)";
    DoHelp: "도움말 열기", "open this help";
    DoDown: "한 줄 아래로", "one line down";
    DoUp: "한 줄 위로", "one line up";
    DoHalfPageDown: "반 화면 아래로", "half a page down";
    DoHalfPageUp: "반 화면 위로", "half a page up";
    DoPageDown: "한 화면 아래로", "one page down";
    DoPageUp: "한 화면 위로", "one page up";
    DoTop: "맨 처음으로", "to the beginning";
    DoBottom: "맨 끝으로", "to the end";
    DoToggleWrap: "긴 코드 줄과 넓은 표를 자르거나 줄바꿈해 보이기", "cut long lines of code and wide tables, or wrap them";
    DoScrollLeft: "잘린 코드와 표의 왼쪽 보기", "scroll long lines of code and wide tables to the left";
    DoScrollRight: "잘린 코드와 표의 오른쪽 보기", "scroll long lines of code and wide tables to the right";
    DoTogglePictures: "그림을 보이거나 말로만 적기", "show pictures, or only what they say";
    DoCopy: "코드, 링크, 절의 원문 복사하기", "copy code, a link or the source of the section";
    DoEdit: "편집기로 이 줄 고치기 (VISUAL, EDITOR)", "edit this line in your editor (VISUAL, EDITOR)";
    DoPreviousSection: "이전 절", "previous section";
    DoNextSection: "다음 절", "next section";
    DoJump: "번호로 절 찾아가기", "go to a section by its number";
    DoFind: "본문에서 찾기", "find in the text";
    DoFindNext: "다음 찾은 곳", "the next match";
    DoFindPrevious: "이전 찾은 곳", "the match before";
    DoGoTo: "절, 용어, 노트 이름으로 찾아가기", "go to a section, a term or a note by its name";
    DoBack: "뒤로 (건너뛰기 전 자리로)", "back to where the last jump came from";
    DoForward: "앞으로", "forward again";
    DoFollow: "링크, 각주, 접힌 곳 열기 (여럿이면 글자로 고르기)", "open a link, a footnote or a folded part (by its letters where there are several)";
    DoMarkRead: "절을 읽음(✓)으로 표시하거나 되돌리기, 목차에서는 아래 절까지 (✎: 읽은 뒤 바뀜)",
        "mark the section read (a tick), or take that back; in the contents with all below it (a pencil: changed since)";
    DoBacklinks: "이 절로 오는 링크 목록", "list the links that lead to this section";
    DoUses: "용어가 쓰인 곳 목록", "list where a term is used";
    DoPalette: "명령 찾기", "find a command";
    DoProblems: "노트의 문제 목록", "list what is wrong with the notes";
    DoOpen: "고른 것 열기", "open what is selected";
    DoFold: "접기; 이미 접혔거나 아래 절이 없으면 위 절로",
        "fold; what is folded or has nothing below it goes to its parent";
    DoUnfold: "펼치기; 이미 펼쳤거나 아래 절이 없으면 오른쪽 창으로",
        "unfold; what is unfolded or has nothing below it goes to the pane on the right";
    DoToggleFold: "접거나 펼치기", "fold or unfold";
    DoFoldAll: "모두 접기 (본문에서는 보이는 것)", "fold all (in the text, all in view)";
    DoUnfoldAll: "모두 펼치기 (본문에서는 보이는 것)", "unfold all (in the text, all in view)";
    DoTerm: "화면에 있는 용어의 뜻 보기", "show what a term in view means";
    DoNextTerm: "화면의 다음 용어나 각주", "the next term or footnote in view";
    DoPreviousTerm: "화면의 이전 용어나 각주", "the term or footnote in view before";
    DoFilter: "용어 거르기", "filter the glossary";
    DoNextPane: "다음 창으로", "to the next pane";
    DoPreviousPane: "이전 창으로", "to the previous pane";
    DoPaneLeft: "왼쪽 창으로", "to the pane on the left";
    DoPaneRight: "오른쪽 창으로", "to the pane on the right";
    DoToggleContents: "목차 창 보이기/숨기기", "show or hide the contents pane";
    DoToggleGlossary: "용어 창 보이기/숨기기", "show or hide the glossary pane";
    DoNarrowContents: "목차 창 좁히기", "make the contents pane narrower";
    DoWidenContents: "목차 창 넓히기", "make the contents pane wider";
    DoWidenGlossary: "용어 창 넓히기", "make the glossary pane wider";
    DoNarrowGlossary: "용어 창 좁히기", "make the glossary pane narrower";
    NotBeside: "그 창은 지금 글 옆에 없습니다", "That pane is not beside the text now";
    DoToggleMouse: "마우스를 터미널에 맡기기/받기 (글을 끌어 고를 때)", "leave the mouse to the terminal, to select text, or take it again";
    DoTheme: "화면의 색 고르기", "choose the colours of the screen";
    DoSuspend: "잠시 멈추고 셸로 (fg로 돌아오기)", "suspend to the shell (fg comes back)";
    DoRedraw: "화면 다시 그리기", "draw the screen again";

    DoAddCard: "추정한 용어를 카드로 만들기", "make a card of a term that is only inferred";
    DoReview: "복습할 카드 묻기", "review what is due";
    DoReviewHere: "이 절(목차에서는 고른 것)의 카드만 복습하기", "review this section only (in the contents, what is selected)";
    DoReveal: "답 보기", "show the answer";
    DoGradeAgain: "다시: 몰랐다", "again: it was not known";
    DoGradeHard: "어려움: 애써서 알았다", "hard: known with effort";
    DoGradeGood: "알맞음: 알았다", "good: known as it should be";
    DoGradeEasy: "쉬움: 생각 없이 알았다", "easy: known without thinking";
    DoUndoReview: "마지막 답이나 표시 되돌리기 (끝없이)", "take the last answer or mark back (without limit)";
    DoHint: "힌트: 초성, 그다음 첫 글자", "a hint: initial consonants, then the first syllable";
    DoTypeAnswer: "답을 써 보고 다른 곳 보기", "type the answer, to see where it differs";
    DoFlagCard: "카드에 표시하기, 지우기", "mark the card, or take the mark away";
    DoFindLost: "노트에서 사라진 카드를 새 카드와 잇기", "find what cards that are gone from the notes have become";
    DoBuryCard: "카드를 내일까지 묻어 두기", "bury the card until tomorrow";
    DoSuspendCard: "카드를 쉬게 하기 (끝에서는 쉬는 카드를 모두 깨우기)", "suspend the card (at the end: ask suspended cards again)";
    DoFigures: "배운 것의 통계", "what was learned, in figures";
    DoCram: "일정과 상관없이 모두 연습하기, 그만두기", "practise all cards without touching the schedule, or stop it";

    // The text of a note.
    EmptySection: "아직 내용이 없는 절입니다", "This section has no text yet";
    EmptyShort: "빈 절", "empty";
    NothingToShow: "보일 것이 없습니다: {0}", "Nothing to show in {0}";
    Image: "그림", "Image";
    ImageLabel: "그림: {0}", "Image: {0}";
    MissingImage: "그림 파일이 없습니다", "no image file";
    PictureRemote: "인터넷에 있는 그림은 가져오지 않습니다", "pictures from the internet are not fetched";
    PictureNoFolder: "노트가 파일이 아니어서 그림을 찾을 곳이 없습니다", "the note is no file, so there is nowhere to look for it";
    PictureMissing: "그런 그림 파일이 없습니다", "there is no such file";
    PictureOutside: "노트 폴더 밖에 있어 열지 않습니다", "it lies outside of the notes' folder";
    PictureNotAFile: "파일이 아니어서 열지 않습니다", "it is no file";
    PictureUnreadable: "그림 파일을 읽을 수 없습니다", "the file cannot be read";
    PictureTooLarge: "그림이 너무 큽니다", "the picture is too large";
    PictureUnknownKind: "보일 수 없는 형식입니다 (PNG, JPEG, GIF, WebP만)", "not PNG, JPEG, GIF or WebP";
    PictureDamaged: "그림 파일이 망가졌습니다", "the file is damaged";
    PicturesOn: "그림을 보입니다", "Pictures are shown";
    PicturesOff: "그림을 말로만 적습니다", "Pictures are told in words only";
    PicturesImpossible: "이 터미널에서는 그림을 보일 수 없습니다", "This terminal shows no pictures";
    Details: "자세히", "Details";
    ImageMissing: "그림 파일 없음: {0}", "Image not found: {0}";
    CalloutNote: "참고", "Note";
    CalloutTip: "도움말", "Tip";
    CalloutImportant: "중요", "Important";
    CalloutWarning: "주의", "Warning";
    CalloutCaution: "위험", "Caution";
    Code: "코드", "code";
    FootnoteNamed: "각주 [{0}]", "Footnote [{0}]";
    EmptyFootnote: "내용이 없는 각주입니다", "This footnote has no text";
    NoReference: "이 각주를 가리키는 곳이 없습니다", "Nothing refers to this footnote";

    // Jumping.
    FinderName: "찾아가기", "Go to";
    FinderCommand: "명령", "Commands";
    FinderUse: "쓰인 곳", "Used in";
    FinderBacklink: "이리로 오는 링크", "Links to here";
    FinderProblem: "노트의 문제", "Problems";
    MarkNote: "노트", "note";
    MarkTerm: "용어", "term";
    ExplainedHere: "뜻풀이", "explained";
    UsedHere: "쓰임", "used";
    LinksToSection: "이 절로", "to this section";
    LinksToNote: "이 노트로", "to this note";
    Looking: "찾는 중…", "Looking…";
    NoBacklinks: "이리로 오는 링크가 없습니다", "No link leads here";
    NothingToOpen: "화면에 열 것이 없습니다", "Nothing to open in view";
    LinkOpened: "여는 중: {0}", "Opening {0}";
    LinkCannotOpen: "열 수 없습니다 ({0} 복사): {1} ({2})", "Cannot open, {0} copies: {1} ({2})";
    LinkNotOpened: "{0}: 주소는 열지 않습니다 ({1} 복사): {2}", "{0}: is not opened, {1} copies: {2}";
    LinkOutside: "열려 있는 노트가 아닙니다 ({0} 복사): {1}", "Not one of the open notes, {0} copies: {1}";
    LinkEmpty: "링크의 주소가 비어 있습니다", "The link has no address";
    LinkBroken: "링크가 가리키는 곳이 없습니다: {0}", "The link leads to nothing: {0}";
    LinkBrokenNear: "링크가 가리키는 곳이 없습니다: {0} (가까운 것: {1})", "The link leads to nothing: {0} (near it: {1})";
    MouseReleased: "마우스를 터미널에 맡겼습니다. 끌어서 글을 고를 수 있습니다", "The mouse is the terminal's now: drag to select text";
    MouseTaken: "마우스를 받았습니다", "The mouse is ours again";
    FooterReveal: "답", "answer";
    FooterGrade: "점수", "grade";
    FooterUndo: "되돌리기", "undo";
    FooterHint: "힌트", "hint";
    FooterType: "써 보기", "type";
    FooterFlag: "표시", "mark";
    FooterBury: "내일", "bury";
    FooterWake: "깨우기", "ask suspended";
    FooterSeek: "사라진 카드 잇기", "find the gone";
    FooterSuspend: "쉬기", "suspend";
    FooterEdit: "고치기", "edit";
    FooterCram: "연습", "practise";
    // Themes.
    FinderTheme: "화면의 색", "Colours";
    ThemeAuto: "터미널에 맞게", "what fits the terminal";
    ThemeDark: "어두운 바탕", "for dark grounds";
    ThemeLight: "밝은 바탕", "for light grounds";
    ThemeAny: "어느 바탕이든", "for any ground";
    ThemeOn: "화면의 색을 바꾸었습니다: {0}", "The colours are now those of {0}";
    // Copying.
    FinderCopy: "복사", "Copy";
    MarkCode: "코드", "code";
    MarkLink: "링크", "link";
    MarkSection: "절", "section";
    LineCount: "줄 {0}개", "lines: {0}";
    NothingToCopy: "복사할 것이 없습니다", "Nothing to copy";
    CopiedCode: "코드를 클립보드로 보냈습니다 (줄 {0}개)", "The code went to the clipboard (lines: {0})";
    CopiedLink: "링크를 클립보드로 보냈습니다: {0}", "The link went to the clipboard: {0}";
    CopiedSection: "절의 원문을 클립보드로 보냈습니다 (줄 {0}개)", "The source of the section went to the clipboard (lines: {0})";
    CopiedNote: "노트의 원문을 클립보드로 보냈습니다 (줄 {0}개)", "The source of the note went to the clipboard (lines: {0})";
    CopiedAltered: "해로울 수 있는 문자를 뺐습니다 (줄 {0}개)", "without characters that could do harm (lines: {0})";
    TooLongToCopy: "복사하기에 너무 깁니다 ({0}바이트, 한도 {1}바이트)", "Too long to copy ({0} bytes of at most {1})";

    // Changes of the notes on the disk.
    DoReread: "바뀐 노트를 다시 읽기", "read again what has changed on the disk";
    DoNextChange: "다음 바뀐 곳으로 (Esc는 표시 지우기)", "to the next change (Esc takes the marks away)";
    Changed: "바뀜: {0} (+{1} −{2}줄)", "Changed: {0} (lines +{1} −{2})";
    ChangedMore: "바뀜: {0} 외 {3}곳 (+{1} −{2}줄)", "Changed: {0} and {3} more (lines +{1} −{2})";
    NoteNew: "새 노트: {0}", "New note: {0}";
    NotesNew: "새 노트: {0} 외 {1}개", "New notes: {0} and {1} more";
    NoteGone: "없어진 노트: {0}", "Gone: {0}";
    NotesGone: "없어진 노트: {0} 외 {1}개", "Gone: {0} and {1} more";
    NoteGoneHere: "파일이 없어졌습니다. 읽던 글은 남겨 둡니다: {0}", "The file is gone; what you were reading stays: {0}";
    NothingChanged: "바뀐 것이 없습니다", "Nothing has changed";
    NotWatched: "파일이 바뀌는 것을 알 수 없습니다. F5로 다시 읽으세요 ({0})", "Changes of files cannot be seen; read again with F5 ({0})";

    // Editing.
    NoFileToEdit: "고칠 파일이 없습니다 (표준 입력이나 내장 강좌입니다)", "No file to edit: this came from standard input or with the program";
    EditorNone: "편집기를 찾지 못했습니다. VISUAL이나 EDITOR를 정하세요", "No editor found: set VISUAL or EDITOR";
    EditorCannotStart: "편집기를 시작할 수 없습니다: {0} ({1})", "Cannot start the editor: {0} ({1})";
    EditorFailed: "편집기가 오류로 끝났습니다 (상태 {0})", "The editor ended with an error (status {0})";
    EditorKilled: "편집기가 신호로 끝났습니다 (신호 {0})", "The editor was ended by a signal ({0})";

    LinesCut: "긴 줄과 넓은 표를 자릅니다: 옆은 < >", "Long lines and tables are cut: < > scroll";
    LinesWrapped: "긴 줄과 넓은 표를 줄바꿈합니다", "Long lines and tables are wrapped";
    NothingToFold: "화면에 접을 것이 없습니다", "Nothing to fold in view";
    NothingToTheLeft: "왼쪽에 더 없습니다", "Nothing more to the left";
    NothingToTheRight: "오른쪽에 더 없습니다", "Nothing more to the right";
    NothingSought: "먼저 / 로 찾으세요", "Find something with / first";
    NoWayBack: "돌아갈 자리가 없습니다", "Nowhere to go back to";
    NoWayForward: "앞으로 갈 자리가 없습니다", "Nowhere to go forward to";
    JumpPrompt: "절 번호", "Section number";
    Candidates: "후보", "Candidates";
    CandidateCount: "후보 {0}개", "candidates: {0}";
    NoSuchSection: "그런 절이 없습니다: {0}", "No such section: {0}";
    SeveralSections: "{0}: 같은 주소의 절이 여럿 있습니다: {1}", "{0}: several sections have this address: {1}";
    NothingFound: "찾은 것이 없습니다", "Nothing found";
    NoMatches: "맞는 것이 없습니다", "No matches";

    // Terms.
    FilterPrompt: "거르기", "Filter";
    TermExplicit: "용어집에서", "from a glossary";
    TermInferred: "본문에서 추정", "inferred from the text";
    TermUsedIn: "쓰인 곳", "Used in";
    TermSense: "뜻 {0}", "Sense {0}";
    TermSenses: "뜻 {0}가지", "senses: {0}";
    TermAliases: "다른 이름", "Also called";
    NoTerms: "용어가 없습니다", "No terms";
    NoTermInView: "화면에 용어가 없습니다", "No term in view";
    NoSuchTerm: "그런 용어가 없습니다: {0}", "No such term: {0}";

    // What the app is about.
    Loading: "읽는 중…", "Loading…";
    TooSmall: "창이 너무 작습니다", "The terminal is too small";
    NoteHasNoSections: "이 노트에는 절이 없습니다", "This note has no sections";

    // Files. {0} is a path as it can be shown, {1} what the system says.
    FileMissing: "{0}: 그런 파일이나 폴더가 없습니다", "{0}: no such file or folder";
    FileUnreadable: "{0}: 읽을 수 없습니다: {1}", "{0}: cannot be read: {1}";
    FileNotRegular: "{0}: 파일도 폴더도 아닙니다", "{0}: neither a file nor a folder";
    FolderHasNoNotes: "{0}: 폴더에 노트(.md)가 없습니다", "{0}: no notes (.md) in this folder";
    FileBinary: "{0}: 글이 아닌 이진 파일입니다", "{0}: a binary file, not text";
    FileTooLarge: "{0}: 너무 큽니다 (한도 {1})", "{0}: too large (the limit is {1})";
    StdinEmpty: "표준 입력이 비어 있습니다", "Standard input is empty";

    // Diagnostics.
    SeverityError: "오류", "error";
    SeverityWarning: "경고", "warning";
    SeverityInfo: "알림", "info";
    SeverityHelp: "도움말", "help";
    CheckClean: "문제를 찾지 못했습니다", "No problems found";
    CheckCount: "오류 {0}, 경고 {1}, 알림 {2}", "errors: {0}, warnings: {1}, info: {2}";

    // The command line.
    EmptyMark: "(빈 절)", "(empty)";
    SeveralFit: "{0}: 이 주소에 맞는 절이 더 있습니다: {1}", "{0}: other sections have this address, too: {1}";
    NoSection: "{0}: 그런 절이 없습니다", "{0}: no such section";
    NoTerm: "{0}: 그런 용어가 없습니다", "{0}: no such term";
    NoTermAtAll: "용어가 없습니다", "no terms";
    NearSections: "{0}: 그런 절이 없습니다. 가까운 주소: {1}", "{0}: no such section; near it: {1}";
    SourceCleaned: "터미널에 해로울 수 있는 문자를 뺐습니다 (줄 {0}개)", "characters that could harm the terminal were left out (lines: {0})";
    CommandFirst: "{0}: 명령은 경로보다 먼저 씁니다 (파일이면 ./{0})", "{0}: a command goes before all paths (for a file, write ./{0})";
    NoTerminal: "터미널을 쓸 수 없습니다: {0}", "the terminal cannot be used: {0}";
    NoCards: "카드가 없습니다", "there are no cards";
    OutputIsTerminal: "apkg는 글이 아니라 터미널에 낼 수 없습니다. -o FILE로 파일에 쓰세요", "apkg is no text, and not for a terminal; name a file with -o FILE";
    OutputIsState: "{0}: 학습 기록 파일에는 쓰지 않습니다", "{0}: that is the record of learning, which is not written over";
    NothingLearned: "아직 배운 것이 없습니다", "nothing was learned yet";
    NoStateFolder: "학습 기록을 둘 곳을 모릅니다. HOME이나 XDG_STATE_HOME을 정하세요", "there is no place for the record of learning; set HOME or XDG_STATE_HOME";
    ImportForeign: "{0}: export jsonl이 쓴 파일이 아닙니다", "{0}: this is not what export jsonl writes";
    ImportBroken: "{0}:{1}: 줄이 깨졌습니다. 아무것도 받아들이지 않았습니다", "{0}:{1}: the line is broken; nothing was taken up";
    ImportUnknown: "{0}:{1}: 모르는 종류의 줄은 빼놓았습니다 (모두 {2}줄)", "{0}:{1}: lines of unknown kinds were left out ({2} in all)";
    Imported: "새 기록 {0}개, 새로 알거나 바뀐 카드 {1}장", "{0} new entries, {1} new or changed cards";
    OptimizeTooFew: "다음 날 이후의 답이 {1}개는 있어야 맞출 수 있습니다. 지금은 {0}개입니다", "{1} answers on later days are needed for a fit; there are {0}";
    OptimizeFailed: "맞는 값을 찾지 못했습니다. 모델은 그대로입니다", "no fit was found; the model is as it was";
    OptimizeFrom: "답 {0}개, 카드 {1}장", "{0} answers to {1} cards";
    OptimizeLoss: "로그 손실: 지금까지 {0}, 맞춘 뒤 {1} (작을수록 잘 맞음)", "log loss: {0} before, {1} fitted (less is better)";
    OptimizeError: "예측과 실제의 차이: 지금까지 {0} %, 맞춘 뒤 {1} %", "foretold against true: off by {0} % before, {1} % fitted";
    OptimizeDone: "이제부터 맞춘 모델을 씁니다", "the fitted model counts from now on";
    OptimizeKept: "이미 그만큼 잘 맞아 모델을 그대로 둡니다", "the model fits as well already, and stays";
    OutputIsNote: "{0}: 노트에는 쓰지 않습니다", "{0}: that is a note, and notes are never written to";
    CannotWriteFile: "{0}: 쓸 수 없습니다: {1}", "{0}: cannot be written: {1}";
    CannotWrite: "결과를 쓸 수 없습니다: {0}", "cannot write the output: {0}";

    // The configuration: its file, its listing, the columns of its table.
    ConfigHead: "gongbu 설정. 줄 앞의 #을 지우면 그 옵션을 바꿀 수 있습니다.", "gongbu's configuration: take the # away from an option to change it.";
    ConfigDefault: "기본값", "default";
    ConfigNone: "설정 파일이 없습니다", "no configuration file";
    ConfigMore: "{0} (문제 {1}개 더)", "{0} (and {1} more)";
    SessionBroken: "내용이 깨졌습니다. 새로 시작합니다", "broken; it begins anew";
    SessionNotKept: "{0}: 읽던 자리를 저장하지 못했습니다: {1}", "{0}: the place cannot be kept: {1}";
    StateNewer: "{0}: 더 새로운 gongbu가 쓴 학습 기록입니다. gongbu를 새것으로 바꾸세요. 파일은 그대로 두었습니다", "{0}: a newer gongbu wrote this record of learning; update gongbu. The file is as it was";
    StateForeign: "{0}: gongbu의 학습 기록이 아닙니다. 파일은 그대로 두었습니다", "{0}: this is no record of learning of gongbu's; the file is as it was";
    StateCorrupt: "{0}: 학습 기록이 깨졌습니다. 파일은 그대로 두었습니다. 옆에 백업(.bak)이 있으면 되살리거나, 이름을 바꾸고 새로 시작하세요", "{0}: the record of learning is broken; the file is as it was. Put back a backup (.bak) that lies beside it, or rename it to begin anew";
    StateReadOnly: "{0}: 학습 기록에 쓸 수 없습니다 (권한 또는 읽기 전용)", "{0}: the record of learning cannot be written to (permissions, or a read-only disk)";
    StateFull: "{0}: 디스크가 가득 차 학습 기록을 저장하지 못했습니다", "{0}: the disk is full; the record of learning cannot be kept";
    StateBusy: "{0}: 다른 프로그램이 학습 기록을 놓지 않습니다", "{0}: another program does not let go of the record of learning";
    StateUnknown: "{0}: 학습 기록이 모르는 카드입니다", "{0}: the record of learning knows no such card";
    StateOther: "{0}: 학습 기록을 쓸 수 없습니다: {1}", "{0}: the record of learning cannot be used: {1}";
    NoSuchTheme: "--theme {0}: 그런 이름의 색이 없습니다. 있는 것: auto, {1}", "--theme {0}: no such theme; there are auto, {1}";
    ConfigVariable: "{0}: 쓸 수 없는 값입니다. 쓸 수 있는 값: {1}", "{0}: cannot have this value; it can be {1}";
    ColumnOption: "옵션", "Option";
    ColumnValues: "값", "Values";
    ColumnDefault: "기본값", "Default";
    ColumnDecides: "정하는 것", "Decides";

    // Searching text.
    NoText: "{0}: 찾는 글이 없습니다", "{0}: no such text";
    OtherKeys: "{0}: 찾는 글이 없어 다른 입력기로 친 것으로 보고 찾았습니다: {1}", "{0}: no such text; looked for what the other input method types: {1}";
    QueryEmpty: "{0}: 그 뒤에 찾을 말이 없습니다", "{0}: nothing follows it";
    PatternEmpty: "찾을 말이 비어 있습니다", "there is nothing to search for";
    PatternSyntax: "{0}: 정규 표현식이 잘못되었습니다: {1}", "{0}: not a regular expression: {1}";
    PatternTooLarge: "{0}: 찾는 식이 너무 큽니다. 더 짧게 쓰세요", "{0}: the pattern is too large; make it shorter";

    // Help on the arguments, and what may be wrong with them.
    UsageHeading: "사용법:", "Usage:";
    UsageCommands: "명령", "Commands";
    UsageArguments: "인자", "Arguments";
    UsageOptions: "선택 사항", "Options";
    UsageEvery: "모든 명령의 선택 사항", "Options of every command";
    UsageHelp: "이 도움말이나 명령의 도움말을 보입니다", "Print this message or the help of a command";
    UsageValues: "값: {0}", "possible values: {0}";
    UsageDefault: "기본: {0}", "default: {0}";
    UsageUnknown: "모르는 인자: {0}", "unexpected argument {0}";
    UsageNoValue: "{0}에 값이 없음", "a value is required for {0}";
    UsageValue: "{1}의 값이 아님: {0}", "invalid value {0} for {1}";
    UsageChoice: "{1}의 값이 아님: {0}; 쓸 수 있는 값: {2}", "invalid value {0} for {1}; possible values: {2}";
    UsageMissing: "빠진 인자: {0}", "required arguments were not given: {0}";
    UsageTwice: "{0}: 한 번만 쓸 수 있음", "{0} cannot be used twice";
    UsageConflict: "함께 쓸 수 없음: {0}, {1}", "{0} cannot be used with {1}";
    UsageTooMany: "남는 값: {0}", "too many values: {0}";
    UsageNoText: "인자가 UTF-8이 아님", "an argument is not UTF-8";
    UsageNear: "혹시 {0}?", "did you mean {0}?";
    UsageSee: "{0}; gongbu --help 참고", "{0}; see gongbu --help";

    // The manual page.
    ManName: "이름", "NAME";
    ManSynopsis: "사용법", "SYNOPSIS";
    ManDescription: "설명", "DESCRIPTION";
    ManCommands: "명령", "COMMANDS";
    ManOptions: "선택 사항", "OPTIONS";
    ManKeys: "글쇠", "KEYS";
    ManConfig: "설정", "CONFIGURATION";
    ManEnvironment: "환경 변수", "ENVIRONMENT";
}
