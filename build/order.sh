#!/usr/bin/env bash
# Writes build/order.txt: the functions that a start and the first keys run, as the linker knows them. Needs
# valgrind, script (of util-linux) and nm.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cargo bench --no-run

# A note with what many have: front matter, numbers, terms, a list, a table, code.
cat > "$work/note.md" <<'NOTE'
---
title: "순서"
date: 2026-01-02
tags: [순서]
---

# 1. 처음

**등대(Lighthouse)**는 배를 센다. [다음](#2-다음)을 본다.[^1]

- 하나
- 둘

| 이름 | 뜻 |
|---|---|
| 배 | 물 위를 간다 |

```bash
ls -l | wc -l
```

[^1]: 새벽에.

# 2. 다음

# 2.1 용어집

- 등대: 불을 켜 두는 집.
- 배(Ship): 물 위를 가는 것.
NOTE

# Lines and pages, panes, finding, going to a section and back, a term, help.
keys=(j j k ' ' b G g ']' '[' $'\t' j $'\t' $'\t' /배$'\r' n $'\e' 2 . 1 $'\r' $'\x7f' t $'\e' o 등 $'\e' '?' $'\e')
(
    sleep 12
    for key in "${keys[@]}"; do
        printf '%s' "$key"
        sleep 0.7
    done
    printf q
    sleep 3
) | TERM=xterm-256color LC_ALL=C.UTF-8 XDG_STATE_HOME="$work" GONGBU_CONFIG='' GONGBU_REMEMBER=0 \
    script -qc "stty rows 36 cols 120
        exec valgrind --tool=callgrind --demangle=no --callgrind-out-file='$work/trace' \
            target/release/gongbu '$work/note.md' 2> '$work/errors'" /dev/null > "$work/screen"

sed -nE "s/^c?fn=\([0-9]+\) //p" "$work/trace" | sed "s/'[0-9]*$//" | sort -u > "$work/run"
nm target/release/gongbu | awk '$2 ~ /[tTwW]/ { print $3 }' | sort -u > "$work/known"
# Names that the linker makes up are others with each change.
comm -12 "$work/run" "$work/known" | grep -v '\.llvm\.' > build/order.txt
wc -l build/order.txt
