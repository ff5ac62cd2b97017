//! The figures as a table, and what is made of many of them.

use std::time::Duration;

/// The middle one; the figures need not be in order.
pub fn median(figures: &[f64]) -> f64 {
    percentile(figures, 50)
}

/// The figure that `percent` of all do not exceed.
pub fn percentile(figures: &[f64], percent: usize) -> f64 {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = (sorted.len() * percent / 100).min(sorted.len().saturating_sub(1));
    sorted.get(at).copied().unwrap_or(f64::NAN)
}

/// In milliseconds.
pub fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// Rows of a table in Markdown.
#[derive(Default)]
pub struct Table(Vec<[String; 6]>);

impl Table {
    /// A figure that is held against another one, and by how much it may be greater.
    pub fn ratio(
        &mut self,
        what: &str,
        figure: f64,
        anchor: (&str, f64),
        unit: &str,
        bar: Option<f64>,
    ) {
        let ratio = figure / anchor.1;
        self.0.push([
            what.to_owned(),
            show(figure, unit),
            format!("{} {}", anchor.0, show(anchor.1, unit)),
            format!("{ratio:.2}×"),
            bar.map_or(String::new(), |bar| format!("{bar}×")),
            bar.map_or("", |bar| verdict(ratio, bar)).to_owned(),
        ]);
    }

    /// A figure that has a bar of its own.
    pub fn plain(&mut self, what: &str, figure: f64, unit: &str, bar: Option<f64>) {
        self.0.push([
            what.to_owned(),
            show(figure, unit),
            String::new(),
            String::new(),
            bar.map_or(String::new(), |bar| show(bar, unit)),
            bar.map_or("", |bar| verdict(figure, bar)).to_owned(),
        ]);
    }

    /// Prints it.
    pub fn print(&self) {
        println!("| what | gongbu | held against | ratio | bar | |");
        println!("|---|--:|--:|--:|--:|---|");
        for row in &self.0 {
            println!("| {} |", row.join(" | "));
        }
    }
}

fn verdict(figure: f64, bar: f64) -> &'static str {
    if figure <= bar { "ok" } else { "over" }
}

fn show(figure: f64, unit: &str) -> String {
    match figure {
        _ if figure >= 100.0 || figure.fract() == 0.0 => format!("{figure:.0} {unit}"),
        _ if figure >= 10.0 => format!("{figure:.1} {unit}"),
        _ => format!("{figure:.2} {unit}"),
    }
}
