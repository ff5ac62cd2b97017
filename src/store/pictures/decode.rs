//! Pictures as pixels. The only module that knows the library that reads them.
//!
//! What a file says of itself is not believed: a picture is refused by its size before its pixels are
//! read, and no more memory is given out than its pixels take.

use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};

use image::codecs::png::PngEncoder;
use image::metadata::Orientation;
use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Limits,
    RgbaImage, imageops,
};

use super::MAX_BYTES;
use crate::app::pictures::{Pixels, Trouble};

/// A picture of more pixels is not read.
pub const MAX_PIXELS: u64 = 40_000_000;
/// Nor is one that is so long on a side.
const MAX_SIDE: u32 = 30_000;
/// The memory that reading one may take, in bytes: that of the pixels, and as much again for a decoder.
const MAX_MEMORY: u64 = 2 * 4 * MAX_PIXELS;

/// A picture that has been read.
#[derive(Clone, Debug)]
pub struct Decoded(RgbaImage);

/// How large the picture in a file is, as it is to be seen.
///
/// # Errors
/// It is no picture that can be shown, or too large a one.
pub fn measure(file: &File) -> Result<Pixels, Trouble> {
    let mut decoder = decoder(file)?;
    let (width, height) = decoder.dimensions();
    let size = match turned(decoder.orientation().unwrap_or(Orientation::NoTransforms)) {
        true => Pixels { width: height, height: width },
        false => Pixels { width, height },
    };
    Ok(size)
}

/// Reads the picture in a file; of one that moves the first frame.
///
/// # Errors
/// As [`measure`]; or what comes after its head is damaged.
pub fn decode(file: &File) -> Result<Decoded, Trouble> {
    let mut decoder = decoder(file)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder).map_err(|error| trouble(&error))?;
    image.apply_orientation(orientation);
    let mut pixels = image.into_rgba8();
    put_on_ground(&mut pixels);
    Ok(Decoded(pixels))
}

impl Decoded {
    /// The picture in so many pixels, row by row: red, green, blue and how opaque it is.
    pub fn scaled(&self, width: u32, height: u32) -> Vec<u8> {
        let (width, height) = (width.max(1), height.max(1));
        if self.0.dimensions() == (width, height) {
            return self.0.as_raw().clone();
        }
        imageops::thumbnail(&self.0, width, height).into_raw()
    }

    /// The same as a PNG file; none where there is no memory for it.
    pub fn png(&self, width: u32, height: u32) -> Option<Vec<u8>> {
        let pixels = self.scaled(width, height);
        let mut bytes = Vec::new();
        let encoder = PngEncoder::new(&mut bytes);
        encoder.write_image(&pixels, width.max(1), height.max(1), ExtendedColorType::Rgba8).ok()?;
        Some(bytes)
    }

    /// Its size.
    pub fn size(&self) -> Pixels {
        Pixels { width: self.0.width(), height: self.0.height() }
    }
}

fn decoder(file: &File) -> Result<impl ImageDecoder + '_, Trouble> {
    // Some decoders go over a file twice.
    let mut input = BufReader::new(Capped { file, left: 2 * MAX_BYTES });
    input.seek(SeekFrom::Start(0)).map_err(|_| Trouble::Unreadable)?;
    let mut reader =
        ImageReader::new(input).with_guessed_format().map_err(|_| Trouble::Unreadable)?;
    let known = [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Gif, ImageFormat::WebP];
    if !reader.format().is_some_and(|format| known.contains(&format)) {
        return Err(Trouble::UnknownKind);
    }
    let mut limits = Limits::default();
    (limits.max_image_width, limits.max_image_height) = (Some(MAX_SIDE), Some(MAX_SIDE));
    limits.max_alloc = Some(MAX_MEMORY);
    reader.limits(limits);
    let decoder = reader.into_decoder().map_err(|error| trouble(&error))?;
    let (width, height) = decoder.dimensions();
    match u64::from(width) * u64::from(height) {
        0 => Err(Trouble::Damaged),
        pixels if pixels > MAX_PIXELS => Err(Trouble::TooLarge),
        _ if decoder.total_bytes() > MAX_MEMORY => Err(Trouble::TooLarge),
        _ => Ok(decoder),
    }
}

fn trouble(error: &image::ImageError) -> Trouble {
    match error {
        image::ImageError::Limits(_) => Trouble::TooLarge,
        image::ImageError::Unsupported(_) => Trouble::UnknownKind,
        _ => Trouble::Damaged,
    }
}

fn turned(orientation: Orientation) -> bool {
    use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
    matches!(orientation, Rotate90 | Rotate90FlipH | Rotate270 | Rotate270FlipH)
}

/// A drawing on nothing was made for a page of some colour, which the terminal may not have: a dark one
/// is put on white, a light one on black. One that stands out on both is left as it is.
fn put_on_ground(image: &mut RgbaImage) {
    /// Of so many pixels the ground is known well enough.
    const LOOKED_AT: usize = 20_000;
    let count = image.width() as usize * image.height() as usize;
    let step = (count / LOOKED_AT).max(1);
    let (mut clear, mut solid, mut light) = (0_u64, 0_u64, 0_u64);
    for pixel in image.pixels().step_by(step) {
        let [r, g, b, a] = pixel.0.map(u64::from);
        if a < 128 {
            clear += 1;
        } else {
            solid += 1;
            light += (r * 3 + g * 6 + b) / 10;
        }
    }
    let mean = light.checked_div(solid).unwrap_or(128);
    let ground = match mean {
        _ if clear * 20 < solid => return,
        0..=110 => 255_u32,
        150..=255 => 16,
        _ => return,
    };
    for pixel in image.pixels_mut() {
        let [.., opaque] = pixel.0;
        let opaque = u32::from(opaque);
        for part in pixel.0.iter_mut().take(3) {
            let over = (u32::from(*part) * opaque + ground * (255 - opaque)) / 255;
            *part = u8::try_from(over).unwrap_or(255);
        }
        let [.., last] = &mut pixel.0;
        *last = 255;
    }
}

/// A file of which no more than so many bytes are read in all, whatever it grows to.
struct Capped<'a> {
    file: &'a File,
    left: u64,
}

impl Read for Capped<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let most = usize::try_from(self.left).unwrap_or(usize::MAX).min(buffer.len());
        let read = self.file.read(buffer.get_mut(..most).unwrap_or(&mut []))?;
        self.left = self.left.saturating_sub(read as u64);
        Ok(read)
    }
}

impl Seek for Capped<'_> {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.file.seek(to)
    }
}
