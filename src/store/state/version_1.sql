-- Times are milliseconds since 1970 in UTC, days are days of studying since 1970 (a day begins at 4:00),
-- identities are the 16 bytes of a UUID.

CREATE TABLE machine (
    id BLOB NOT NULL PRIMARY KEY            -- this machine's own identity, in the one row
) STRICT;

CREATE TABLE cards (
    id      BLOB NOT NULL PRIMARY KEY,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,               -- of two statements the newer counts
    note    TEXT NOT NULL,                  -- these five: what it is found by in the notes
    kind    TEXT NOT NULL,
    side    TEXT NOT NULL,
    prompt  TEXT NOT NULL,                  -- folded
    nth     INTEGER NOT NULL,               -- of those that are alike in the above, from 0
    answer  TEXT NOT NULL,                  -- folded
    digest  BLOB NOT NULL,                  -- of these five
    same_as BLOB REFERENCES cards (id)      -- derived: the older card that is found by the same
) STRICT;
CREATE INDEX cards_digest ON cards (digest);
CREATE INDEX cards_same_as ON cards (same_as) WHERE same_as IS NOT NULL;

-- What happened. Rows are added, never changed, and deleted only when they are undone. An entry may
-- arrive from another machine before its card does, so that nothing is referred to here.
CREATE TABLE log (
    id         BLOB NOT NULL UNIQUE,
    card       BLOB NOT NULL,
    at         INTEGER NOT NULL,
    offset     INTEGER NOT NULL,            -- of the local time from UTC, in seconds
    day        INTEGER NOT NULL,
    device     BLOB NOT NULL,
    what       INTEGER NOT NULL,            -- 1 graded, 2 suspended, 3 flagged, 4 buried
    value      INTEGER,                     -- the grade 1 to 4; 1 or 0; the day it is buried until
    took       INTEGER,                     -- milliseconds
    cram       INTEGER,
    elapsed    INTEGER,                     -- days
    minutes    INTEGER,                     -- it comes again after so many minutes,
    days       INTEGER,                     -- or days
    stability  REAL,                        -- its memory before
    difficulty REAL
) STRICT;
CREATE INDEX log_card ON log (card, at);

-- Entries that were undone, here or elsewhere: they never come back.
CREATE TABLE undone (
    id BLOB NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL
) STRICT;

-- Parameters of the model of memory; the latest count.
CREATE TABLE fits (
    id         BLOB NOT NULL PRIMARY KEY,
    at         INTEGER NOT NULL,
    device     BLOB NOT NULL,
    reviews    INTEGER NOT NULL,
    parameters BLOB NOT NULL                -- floats of 4 bytes, little-endian
) STRICT;

-- Derived from the log: how far each card is that something happened to.
CREATE TABLE memory (
    card       BLOB NOT NULL PRIMARY KEY REFERENCES cards (id),
    phase      INTEGER NOT NULL,            -- 0 new, 1 learning, 2 review, 3 relearning
    stability  REAL,
    difficulty REAL,
    due_at     INTEGER,
    due_day    INTEGER,
    first_day  INTEGER,
    last_day   INTEGER,
    latest_day INTEGER,
    reviews    INTEGER NOT NULL,
    lapses     INTEGER NOT NULL,
    suspended  INTEGER NOT NULL,
    flagged    INTEGER NOT NULL,
    buried     INTEGER,
    seen_at    INTEGER NOT NULL,            -- the last entry that counts
    seen       BLOB NOT NULL
) STRICT;
CREATE INDEX memory_due ON memory (due_day) WHERE due_day IS NOT NULL;
CREATE INDEX memory_today ON memory (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX memory_last ON memory (last_day);

CREATE TABLE sections (
    note    TEXT NOT NULL,
    section TEXT NOT NULL,
    changed INTEGER NOT NULL,
    text    INTEGER,                        -- a digest of the text that was read; none: not read
    seconds INTEGER NOT NULL,
    PRIMARY KEY (note, section)
) STRICT, WITHOUT ROWID;
