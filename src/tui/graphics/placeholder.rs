//! The characters that stand for the cells of a picture, in the graphics of kitty.
//!
//! They are text: they scroll, are covered and go as text does, and the terminal shows its picture where
//! they are (kitty, "Unicode placeholders").

/// The character. Marks above it say which row and which column of the picture it stands for, and what
/// the highest part of the picture's number is; its colour says the rest of the number.
const CELL: char = '\u{10eeee}';

/// The marks in order, as ranges: combining, above, without a composed form (kitty's list, its beginning).
const MARKS: [(u32, u32); 34] = [
    (0x305, 0x305),
    (0x30d, 0x30e),
    (0x310, 0x310),
    (0x312, 0x312),
    (0x33d, 0x33f),
    (0x346, 0x346),
    (0x34a, 0x34c),
    (0x350, 0x352),
    (0x357, 0x357),
    (0x35b, 0x35b),
    (0x363, 0x36f),
    (0x483, 0x487),
    (0x592, 0x595),
    (0x597, 0x599),
    (0x59c, 0x5a1),
    (0x5a8, 0x5a9),
    (0x5ab, 0x5ac),
    (0x5af, 0x5af),
    (0x5c4, 0x5c4),
    (0x610, 0x617),
    (0x657, 0x65b),
    (0x65d, 0x65e),
    (0x6d6, 0x6dc),
    (0x6df, 0x6e2),
    (0x6e4, 0x6e4),
    (0x6e7, 0x6e8),
    (0x6eb, 0x6ec),
    (0x730, 0x730),
    (0x732, 0x733),
    (0x735, 0x736),
    (0x73a, 0x73a),
    (0x73d, 0x73d),
    (0x73f, 0x741),
    (0x743, 0x743),
];

/// How many there are: rows, columns and highest parts are numbered up to here.
pub const COUNT: usize = 96;

/// The number of a picture: the lower part is one of the 256 colours, which every terminal and tmux keep
/// as they are, and is not 0.
pub fn id(high: u8, low: u8) -> u32 {
    let high = u32::from(high) % u32::try_from(COUNT).unwrap_or(1);
    (high << 24) | u32::from(low.max(1))
}

/// The colour that the characters of a picture have.
pub fn colour(id: u32) -> u8 {
    u8::try_from(id & 0xff).unwrap_or(0)
}

/// Writes the character for a cell of the picture `id` into `out`; none where there is no mark for it.
pub fn write(out: &mut String, id: u32, row: u16, column: u16) -> Option<()> {
    out.clear();
    out.push(CELL);
    for number in [row.into(), column.into(), usize::try_from(id >> 24).ok()?] {
        out.push(*TABLE.get(number)?);
    }
    Some(())
}

/// All marks, by their numbers.
const TABLE: [char; COUNT] = table();

const fn table() -> [char; COUNT] {
    let mut table = [CELL; COUNT];
    let (mut range, mut at) = (0, 0);
    while range < MARKS.len() {
        let (mut code, last) = MARKS[range];
        while code <= last && at < COUNT {
            if let Some(mark) = char::from_u32(code) {
                table[at] = mark;
                at += 1;
            }
            code += 1;
        }
        range += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::sanitize::Clean;
    use crate::text::width::width;

    #[test]
    fn the_table_is_full_and_each_cell_is_one_column_of_clean_text() {
        assert!(TABLE.is_sorted() && !TABLE.contains(&CELL));
        assert_eq!(
            [TABLE[0], TABLE[1], TABLE[10], TABLE[95]],
            ['\u{305}', '\u{30d}', '\u{34b}', '\u{743}']
        );
        let mut out = String::new();
        for number in 0..COUNT {
            let number = u16::try_from(number).unwrap();
            write(&mut out, id(7, 9), number, number).unwrap();
            assert_eq!((width(&out), Clean::is_clean(&out)), (1, true), "{number}");
        }
        assert_eq!(write(&mut out, id(7, 9), 96, 0), None);
    }

    #[test]
    fn numbers_of_pictures() {
        assert_eq!(id(0, 0), 1);
        assert_eq!(id(3, 200), 0x0300_00c8);
        assert_eq!(colour(id(255, 200)), 200);
        assert!(id(255, 255) >> 24 < u32::try_from(COUNT).unwrap());
    }
}
