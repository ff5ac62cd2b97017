//! What Obsidian puts into a note: images and other notes.

use expect_test::expect;

use super::check;

#[test]
fn images_have_their_text() {
    check(
        "![[그림.png]]\n\n![[사진/구조.PNG|300]]\n\n![[구조.svg|노드의 구조]]\n\n글 속의 ![[a.jpg|100x80]] 그림\n\n![노드|300](a.png) ![a|b](c.png)\n\n| ![[a.png\\|300]] |\n|--|\n| ![[b.png\\|둘]] |\n",
        expect![[r#"
            image [그림.png] (그림.png) 
            image [구조.PNG] (사진/구조.PNG) 
            image [노드의 구조] (구조.svg) 
            p 글 속의 ![a.jpg](a.jpg) 그림
            image [노드] (a.png) 
            image [a|b] (c.png) 
            table [Left]
              ![a.png](a.png)
              ![둘](b.png)
        "#]],
    );
}

#[test]
fn links_to_headings_name_them() {
    check(
        "[[#7. 제목]] [[노트#제목]] [[노트#제목#작은_제목_둘]] [[노트#^a1]] [[#^a1]] [[노트#제목|글]] [[#]]\n\n\
         **[[#굵게]]**와 [[노트]], [[내_노트_이름]], [[내*노트*이름]], [[a_b_c#d_e_f]], [글#자](a#b), ![[그림.png]]\n\n\
         | [[#셀]] | [[노트#셀\\|글]] |\n|--|--|\n",
        expect![[r#"
            p ⟨7. 제목:→#7. 제목⟩ ⟨노트 › 제목:→노트#제목⟩ ⟨노트 › 제목 › 작은_제목_둘:→노트#제목#작은_제목_둘⟩ ⟨노트:→노트#^a1⟩ ⟨#^a1:→#^a1⟩ ⟨글:→노트#제목⟩ ⟨#:→#⟩
            p ⟨굵게:strong→#굵게⟩와 ⟨노트:→노트⟩, ⟨내_노트_이름:→내_노트_이름⟩, ⟨내*노트*이름:→내*노트*이름⟩, ⟨a_b_c › d_e_f:→a_b_c#d_e_f⟩, ⟨글#자:→a#b⟩, ![그림.png](그림.png)
            table [Left, Left]
              ⟨셀:→#셀⟩ | ⟨글:→노트#셀\⟩
        "#]],
    );
}

#[test]
fn notes_are_named_and_can_be_followed() {
    check(
        "![[쿠버네티스]]\n\n![[쿠버네티스#파드#정의]] 그리고 ![[노드|노드 설명]]\n\n![[#이 노트의 제목]] ![[노트#^a1b2]]\n\n- ![[폴더/노트]]\n\n![[설명서.pdf]] ![[v1.2 안내]] ![[]]\n",
        expect![[r#"
            p ⟨↳ 쿠버네티스:→쿠버네티스⟩
            p ⟨↳ 쿠버네티스 › 파드 › 정의:→쿠버네티스#파드#정의⟩ 그리고 ⟨↳ 노드 설명:→노드⟩
            p ⟨↳ 이 노트의 제목:→#이 노트의 제목⟩ ⟨↳ 노트:→노트#^a1b2⟩
            ul
             -
              p ⟨↳ 폴더/노트:→폴더/노트⟩
            p ↳ 설명서.pdf ⟨↳ v1.2 안내:→v1.2 안내⟩ ![[]]
        "#]],
    );
}
