//! What is said by the reader that speaks line by line: each once, Korean first.

use super::Locale;

words! { Said;
    // What the blocks of a note are called.
    Heading: "제목 {0}:", "Heading {0}:";
    Quote: "인용:", "Quote:";
    QuoteEnd: "인용 끝", "End of quote";
    Footnote: "각주 {0}", "Footnote {0}";
    FootnoteMark: "각주 {0}", "footnote {0}";
    Details: "펼친 부분", "Details";
    BoxEnd: "{0} 끝", "End: {0}";
    Code: "코드{0}, {1}줄:", "Code{0}, lines: {1}";
    CodeEnd: "코드 끝", "End of code";
    Table: "표, {0}열 {1}행{2}", "Table, columns: {0}, rows: {1}{2}";
    TableEnd: "표 끝", "End of table";
    Column: "{0}열", "column {0}";
    Row: "{0}행: {1}", "Row {0}: {1}";
    Blank: "빈 줄", "empty";
    Defined: "용어: {0}", "Term: {0}";
    Meaning: "뜻:", "Meaning:";
    MeaningEnd: "뜻 끝", "End of meaning";
    Image: "그림: {0}", "Image: {0}";
    ImageAt: "그림: {0} ({1})", "Image: {0} ({1})";
    Caption: "그림 설명:", "Caption:";
    Level: "{0}단계:", "level {0}:";
    ListEnd: "목록 끝", "End of list";
    TaskDone: "한 일:", "done:";
    TaskOpen: "할 일:", "to do:";
    Rule: "구분선", "Rule";
    Struck: "[지운 글:", "[struck out:";
    StruckEnd: "]", "]";
    LinkMark: "링크 {0}", "link {0}";

    // Where we are.
    Begin: "노트 {0}개, 절 {1}개를 열었습니다. Enter는 이어 읽기, ?는 도움말, q는 끝내기입니다.", "Open: notes {0}, sections {1}. Enter reads on, ? is help, q quits.";
    Note: "노트: {0}", "Note: {0}";
    NoteOf: "노트 {0}/{1}: {2}", "Note {0} of {1}: {2}";
    SectionOf: "절 {1}개 중 {0}번째", "section {0} of {1}";
    BeforeSections: "첫 절 앞의 글 (절 {0}개)", "Before the first section (sections: {0})";
    NoText: "글이 없는 노트입니다", "This note has no text";
    AtEnd: "마지막 절입니다", "This is the last section";
    AtBeginning: "첫 절입니다", "This is the first section";
    Here: "(지금 여기)", "(here)";
    Read: "(읽음)", "(read)";
    ReadChanged: "(읽은 뒤 바뀜)", "(changed since read)";
    ReadSome: "({0}/{1} 읽음)", "(read {0} of {1})";
    GoesOn: "이어서: {0}", "Going on: {0}";
    From: "절의 중간부터", "From within the section";

    Progress: "읽는 중: 노트 {1}개 중 {0}개", "Reading: {0} of {1} notes";

    // Lists.
    List: "{0} ({1}개)", "{0} ({1})";
    More: "더 보려면 Enter, {0}개 남음", "Enter for more; left: {0}";
    MoreText: "더 읽으려면 Enter, {0}줄 남음", "Enter reads on; lines left: {0}";
    NoChoice: "번호는 1부터 {0}까지입니다", "A number is 1 to {0}";
    NoList: "고를 목록이 없습니다", "There is no list to choose from";
    ListClosed: "목록을 닫았습니다", "The list is closed";
    PromptCommand: "명령>", "command>";
    PromptChoice: "1에서 {0}까지의 번호나 명령>", "number 1 to {0}, or command>";
    Notes: "노트", "Notes";
    Found: "찾은 곳", "Found";
    FoundOf: "찾은 곳 {1}개 중 {0}번째", "Found, {0} of {1}";
    LineOf: "{0}번째 줄:", "line {0}:";
    TermsHere: "이 절의 용어", "Terms in this section";
    LinksHere: "이 절의 링크와 각주", "Links and footnotes of this section";
    NoLinksHere: "이 절에는 링크도 각주도 없습니다", "This section has no links or footnotes";
    NoTermsHere: "이 절에는 용어가 없습니다", "This section has no terms";
    Commands: "명령", "Commands";
    Source: "원문 ({0}줄):", "Source (lines: {0}):";
    SourceEnd: "원문 끝", "End of source";
    UsesOf: "{0}: 뜻풀이와 쓰인 곳", "{0}: where it is explained and used";

    // What cannot be done.
    Unknown: "모르는 말입니다: {0}. ?는 도움말입니다", "Not understood: {0}. For help: ?";
    NeedsText: "{0} 뒤에 찾을 말을 쓰세요. 보기: {0} 파드", "Write what to look for after {0}, such as: {0} pod";
    OnlyOnScreen: "{0}: 화면이 있을 때만 쓰는 명령입니다", "{0}: only a screen has a use for this";
    UseShell: "멈추려면 Ctrl-Z를 누르세요", "To stop for a while press Ctrl-Z";
    Nothing: "달라진 것이 없습니다", "Nothing has changed";
    Copied: "클립보드로도 보냈습니다", "It went to the clipboard, too";
    CannotOpen: "열 수 없습니다: {0} ({1})", "Cannot open: {0} ({1})";
    Done: "끝냅니다", "Goodbye";

    // The review.
    PromptAnswer: "Enter는 답 보기>", "Enter shows the answer>";
    PromptGrade: "1에서 4까지의 점수>", "grade 1 to 4>";
    PromptSame: "1 또는 2>", "1 or 2>";
    PromptEnd: "Enter는 복습 닫기>", "Enter leaves the review>";
    CardFrom: "카드: {0}, {1} ({2})", "Card: {0}, {1} ({2})";
    Question: "질문:", "Question:";
    TypedAs: "쓴 답, 틀린 곳은 [ ] 안: {0}", "Typed, what is wrong in [ ]: {0}";
    MeantAs: "맞는 답, 빠진 곳은 [ ] 안: {0}", "Answer, what is missing in [ ]: {0}";
    NotNow: "지금은 할 수 없습니다", "Not now";
    RecallLeft: "복습을 닫았습니다", "The review is left";
    RecallHelp: "Enter는 답 보기, 그다음 1에서 4로 답합니다", "Enter shows the answer; then a grade from 1 to 4";
    DoRecallOpen: "복습을 닫고 카드가 있는 절로", "leave the review for the section that the card is from";
    DoRecallAgain: "카드를 다시 듣기", "the card again";
    DoRecallLeave: "복습 닫기", "leave the review";
    DoRecallType: "뒤에 쓴 답을 맞는 답과 견주기 (보기: t 파드)", "compare the answer that follows with the right one, such as t pod";

    // Help: what can be typed.
    HelpHead: "한 줄에 하나씩 씁니다. 낱말로 써도 됩니다.", "Type one on a line; the words do, too.";
    HelpAddress: "2.1, 노트:2.1: 그 번호의 절로", "2.1, note:2.1: to the section with this number";
    HelpNumber: "목록 뒤의 번호: 그것을 고르기 (절은 §2처럼)", "a number after a list: choose from it (a section is then §2)";
    DoOn: "이어서: 목록이나 절의 나머지, 다 읽었으면 다음 절", "go on: the rest of the list or of the section, then the next section";
    DoWhole: "나머지를 끊지 않고 모두", "all that is left, without a stop";
    DoNext: "다음 절", "the next section";
    DoPrevious: "이전 절", "the section before";
    DoAgain: "이 절을 다시", "this section again";
    DoContents: "이 노트의 목차", "the contents of this note";
    DoNotes: "노트 목록", "the list of notes";
    DoGoTo: "이름으로 절, 용어, 노트 찾아가기 (보기: o 파드)", "go to a section, a term or a note by its name, such as o pod";
    DoFind: "모든 노트의 본문에서 찾기 (보기: /파드)", "find in the text of all notes, such as /pod";
    DoGlossary: "모든 용어, 또는 뒤에 쓴 용어의 뜻 (보기: g 파드)", "all terms, or what one means, such as g pod";
    DoTerms: "이 절의 용어", "the terms in this section";
    DoLinks: "이 절의 링크와 각주", "the links and footnotes of this section";
    DoMarkRead: "이 절을 읽음으로 표시하거나 되돌리기", "mark this section read, or take that back";
    DoBacklinks: "이 절로 오는 링크", "the links that lead to this section";
    DoCopy: "코드와 절의 원문, 링크의 주소", "the source of code and of the section, and where links lead";
    DoCommands: "명령에서 고르기 (뒤에 쓴 말로 거르기)", "choose from the commands (those that fit what follows)";
    DoHelp: "이 도움말", "this help";
}
