//! The least that a ratatui program can do: read a file, draw its first lines, go down and up.

use std::io;

use crossterm::event::{self, Event, KeyCode};
use crossterm::execute;
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::text::{Line, Text};
use ratatui::widgets::Paragraph;

/// Shows the file at `path` until `q`.
pub fn run(path: &str) -> io::Result<()> {
    let text = std::fs::read_to_string(path)?;
    let lines: Vec<&str> = text.lines().collect();
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen)?;
    let mut screen = Terminal::new(CrosstermBackend::new(io::stdout()))?;
    let mut top = 0_usize;
    loop {
        screen.draw(|frame| {
            let height = usize::from(frame.area().height);
            let seen: Text =
                lines.iter().skip(top).take(height).map(|line| Line::raw(*line)).collect();
            frame.render_widget(Paragraph::new(seen), frame.area());
        })?;
        match event::read()? {
            Event::Key(key) if key.code == KeyCode::Char('j') => top += 1,
            Event::Key(key) if key.code == KeyCode::Char('k') => top = top.saturating_sub(1),
            Event::Key(key) if key.code == KeyCode::Char('q') => break,
            _ => {}
        }
    }
    execute!(io::stdout(), LeaveAlternateScreen)?;
    disable_raw_mode()
}
