//! Bullets under numbers.

use expect_test::expect;

use super::check;

#[test]
fn bullets_stand_under_their_number() {
    check(
        "  1.  하나\n  - 가\n  - 나\n\n  2. 둘\n  - 다\n",
        expect![[r#"
        ol 1 loose
         -
          p 하나
          ul
           -
            p 가
           -
            p 나
         -
          p 둘
          ul
           -
            p 다
    "#]],
    );
    check(
        "1. 하나\n\n2. 둘\n  - 가\n  - 나\n  이어지는 글\n\n3. 셋\n  - 다\n",
        expect![[r#"
            ol 1 loose
             -
              p 하나
             -
              p 둘
              ul
               -
                p 가
               -
                p 나⏎이어지는 글
             -
              p 셋
              ul
               -
                p 다
        "#]],
    );
    check(
        "1. 하나\n- 가\n  - 속\n- 나\n\n끝난 글\n\n- 딴 목록\n",
        expect![[r#"
        ol 1
         -
          p 하나
          ul
           -
            p 가
            ul
             -
              p 속
           -
            p 나
        p 끝난 글
        ul
         -
          p 딴 목록
    "#]],
    );
    check(
        "- 도구: 설명\n  1. 첫째\n  2. 둘째\n- 다음\n",
        expect![[r#"
        ul
         -
          p 도구: 설명
          ol 1
           -
            p 첫째
           -
            p 둘째
         -
          p 다음
    "#]],
    );
    check(
        "1. a\n   - b\n     ```sh\n     # c\n     ```\n2. d\n",
        expect![[r#"
        ol 1
         -
          p a
          ul
           -
            p b
            code sh
              |# c
         -
          p d
    "#]],
    );
}

/// After a blank line bullets in the number's own column are a list of their own, unless the numbers go
/// on.
#[test]
fn bullets_apart_from_the_last_number_are_a_list_of_their_own() {
    check(
        "10) 열\n11) 열하나\n\n- [ ] 할 일\n- [x] 한 일\n",
        expect![[r#"
        ol 10)
         -
          p 열
         -
          p 열하나
        ul
         - [ ]
          p 할 일
         - [x]
          p 한 일
    "#]],
    );
    check(
        "1. 하나\n\n- 가\n\n- 나\n\n2. 둘\n\n- 다\n",
        expect![[r#"
        ol 1 loose
         -
          p 하나
          ul loose
           -
            p 가
           -
            p 나
         -
          p 둘
          ul
           -
            p 다
    "#]],
    );
    check(
        "1. 하나\n\n- 가\n\n글\n\n2. 둘\n",
        expect![[r#"
        ol 1
         -
          p 하나
        ul
         -
          p 가
        p 글
        ol 2
         -
          p 둘
    "#]],
    );
    check(
        "1. 하나\n\n  - 가\n",
        expect![[r#"
        ol 1 loose
         -
          p 하나
          ul
           -
            p 가
    "#]],
    );
    check(
        "1. 하나\n\n- 가\n\n1. 다시\n2. 둘\n\n- 나\n\n1. 또\n",
        expect![[r#"
        ol 1 loose
         -
          p 하나
          ul
           -
            p 가
         -
          p 다시
         -
          p 둘
          ul
           -
            p 나
         -
          p 또
    "#]],
    );
    check(
        "- 밖\n  1. 안\n\n  - 가\n\n2. 딴\n",
        expect![[r#"
        ul loose
         -
          p 밖
          ol 1
           -
            p 안
          ul
           -
            p 가
        ol 2
         -
          p 딴
    "#]],
    );
}
