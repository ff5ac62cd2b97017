//! Files packed into one as ZIP does it, without making them smaller: APPNOTE.TXT 6.3, sections 4.3 and 4.4.

use std::io::{self, Write};

/// Writes these files, each with its name of ASCII, as one.
///
/// # Errors
/// It cannot be written, or would be larger than 4 GiB.
pub(super) fn write(out: &mut dyn Write, files: &[(&str, &[u8])]) -> io::Result<()> {
    let (mut directory, mut at) = (Vec::new(), 0_usize);
    for (name, bytes) in files {
        let common = common(name, bytes)?;
        let header = [b"PK\x03\x04", &common[..], name.as_bytes()].concat();
        // The directory repeats what stands before each file, and says where that is.
        directory.extend_from_slice(b"PK\x01\x02");
        directory.extend_from_slice(&20_u16.to_le_bytes());
        directory.extend_from_slice(&common);
        // No comment, the first disk, no attributes.
        directory.extend_from_slice(&[0; 10]);
        directory.extend_from_slice(&number(at)?);
        directory.extend_from_slice(name.as_bytes());
        out.write_all(&header)?;
        out.write_all(bytes)?;
        at += header.len() + bytes.len();
    }
    let count = u16::try_from(files.len()).map_err(too_large)?.to_le_bytes();
    let mut end = b"PK\x05\x06\0\0\0\0".to_vec();
    end.extend_from_slice(&[count, count].concat());
    end.extend_from_slice(&number(directory.len())?);
    end.extend_from_slice(&number(at)?);
    end.extend_from_slice(&[0; 2]);
    out.write_all(&directory)?;
    out.write_all(&end)
}

/// What is said of a file both before it and in the directory.
fn common(name: &str, bytes: &[u8]) -> io::Result<Vec<u8>> {
    /// The first day that can be said, 1 January 1980: when a package was made says nothing about it.
    const DATE: u16 = (1 << 5) | 1;
    let (version, flags, stored, time, extra) = (20_u16, 0_u16, 0_u16, 0_u16, 0_u16);
    let mut common = Vec::new();
    for short in [version, flags, stored, time, DATE] {
        common.extend_from_slice(&short.to_le_bytes());
    }
    let size = number(bytes.len())?;
    common.extend_from_slice(&crc(bytes).to_le_bytes());
    common.extend_from_slice(&[size, size].concat());
    for short in [u16::try_from(name.len()).map_err(too_large)?, extra] {
        common.extend_from_slice(&short.to_le_bytes());
    }
    Ok(common)
}

fn number(n: usize) -> io::Result<[u8; 4]> {
    Ok(u32::try_from(n).map_err(too_large)?.to_le_bytes())
}

fn too_large(_: std::num::TryFromIntError) -> io::Error {
    io::ErrorKind::FileTooLarge.into()
}

/// The check sum of ISO 3309, of which ZIP has the one with the bits turned round.
fn crc(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 256] = table();
    let step = |sum: u32, byte: &u8| {
        let [low, ..] = (sum ^ u32::from(*byte)).to_le_bytes();
        TABLE.get(usize::from(low)).copied().unwrap_or_default() ^ (sum >> 8)
    };
    !bytes.iter().fold(!0, step)
}

const fn table() -> [u32; 256] {
    let mut table = [0; 256];
    let mut n = 0;
    while n < 256 {
        let (mut sum, mut bit) = (n as u32, 0);
        while bit < 8 {
            sum = if sum & 1 == 1 { 0xedb8_8320 ^ (sum >> 1) } else { sum >> 1 };
            bit += 1;
        }
        table[n] = sum;
        n += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_sum_is_the_usual_one() {
        assert_eq!(crc(b""), 0);
        // The value that descriptions of check sums give for these digits.
        assert_eq!(crc(b"123456789"), 0xcbf4_3926);
    }
}
