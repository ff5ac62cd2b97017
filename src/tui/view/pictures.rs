//! Pictures in half blocks, of which each shows two pixels, one above the other; or in characters that
//! the terminal shows a picture in the place of.

use ratatui::style::{Color, Style};

use super::paint::Canvas;
use crate::app::State;
use crate::app::pictures::{Drawn, Medium, Placement, placements};
use crate::tui::graphics::placeholder;

/// Draws the pictures on the screen, as far as they are there. What the terminal's graphics show over the
/// text is left empty.
pub(super) fn draw(canvas: &mut Canvas<'_>, state: &State) {
    let pictures = &state.open.pictures;
    let all_colours = match pictures.medium {
        Medium::Blocks { all_colours } => all_colours,
        Medium::None | Medium::Unknown => return,
        Medium::Kitty | Medium::Iterm | Medium::Sixel => true,
    };
    for placement in placements(state) {
        let Some(drawn) = pictures.drawn(&placement.name, placement.cells) else { continue };
        match (pictures.medium, drawn.graphic) {
            (Medium::Kitty, Some(graphic)) => cells(canvas, graphic.id, &placement),
            (Medium::Iterm | Medium::Sixel, Some(_)) if placement.whole => {}
            _ => blocks(canvas, drawn, &placement, all_colours),
        }
    }
}

/// Draws the characters in whose place the terminal shows its picture.
fn cells(canvas: &mut Canvas<'_>, id: u32, placement: &Placement) {
    let style = Style::new().fg(Color::Indexed(placeholder::colour(id)));
    let area = placement.area;
    let mut sign = String::new();
    for y in 0..area.height {
        for x in 0..area.width {
            if placeholder::write(&mut sign, id, placement.first + y, x).is_some() {
                canvas.sign(area.x + x, area.y + y, &sign, style);
            }
        }
    }
}

fn blocks(canvas: &mut Canvas<'_>, drawn: &Drawn, placement: &Placement, all_colours: bool) {
    let colour = |[r, g, b]: [u8; 3]| match all_colours {
        true => Color::Rgb(r, g, b),
        false => Color::Indexed(nearest([r, g, b])),
    };
    let area = placement.area;
    for y in 0..area.height {
        for x in 0..area.width {
            let (sign, style) = match drawn.cell(x, placement.first + y) {
                [None, None] => continue,
                [Some(above), None] => ("▀", Style::new().fg(colour(above))),
                [None, Some(below)] => ("▄", Style::new().fg(colour(below))),
                [Some(above), Some(below)] => {
                    ("▀", Style::new().fg(colour(above)).bg(colour(below)))
                }
            };
            canvas.sign(area.x + x, area.y + y, sign, style);
        }
    }
}

/// The nearest of the 256 colours: of the cube of 6·6·6 (16 to 231) or of the greys (232 to 255).
fn nearest(rgb: [u8; 3]) -> u8 {
    const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    let near = |part: u8| {
        let away = |step: &u8| step.abs_diff(part);
        let found = (0_u8..).zip(&STEPS).min_by_key(|(_, step)| away(step));
        found.map_or((0, 0), |(at, step)| (at, *step))
    };
    let [(r, red), (g, green), (b, blue)] = rgb.map(near);
    let [own_r, own_g, own_b] = rgb.map(u32::from);
    let grey_step = ((own_r + own_g + own_b) / 3).saturating_sub(3) / 10;
    let grey_step = u8::try_from(grey_step.min(23)).unwrap_or(23);
    let grey = 8 + 10 * grey_step;
    let away = |other: [u8; 3]| -> u32 {
        other.iter().zip(rgb).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
    };
    match away([grey; 3]) < away([red, green, blue]) {
        true => 232 + grey_step,
        false => 16 + 36 * r + 6 * g + b,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_256_colours() {
        let cases = [
            ([0, 0, 0], 16),
            ([255, 255, 255], 231),
            ([255, 0, 0], 196),
            ([128, 128, 128], 244),
            ([95, 135, 175], 67),
            ([238, 238, 238], 255),
        ];
        for (rgb, index) in cases {
            assert_eq!(nearest(rgb), index, "{rgb:?}");
        }
    }
}
