//! Pictures in the terms of each kind of terminal.

use color_quant::NeuQuant;

use super::{Encoded, wrapped};
use crate::app::pictures::{Medium, Pixels};
use crate::store::pictures::decode::Decoded;

/// A picture is given to the terminal in at most so many pixels a side.
const MOST: u32 = 2400;
/// What a cell is taken to measure where nobody knows.
const CELL: Pixels = Pixels { width: 10, height: 20 };
/// The graphics of kitty take so many bytes at once.
const CHUNK: usize = 4096;

/// How a picture is to be encoded.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// For which kind of terminal.
    pub medium: Medium,
    /// The columns and rows that it takes.
    pub cells: (u16, u16),
    /// What a cell measures.
    pub cell: Option<Pixels>,
    /// Whether tmux stands between.
    pub through_tmux: bool,
}

/// Encodes `picture`, which is to be known as `id`. None for half blocks, which need nothing.
pub fn encode(picture: &Decoded, id: u32, target: Target) -> Option<Encoded> {
    let Target { medium, cells: (cols, rows), .. } = target;
    let cell = target.cell.unwrap_or(CELL);
    let full = (
        u32::from(cols).saturating_mul(cell.width).clamp(1, MOST),
        u32::from(rows).saturating_mul(cell.height).clamp(1, MOST),
    );
    // The terminal itself makes a small one larger.
    let own = picture.size();
    let least = (full.0.min(own.width), full.1.min(own.height));
    let bytes = match medium {
        Medium::Kitty => kitty(&picture.png(least.0, least.1)?, id, target),
        Medium::Iterm => iterm(&picture.png(least.0, least.1)?, cols, rows),
        Medium::Sixel => sixel(&picture.scaled(full.0, full.1), full.0),
        Medium::None | Medium::Unknown | Medium::Blocks { .. } => return None,
    };
    Some(Encoded { id, medium, bytes })
}

/// A picture to be placed by characters (`U=1`), which the terminal does not answer (`q=2`).
fn kitty(png: &[u8], id: u32, target: Target) -> Vec<u8> {
    let text = base64(png);
    let (cols, rows) = target.cells;
    let mut bytes = Vec::with_capacity(text.len() + text.len() / 64);
    let mut chunks = text.as_bytes().chunks(CHUNK).peekable();
    let mut about = format!("a=T,U=1,q=2,f=100,i={id},c={cols},r={rows},");
    while let Some(chunk) = chunks.next() {
        let more = u8::from(chunks.peek().is_some());
        let mut sequence = format!("\x1b_G{about}m={more};").into_bytes();
        sequence.extend_from_slice(chunk);
        sequence.extend_from_slice(b"\x1b\\");
        bytes.extend(wrapped(&sequence, target.through_tmux));
        "q=2,".clone_into(&mut about);
    }
    bytes
}

/// A picture at the cursor (iTerm2, "Inline Images Protocol").
fn iterm(png: &[u8], cols: u16, rows: u16) -> Vec<u8> {
    let about = format!(
        "inline=1;size={};width={cols};height={rows};preserveAspectRatio=0;doNotMoveCursor=1",
        png.len()
    );
    format!("\x1b]1337;File={about}:{}\x07", base64(png)).into_bytes()
}

/// A picture at the cursor in bands of six rows (DEC, "Sixel Graphics"), of 256 colours.
fn sixel(pixels: &[u8], width: u32) -> Vec<u8> {
    let (pixels, _) = pixels.as_chunks::<4>();
    let width = usize::try_from(width).unwrap_or(1).max(1);
    let height = pixels.len() / width;
    // With few pixels each is looked at, with many one in ten.
    let one_in = if pixels.len() < 100_000 { 1 } else { 10 };
    let quant = NeuQuant::new(one_in, 256, pixels.as_flattened());
    let mut out = format!("\x1bP0;1;0q\"1;1;{width};{height}");
    let palette = quant.color_map_rgb();
    for (number, part) in palette.as_chunks::<3>().0.iter().enumerate() {
        let [r, g, b] = part.map(|part| (u32::from(part) * 100 + 127) / 255);
        out += &format!("#{number};2;{r};{g};{b}");
    }
    let mut known = std::collections::HashMap::new();
    for band in pixels.chunks(width * 6) {
        let mut columns: Vec<Option<Vec<u8>>> = vec![None; 256];
        for (at, pixel) in band.iter().enumerate() {
            if pixel[3] < 128 {
                continue;
            }
            let colour = *known.entry(*pixel).or_insert_with(|| quant.index_of(pixel));
            let Some(bits) = columns.get_mut(colour) else { continue };
            let bits = bits.get_or_insert_with(|| vec![0; width]);
            if let Some(bits) = bits.get_mut(at % width) {
                *bits |= 1 << (at / width);
            }
        }
        for (number, bits) in columns.iter().enumerate() {
            let Some(bits) = bits else { continue };
            out += &format!("#{number}");
            runs(bits, &mut out);
            out.push('$');
        }
        out.push('-');
    }
    out += "\x1b\\";
    out.into_bytes()
}

/// Writes columns of six pixels, the same several times as a number and one of them.
fn runs(bits: &[u8], out: &mut String) {
    for run in bits.chunk_by(|a, b| a == b) {
        let sign = char::from(0x3f + run.first().copied().unwrap_or(0));
        match run.len() {
            length @ 1..=3 => out.extend(std::iter::repeat_n(sign, length)),
            length => *out += &format!("!{length}{sign}"),
        }
    }
}

/// Base64 (RFC 4648, 4).
fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or(0));
        let bits = (byte(0) << 16) | (byte(1) << 8) | byte(2);
        for at in 0..4 {
            let sign = usize::try_from((bits >> (18 - 6 * at)) & 63).unwrap_or(0);
            let sign = SIGNS.get(sign).copied().unwrap_or(b'A');
            out.push(if at <= chunk.len() { char::from(sign) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_of_the_rfc() {
        let cases = ["", "f", "fo", "foo", "foob", "fooba", "foobar"];
        let found: Vec<_> = cases.iter().map(|text| base64(text.as_bytes())).collect();
        assert_eq!(found, ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"]);
    }

    #[test]
    fn runs_of_a_band() {
        let mut out = String::new();
        runs(&[0, 0, 0, 63, 1, 1, 1, 1, 1, 2], &mut out);
        assert_eq!(out, "???~!5@A");
    }
}
