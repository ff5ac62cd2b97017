//! What is said of figures: each once, Korean first.

use super::Locale;

words! { Figure;
    Title: "통계", "Statistics";
    Counting: "세는 중…", "Counting…";
    None: "아직 배운 것이 없습니다", "nothing was learned yet";
    NoCards: "카드가 없습니다", "there are no cards";

    // In one line each: today, the cards, all days.
    Today: "오늘 {0}: 답 {1}개 {2}, {3}", "Today {0}: answers {1} {2}, {3}";
    Known: "({0} % 맞음)", "({0} % known)";
    Cards: "카드 {0}장: 새 카드 {1}, 배우는 중 {2}, 짧은 기억 {3}, 긴 기억 {4}, 쉬는 카드 {5}", "Cards {0}: new {1}, learning {2}, short memory {3}, long memory {4}, suspended {5}";
    Days: "이어서 공부한 날 {0}일, 가장 길게 {1}일", "Days in a row: {0}, at most {1}";
    All: "지금까지 답 {0}개, {1}, 공부한 날 하루에 {2}, 답 하나에 {3}", "In all: answers {0}, {1}; {2} a day with answers, {3} an answer";
    Read: "읽은 절 {0}/{1} {2}, 읽은 시간 {3}", "Sections read: {0} of {1} {2}, in {3}";
    ReadInAll: "읽은 절 {0}, 읽은 시간 {1}", "Sections read: {0}, in {1}";
    ReadChanged: "(읽은 뒤 바뀐 절 {0})", "(changed since: {0})";
    Hours: "{0}시간 {1}분", "{0} h {1} min";
    Minutes: "{0}분", "{0} min";
    Seconds: "{0}초", "{0} s";

    // Charts.
    Due: "앞으로 {0}일에 올 카드", "Cards of the next {0} days";
    NoneDue: "앞으로 {0}일에 올 카드가 없습니다", "No cards in the next {0} days";
    Late: "밀린 카드 {0}장은 오늘 옵니다", "{0} late ones come today";
    Year: "하루에 한 답", "Answers a day";
    Less: "적음", "less";
    More: "많음", "more";
    Months: "월", "mo";
    Time: "하루에 쓴 시간 (분, 지난 {0}일)", "Time a day (minutes, the last {0} days)";
    Kept: "며칠 뒤에 물어 맞힌 비율", "Known after so many days";
    Ages: "{0}–{1}일", "{0}–{1} d";
    AgesFrom: "{0}일부터", "from {0} d";
    Now: "오늘", "today";
    Chapters: "장마다", "Chapter by chapter";
    Notes: "노트마다", "Note by note";
    ColumnCards: "카드", "cards";
    ColumnDue: "오늘", "today";
    ColumnKept: "맞음", "known";
    ColumnTime: "시간", "time";
    Long: "긴 기억", "long memory";
    Short: "짧은 기억", "short memory";
    Learning: "배우는 중", "learning";
    New: "새 카드", "new";

    // Line by line.
    DueOn: "{0}: {1}장", "{0}: {1}";
    DueIn: "{0}일 안에 {1}장", "within {0} days: {1}";
    DoneOn: "{0}: 답 {1}개 {2}, {3}", "{0}: answers {1} {2}, {3}";
    KeptAfter: "{0}: {1} % 맞음 (답 {2}개)", "{0}: {1} % known (answers {2})";
    Chapter: "{0}: 카드 {1}장, 오늘 {2}장, 새 카드 {3}장, 긴 기억 {4}장 {5}", "{0}: cards {1}, today {2}, new {3}, long memory {4} {5}";
    LastDays: "지난 {0}일", "The last {0} days";
}
