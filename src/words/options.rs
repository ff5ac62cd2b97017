//! What each option decides, one line each, Korean first.

use super::Locale;

words! { Decides;
    OptLanguage: "프로그램의 언어 (auto: 환경을 따름)", "the language of the program (auto: that of the environment)";
    OptTheme: "읽기 화면의 색 (auto: 터미널을 따름)", "the colours of the reader (auto: those that fit the terminal)";
    OptAscii: "테두리와 기호를 ASCII 문자로 그리기 (auto: 로캘이 UTF-8이 아닐 때)", "draw borders, bullets and signs in ASCII (auto: where the locale is not UTF-8)";
    OptTextWidth: "본문의 가장 넓은 폭 (칸)", "the widest that text is set, in columns";
    OptCutCode: "긴 코드 줄을 줄바꿈하지 않고 자르기", "cut long lines of code instead of wrapping them";
    OptShowContents: "목차 창을 처음부터 보이기", "show the contents pane at the start";
    OptShowGlossary: "용어 창을 처음부터 보이기", "show the glossary pane at the start";
    OptImages: "그림을 보이기 (아니면 그림의 설명만)", "show pictures (otherwise what they say)";
    OptMouse: "마우스를 쓰기 (아니면 터미널에 맡김)", "take the mouse (otherwise it is the terminal's)";
    OptRemember: "읽던 자리와 화면의 모양을 다음에 이어 가기", "begin where the note was left, and as the screen was";
    OptEditor: "노트를 고칠 편집기 (auto: VISUAL, EDITOR)", "the editor for notes (auto: VISUAL, else EDITOR)";
    OptLinear: "화면 없이 한 줄씩 읽기 (화면 낭독기용, ACCESSIBLE=1도 같음)", "read line by line, without a screen, as for a screen reader (so does ACCESSIBLE=1)";
    OptNotes: "경로를 주지 않을 때 읽을 노트", "the notes that are read where no path is given";
    OptTypedAnswers: "복습에서 답을 써 보고 보기", "type answers in a review before they are shown";
    OptNewCards: "하루에 새로 배울 카드의 수", "how many new cards a day";
    OptDailyCards: "하루에 복습할 카드의 수 (새 카드도 넣어)", "how many cards a day, new ones among them";
    OptRetention: "카드가 다시 올 때 알고 있을 확률 (%)", "the chance to know a card when it comes again, in percent";
    OptDayStart: "복습의 하루가 시작하는 시각", "the hour at which a day of studying begins";
}
