//! Find in the text: whole screens, and what must hold.

use expect_test::expect;

use crate::screen::{App, data};
use crate::sessions::check;

#[test]
fn matches_are_shown_as_they_are_typed() {
    check(
        80,
        16,
        "/ 컨 테 이 너",
        expect![[r#"
        ┌ 차례 ──────────────────┐┌ container-notes ───────────────────────────────────┐
        │ ▾ 1. 컨테이너 첫걸음   ││ 컨테이너 공부 노트                                 │
        │     1.1 나오기까지     ││ ──────────────────                                 │
        │     1.2 컨테이너가 뭔… ││ 2024-05-11  #공부  #Container  #Docker  #Kubernet… │
        │     1.3 좋은 점        ││                                                    │
        │     1.4 이루는 것      ││ 1. 컨테이너 첫걸음                                 │
        │     1.5 Podman         ││ ──────────────────                                 │
        │     1.6 Podman 용어집  ││                                                    │
        │     1.7 빌드 흐름      ││ 1.1 나오기까지                                     │
        │ ▾ 2. 쿠버네티스 첫걸음 ││                                                    │
        │     2.1 알아 둘 말     ││ 1. 한 덩어리 시절                                  │
        │     2.1 쿠버네티스의…  ││    ◦ 고칠 때마다 전부 다시 빌드                    │
        │     2.2 쿠버네티스에…  ││                                                    │
        │     2.3 쿠버네티스의…  ↓│ 2. 공용 버스 시절                                  │
        └────────────────────────┘└────────────────────────────────────────────────────┘
         /컨테이너▏                                                                  1/8
    "#]],
    );
    check(
        80,
        16,
        "/ 컨 테 이 너 enter n n",
        expect![[r#"
            ┌ 차례 ──────────────────┐┌ 1.4 이루는 것 ─────────────────────────────────────┐
            │ ▾ 1. 컨테이너 첫걸음   ││   나눠 주는 프로그램                               │
            │     1.1 나오기까지     ││                                                    │
            │     1.2 컨테이너가 뭔… ││ 1.5 Podman                                         │
            │     1.3 좋은 점        ││                                                    │
            │●    1.4 이루는 것      ││ • 데몬 없이 도는 컨테이너 도구                     │
            │     1.5 Podman         ││ • 커널의 네임스페이스를 명령 몇 개로 줄여 줌       │
            │     1.6 Podman 용어집  ││                                                    │
            │     1.7 빌드 흐름      ││ 1.6 Podman 용어집                                  │
            │ ▾ 2. 쿠버네티스 첫걸음 ││                                                    │
            │     2.1 알아 둘 말     ││ • Containerfile: 묶음을 어떻게 만들지 적은 글      │
            │     2.1 쿠버네티스의…  ││ • 이미지: 아직 돌지 않는 파일 묶음                 │
            │     2.2 쿠버네티스에…  ││ • 레지스트리: 묶음을 올리고 내려받는 창고(판마다   │
            │     2.3 쿠버네티스의…  ↓│   꼬리표가 붙는 곳)                                │
            └────────────────────────┘└────────────────────────────────────────────────────┘
             container-notes › §1.4  23 %  /컨테이너 3/8     숫자 이동  q 끝내기  ? 도움말
        "#]],
    );
    check(
        60,
        10,
        "/ 없 는 말",
        expect![[r#"
        ┌ container-notes ─────────────────────────────────────────┐
        │ 컨테이너 공부 노트                                       │
        │ ──────────────────                                       │
        │ 2024-05-11  #공부  #Container  #Docker  #Kubernetes      │
        │                                                          │
        │ 1. 컨테이너 첫걸음                                       │
        │ ──────────────────                                       │
        │                                                          │
        └──────────────────────────────────────────────────────────┘
         /없는말▏                                 찾은 것이 없습니다
    "#]],
    );
}

fn at(app: &App) -> (Option<usize>, usize, String) {
    let find = app.state.find.as_ref().unwrap();
    let found = find.here();
    let note = &app.state.open.collection.notes[0];
    (find.current, find.matches.len(), found.map_or("", |f| f.span.of(&note.text)).to_owned())
}

#[test]
fn next_and_previous_go_round() {
    let mut app = App::new(&[data("container-notes.md")], 80, 24);
    app.keys("/ k u b e enter");
    let (first, count, text) = at(&app);
    assert_eq!((first, text.as_str()), (Some(0), "kube"));
    assert!(count > 2);
    for i in 1..=count {
        app.keys("n");
        assert_eq!(at(&app).0, Some(i % count));
        assert!(
            app.state.reader.shows(0, app.state.find.as_ref().unwrap().here().unwrap().span.start)
        );
    }
    app.keys("p");
    assert_eq!(at(&app).0, Some(count - 1));
    app.keys("N ㅔ ㅜ");
    assert_eq!(at(&app).0, Some(count - 2));
}

#[test]
fn escape_goes_back_and_enter_stays() {
    let mut app = App::new(&[data("container-notes.md")], 80, 24);
    app.keys("2 . 2 enter");
    let before = app.screen();
    app.keys("/ 일 기");
    assert_ne!(app.screen(), before);
    app.keys("esc");
    assert_eq!(app.screen(), before);
    app.keys("/ 일 기 enter");
    let found = app.state.reader.spot;
    app.keys("esc");
    assert_eq!((app.state.reader.spot, app.state.find.is_none()), (found, true));
    app.keys("backspace");
    assert_eq!(app.screen(), before);
}

/// The match stays where it is marked when the size changes.
#[test]
fn marks_survive_a_resize() {
    let mut app = App::new(&[data("container-notes.md")], 120, 36);
    app.keys("/ k u b e l e t enter");
    let found = at(&app);
    for (width, height) in [(40, 12), (80, 24), (1, 1), (120, 36)] {
        app.resize(width, height);
        app.draw();
        assert_eq!(at(&app), found);
    }
    app.keys("/ [ ( \\");
    app.keys("backspace backspace backspace backspace");
    assert!(app.state.find.is_none());
    app.keys("/ r e : (");
    assert!(app.state.notice.is_some());
}
