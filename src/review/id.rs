//! What cards, entries of the log and machines are known by, on every machine: UUIDs (RFC 9562).

use std::fmt::{Display, Formatter};
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A UUID. It is written as usual, `0192f0c4-…`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(u128);

/// What is no UUID as it is usually written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a UUID")]
pub struct NoId;

impl Id {
    /// The identity that `parts` have on every machine: two that never heard of each other give the same
    /// card the same one (version 8; the digest is FNV-1a of 128 bits, which is no secret to keep).
    pub fn named(parts: &[&str]) -> Id {
        const PRIME: u128 = (1 << 88) | 0x13b;
        let mut hash: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
        let mut take = |byte: u8| hash = (hash ^ u128::from(byte)).wrapping_mul(PRIME);
        for part in parts {
            part.bytes().for_each(&mut take);
            // No UTF-8 has this byte, so that it says where a part ends.
            take(0xff);
        }
        Id(hash).marked(8)
    }

    /// An identity of its own, which sorts by `ms` (milliseconds since 1970; version 7). `random` makes it
    /// different from all others.
    pub fn timed(ms: i64, random: u128) -> Id {
        let ms = u128::from(ms.max(0).unsigned_abs()) & ((1 << 48) - 1);
        Id((ms << 80) | (random & ((1 << 80) - 1))).marked(7)
    }

    /// The `n`th of the identities at `ms` that whoever has drawn the random `seed` can make.
    pub fn nth(ms: i64, seed: u128, n: u64) -> Id {
        let (high, low) = (mixed((seed >> 64) as u64 ^ mixed(n)), mixed(seed as u64 ^ mixed(!n)));
        Id::timed(ms, (u128::from(high) << 64) | u128::from(low))
    }

    fn marked(self, version: u128) -> Id {
        Id((self.0 & !(0xf << 76) & !(0b11 << 62)) | (version << 76) | (0b10 << 62))
    }

    /// Its bytes, the most significant first.
    pub fn bytes(self) -> [u8; 16] {
        self.0.to_be_bytes()
    }

    /// The identity with these bytes.
    pub fn from_bytes(bytes: [u8; 16]) -> Id {
        Id(u128::from_be_bytes(bytes))
    }

    /// A number that `n` more or less of the same identity changes wholly: what looks like chance, and is
    /// the same every time.
    pub fn chance(self, n: u64) -> u64 {
        mixed((self.0 >> 64) as u64 ^ mixed(self.0 as u64 ^ mixed(n)))
    }
}

/// A number with all its bits mixed (the finalizer of SplitMix64).
fn mixed(n: u64) -> u64 {
    let n = n.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let n = (n ^ (n >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let n = (n ^ (n >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    n ^ (n >> 31)
}

impl Display for Id {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let hex = format!("{:032x}", self.0);
        let mut from = 0;
        for (n, len) in [8, 4, 4, 4, 12].into_iter().enumerate() {
            if n > 0 {
                f.write_str("-")?;
            }
            f.write_str(hex.get(from..from + len).unwrap_or_default())?;
            from += len;
        }
        Ok(())
    }
}

impl FromStr for Id {
    type Err = NoId;

    fn from_str(text: &str) -> Result<Id, NoId> {
        let lengths = text.split('-').map(str::len);
        let digits = || text.bytes().filter(|byte| *byte != b'-');
        if !lengths.eq([8, 4, 4, 4, 12]) || !digits().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(NoId);
        }
        let number = digits()
            .fold(0, |n, byte| n << 4 | u128::from((byte as char).to_digit(16).unwrap_or(0)));
        Ok(Id(number))
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Id, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_uuids() {
        let named = Id::named(&["가.md", "용어"]);
        assert_eq!(named, Id::named(&["가.md", "용어"]));
        assert_ne!(named, Id::named(&["가.md용", "어"]));
        let timed = Id::timed(0x0123_4567_89ab, u128::MAX);
        assert_eq!(timed.to_string(), "01234567-89ab-7fff-bfff-ffffffffffff");
        for id in [named, timed, Id::nth(5, 7, 0), Id::nth(5, 7, 1)] {
            assert_eq!(id.to_string().parse(), Ok(id));
            assert_eq!(Id::from_bytes(id.bytes()), id);
        }
        assert!(Id::nth(5, 7, 0) != Id::nth(5, 7, 1) && Id::nth(5, 7, 0) != Id::nth(5, 8, 0));
        assert!(Id::nth(5, 9, 9) < Id::nth(6, 0, 0));
        for bad in ["", "0123456789ab7fffbfffffffffffffff", "01234567-89ab-7fff-bfff-fffffffffff가"]
        {
            assert_eq!(bad.parse::<Id>(), Err(NoId));
        }
    }
}
