//! What is said while cards are gone through: each once, Korean first.

use super::Locale;

words! { Study;
    // A card, and what can be done with it.
    Review: "복습", "Review";
    ReviewCram: "연습 (일정은 그대로)", "Practice (the schedule stays)";
    ReviewNotSaved: "저장 안 됨", "not saved";
    ReviewGathering: "카드를 모으는 중…", "Gathering cards…";
    ReviewLeft: "새 카드 {0} · 익히는 중 {1} · 복습 {2}", "new {0} · learning {1} · due {2}";
    ReviewLeftShort: "{0}/{1}/{2}", "{0}/{1}/{2}";
    CramLeft: "남은 카드 {0}", "left {0}";
    ReviewAnswer: "답", "Answer";
    ReviewHint: "힌트", "Hint";
    ReviewTyped: "쓴 답", "typed";
    ReviewMeant: "맞는 답", "answer";
    ReviewRight: "맞았습니다", "right";
    ReviewType: "답을 쓰고 Enter", "type the answer, then Enter";
    ReviewShow: "답 보기", "show the answer";
    ReviewFlagged: "표시", "marked";
    GradeAgain: "다시", "Again";
    GradeHard: "어려움", "Hard";
    GradeGood: "알맞음", "Good";
    GradeEasy: "쉬움", "Easy";
    IntervalMinutes: "{0}분", "{0} min";
    IntervalHours: "{0}시간", "{0} h";
    IntervalDays: "{0}일", "{0} d";
    IntervalMonths: "{0}개월", "{0} mo";
    IntervalYears: "{0}년", "{0} yr";
    InTime: "{0} 뒤", "in {0}";
    Tomorrow: "내일", "tomorrow";
    ReviewDone: "복습을 마쳤습니다", "The review is done";
    CramDone: "연습을 마쳤습니다", "The practice is done";
    ReviewNothingDue: "지금 복습할 카드가 없습니다", "Nothing is due now";
    ReviewNoCards: "카드가 없습니다", "There are no cards";
    ReviewHowTo: "노트의 용어집, 정의 목록, Q:와 A:, C:와 [빈칸], 앞 :: 뒤가 카드가 됩니다", "Cards are made of glossaries, definition lists, Q: and A:, C: with [gaps], and front :: back";
    ReviewFigures: "답 {0}번 · 새로 배운 카드 {1}장 · {2}분 {3}초", "answers {0} · new cards {1} · {2} min {3} s";
    ReviewHardest: "가장 어려웠던 카드", "The hardest cards";
    ReviewTimes: "{0}번", "{0}x";
    ReviewNext: "다음 복습: {0}, {1}장", "Next: {0}, cards {1}";
    ReviewRest: "오늘 몫을 넘어 내일로 미룬 카드: {0}장", "left for tomorrow, by the limits of a day or for their siblings: {0}";
    ReviewSuspended: "쉬는 카드: {0}장", "suspended: {0}";
    ReviewLostCards: "노트에서 사라진 카드: {0}장 (기록은 남아 있습니다)", "gone from the notes: {0} (what was learned of them is kept)";
    CarryAsk: "이 카드는 알던 카드입니까?", "Is this a card that you know?";
    CarryKnown: "답한 적 {0}번, {1} % 비슷합니다", "answered {0} times, {1} % alike";
    CarryBefore: "전에 묻던 것:", "Asked before:";
    CarryNow: "지금 묻는 것:", "Asked now:";
    CarryLeft: "물을 것 {0}개", "to be asked: {0}";
    CarryYes: "같은 카드", "the same";
    CarryNo: "새 카드", "a new card";
    SeekNo: "다른 카드", "another one";
    SeekNothing: "사라진 카드와 이을 만한 새 카드가 없습니다", "There are no new cards that those which are gone may have become";
    ReviewNotOpen: "복습하는 동안에만 쓰는 명령입니다", "This is for a review";
    NothingToUndo: "되돌릴 것이 없습니다", "There is nothing to take back";
    CardAdded: "카드로 만들었습니다 ({0}장)", "Made cards: {0}";
    CardAlready: "이미 카드입니다", "It is a card already";

    // How far notes are read.
    MarkedRead: "읽음: {0}", "read: {0}";
    MarkedUnread: "안 읽음: {0}", "not read: {0}";
    MarkedSections: "{0} (절 {1}개)", "{0} (sections: {1})";
    MarkNothing: "여기에는 읽을 글이 없습니다", "There is no text to be read here";
    MarkFolder: "폴더가 아니라 노트나 절을 고르세요", "Choose a note or a section, not a folder";
    MarksUnsaved: "읽은 표시 저장 안 됨: {0}", "marks not saved: {0}";
    MarksUnread: "읽은 표시를 모름: {0}", "marks not known: {0}";
    MarksCaughtUp: "밀린 읽은 표시를 모두 저장했습니다", "What was read and had waited is saved";
    MarksLost: "저장하지 못한 읽은 표시: {0}개", "marks of what was read that could not be saved: {0}";

    // What becomes of what is learned.
    StateNowhere: "학습 기록을 둘 곳이 없습니다 (HOME이 없습니다)", "there is nowhere to keep the record of learning (HOME is not set)";
    ReviewUnsaved: "이번 복습은 저장되지 않습니다", "this review is not saved";
    ReviewWaiting: "저장하지 못한 답 {0}개. 복습은 계속되고, 쓸 수 있게 되면 저장합니다", "answers not saved: {0}. The review goes on; they are saved as soon as they can be";
    ReviewCaughtUp: "밀린 답을 모두 저장했습니다", "All answers that had waited are saved";
    ReviewNoTerminal: "복습하려면 터미널이 있거나 --linear를 써야 합니다", "a review needs a terminal, or --linear";
    ReviewLost: "저장하지 못한 복습의 답: {0}개", "answers of the review that could not be saved: {0}";
    ReviewStale: "다른 프로그램이 먼저 답한 카드입니다. 지금 상태로 보입니다", "Another program has answered this card; it is shown as it is now";
    ReviewGone: "보던 카드가 노트에서 사라졌습니다. 기록은 남아 있습니다", "The card is gone from the notes; what was learned of it is kept";
    ReviewUndoneGone: "되돌렸습니다. 그 카드는 이제 노트에 없습니다", "Taken back; that card is not in the notes any more";
    ReviewLeech: "{0}번 잊은 카드입니다. 고쳐 쓰거나 쉬게 하는 편이 낫습니다", "Forgotten {0} times: better to write it anew, or to suspend it";
}
