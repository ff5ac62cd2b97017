//! Bytes to text: which encoding a note is in, and what had to be replaced to read it.
//!
//! UTF-8 comes first; what is no UTF-8 is UTF-16 by its byte order mark or its pattern of NULs, else
//! what `chardetng` makes of it, with Korean preferred. The text has LF line ends only, so that every
//! offset counts in the text and not in the file. It is not in NFC: that is the sanitizer's work.

use chardetng::EncodingDetector;
use encoding_rs::{DecoderResult, EUC_KR, Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// The largest note there is: 4 GiB.
pub const MAX_BYTES: u64 = 1 << 32;

const UTF8_BOM: &[u8] = b"\xEF\xBB\xBF";

/// A note as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without byte order mark, every line ended by LF.
    pub text: String,
    /// The name of the encoding, for people: `UTF-8`, `CP949`, `UTF-16LE`…
    pub encoding: &'static str,
    /// What the reader should be told, if anything.
    pub notice: Option<Notice>,
}

pub use crate::library::Notice;

/// Why bytes are no note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// It is an image, an archive, a program…
    #[error("binary file")]
    Binary,
    /// It is larger than [`MAX_BYTES`].
    #[error("file too large")]
    TooLarge,
}

/// Decodes a note; see [`decode_owned`], which saves a copy.
pub fn decode(bytes: &[u8], forced: Option<&'static Encoding>) -> Result<Decoded, DecodeError> {
    decode_owned(bytes.to_vec(), forced)
}

/// Decodes a note, in the encoding `forced` where there is one. A byte order mark beats `forced`.
///
/// # Errors
/// [`DecodeError::Binary`] where the bytes begin like a well-known binary format or are no text by
/// their NULs and control characters, [`DecodeError::TooLarge`] above [`MAX_BYTES`].
pub fn decode_owned(
    bytes: Vec<u8>,
    forced: Option<&'static Encoding>,
) -> Result<Decoded, DecodeError> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(DecodeError::TooLarge);
    }
    if has_binary_magic(&bytes) {
        return Err(DecodeError::Binary);
    }
    let marked = Encoding::for_bom(&bytes).map(|(encoding, _)| encoding);
    let raw = match marked.or(forced) {
        Some(encoding) if encoding == UTF_8 => decode_utf8(bytes),
        Some(encoding) => decode_legacy(&bytes, encoding),
        None => decode_unknown(bytes)?,
    };
    if !is_text(&raw) {
        return Err(DecodeError::Binary);
    }
    Ok(raw.finish())
}

/// Whether bytes that open a file already show that it is no text, so that the rest need not be read.
pub fn is_binary_head(head: &[u8]) -> bool {
    // A UTF-16 text has up to one NUL in two bytes; more than that is no text in any encoding.
    has_binary_magic(head) || nuls(head) > head.len() / 2 + 1
}

/// Text before its line ends are made one, and what was malformed in it.
struct Raw {
    text: String,
    encoding: &'static Encoding,
    /// The offset of the first U+FFFD put for malformed bytes.
    first_bad: usize,
    bad: usize,
}

impl Raw {
    fn finish(self) -> Decoded {
        let encoding = name(self.encoding);
        let notice = if self.bad > 0 {
            Some(Notice::Lossy { line: line_at(&self.text, self.first_bad), count: self.bad })
        } else if self.encoding == UTF_8 {
            None
        } else {
            Some(Notice::Converted(encoding))
        };
        Decoded { text: with_unix_line_ends(self.text), encoding, notice }
    }
}

fn name(encoding: &'static Encoding) -> &'static str {
    // The web's EUC-KR is CP949, the name Korean readers know from their editors.
    if encoding == EUC_KR { "CP949" } else { encoding.name() }
}

fn decode_unknown(bytes: Vec<u8>) -> Result<Raw, DecodeError> {
    if let Some(raw) = utf16_by_nuls(&bytes) {
        return Ok(raw);
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Ok(Raw { text, encoding: UTF_8, first_bad: 0, bad: 0 }),
        Err(error) => error.into_bytes(),
    };
    if nuls(&bytes) > 0 {
        return Err(DecodeError::Binary);
    }
    let share = utf8_share(&bytes);
    if share.at_least(95) {
        return Ok(decode_utf8(bytes));
    }
    let mut detector = EncodingDetector::new();
    detector.feed(&bytes, true);
    let guess = detector.guess(Some(b"kr"), false);
    let raw = decode_legacy(&bytes, guess);
    // A short UTF-8 note with one bad byte falls below 95 %. Single-byte encodings fit any bytes, so
    // their fitting says nothing; a multi-byte one that fits without an error is believed.
    let sure = !guess.is_single_byte() && raw.bad == 0;
    if sure {
        return Ok(raw);
    }
    if share.at_least(50) {
        return Ok(decode_utf8(bytes));
    }
    Ok(damaged_cp949(&bytes).unwrap_or(raw))
}

fn decode_utf8(mut bytes: Vec<u8>) -> Raw {
    if bytes.starts_with(UTF8_BOM) {
        bytes.drain(..UTF8_BOM.len());
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Raw { text, encoding: UTF_8, first_bad: 0, bad: 0 },
        Err(error) => error.into_bytes(),
    };
    let mut raw =
        Raw { text: String::with_capacity(bytes.len()), encoding: UTF_8, first_bad: 0, bad: 0 };
    for chunk in bytes.utf8_chunks() {
        raw.text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            raw.replace();
        }
    }
    raw
}

fn decode_legacy(bytes: &[u8], encoding: &'static Encoding) -> Raw {
    let mut decoder = encoding.new_decoder_with_bom_removal();
    let mut raw = Raw { text: String::with_capacity(bytes.len()), encoding, first_bad: 0, bad: 0 };
    let mut rest = bytes;
    loop {
        let need = decoder.max_utf8_buffer_length_without_replacement(rest.len()).unwrap_or(0);
        // Reserved in pieces: one whole reservation would be three times the file.
        raw.text.reserve(need.clamp(16, 64 << 10));
        let (result, read) =
            decoder.decode_to_string_without_replacement(rest, &mut raw.text, true);
        rest = rest.get(read..).unwrap_or_default();
        match result {
            DecoderResult::InputEmpty => return raw,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => raw.replace(),
        }
    }
}

impl Raw {
    fn replace(&mut self) {
        if self.bad == 0 {
            self.first_bad = self.text.len();
        }
        self.bad += 1;
        self.text.push(char::REPLACEMENT_CHARACTER);
    }
}

/// How much of what is not ASCII is well-formed UTF-8, in bytes.
struct Share {
    valid: usize,
    all: usize,
}

impl Share {
    fn at_least(&self, percent: usize) -> bool {
        self.valid as u128 * 100 >= self.all as u128 * percent as u128
    }
}

fn utf8_share(bytes: &[u8]) -> Share {
    let mut share = Share { valid: 0, all: 0 };
    for chunk in bytes.utf8_chunks() {
        let valid = chunk.valid().bytes().filter(|byte| !byte.is_ascii()).count();
        share.valid += valid;
        share.all += valid + chunk.invalid().len();
    }
    share
}

/// UTF-16 without a byte order mark: every ASCII character, so every space between words, has a NUL
/// for its high byte. Which byte comes first is told by what the text then is, as `가` (U+AC00) and
/// `글` (U+AE00) have their NULs on the other side.
fn utf16_by_nuls(bytes: &[u8]) -> Option<Raw> {
    let nuls = nuls(bytes);
    if nuls == 0 {
        return None;
    }
    // Korean in UTF-16 is no UTF-8, and English has a NUL for every letter; so what could be UTF-8
    // with a stray NUL must have many, and else a space every twenty letters is enough.
    let likely = bytes.len() / if std::str::from_utf8(bytes).is_ok() { 4 } else { 40 };
    if nuls < likely {
        return None;
    }
    // A file cut in the middle of a unit is still a text.
    let cut = bytes.len() % 2;
    [UTF_16LE, UTF_16BE]
        .into_iter()
        .map(|encoding| decode_legacy(bytes, encoding))
        .filter(|raw| raw.bad <= cut && !raw.text.contains('\0'))
        .map(|raw| (raw.text.chars().filter(|c| c.is_ascii() || is_hangul(*c)).count(), raw))
        .filter(|(common, _)| *common > 0)
        .max_by_key(|(common, _)| *common)
        .map(|(_, raw)| raw)
}

/// CP949 with a bad byte or two, which `chardetng` then does not take for CP949 any more: nearly all
/// that is not ASCII must be Hangul. Other alphabets read as CP949 are errors and Hanja.
fn damaged_cp949(bytes: &[u8]) -> Option<Raw> {
    let raw = decode_legacy(bytes, EUC_KR);
    let high = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let wide = raw.text.chars().filter(|c| !c.is_ascii()).count().saturating_sub(raw.bad);
    let hangul = raw.text.chars().filter(|c| is_hangul(*c)).count();
    (hangul > 0 && hangul >= wide - wide / 5 && raw.bad <= (high / 20).max(1)).then_some(raw)
}

fn is_hangul(c: char) -> bool {
    ('가'..='힣').contains(&c)
}

/// Whether there are few enough NULs and other control characters for a text. A text of at most
/// three NULs, or one in a thousand bytes, is kept, as such notes are found in the wild and the
/// sanitizer drops them.
fn is_text(raw: &Raw) -> bool {
    if nuls(raw.text.as_bytes()) > (raw.text.len() / 1000).max(3) {
        return false;
    }
    let controls = controls(&raw.text);
    if raw.encoding == UTF_8 && raw.bad == 0 {
        controls <= raw.text.len() / 10
    } else {
        // Any bytes at all fit a single-byte encoding, so less is borne here: 2 % of the characters.
        controls == 0 || controls <= raw.text.chars().count() / 50
    }
}

/// Counts control characters, without those that `file` and `less` also bear in texts: bell,
/// backspace, tab, line feed, vertical tab, form feed, carriage return and escape.
fn controls(text: &str) -> usize {
    let is_control = |byte: &u8| u8::from(matches!(byte, 0..=6 | 14..=26 | 28..=31 | 127));
    // A byte can count to 255, and bytes are counted many at a time.
    let counts = text.as_bytes().chunks(255).map(|chunk| chunk.iter().map(is_control).sum::<u8>());
    counts.map(usize::from).sum()
}

fn nuls(bytes: &[u8]) -> usize {
    memchr::memchr_iter(0, bytes).count()
}

fn has_binary_magic(bytes: &[u8]) -> bool {
    const MAGIC: &[&[u8]] = &[
        b"\x89PNG\r\n\x1a\n",
        b"\xFF\xD8\xFF",
        b"GIF87a",
        b"GIF89a",
        b"\x7FELF",
        b"%PDF-",
        b"PK\x03\x04",
        b"PK\x05\x06",
        b"\x1F\x8B\x08",
    ];
    MAGIC.iter().any(|magic| bytes.starts_with(magic))
}

/// The line, from 1, that the byte at `offset` is on, where CRLF, CR and LF all end a line.
fn line_at(text: &str, offset: usize) -> usize {
    let before = text.as_bytes().get(..offset).unwrap_or_default();
    let feeds = memchr::memchr_iter(b'\n', before).count();
    let lone = memchr::memchr_iter(b'\r', before)
        .filter(|at| before.get(at + 1).is_none_or(|next| *next != b'\n'))
        .count();
    1 + feeds + lone
}

fn with_unix_line_ends(text: String) -> String {
    let Some(first) = memchr::memchr(b'\r', text.as_bytes()) else { return text };
    let Some((head, mut rest)) = text.split_at_checked(first) else { return text };
    let mut out = String::with_capacity(text.len());
    out.push_str(head);
    while let Some(after) = rest.strip_prefix('\r') {
        out.push('\n');
        let line = after.strip_prefix('\n').unwrap_or(after);
        let end = memchr::memchr(b'\r', line.as_bytes()).unwrap_or(line.len());
        let (line, next) = line.split_at_checked(end).unwrap_or((line, ""));
        out.push_str(line);
        rest = next;
    }
    out
}
