//! The main job: opens a creative space for a territory, from people and ties to a pilot.
//!
//! Each step is a chapter in `chapters/`; to add one, write a file there and name it in
//! [`CHAPTERS`].

mod chapters;
mod input;
mod options;
mod page;
mod sample;
mod words;

use chapters::{Chapter, Story};
use std::process::ExitCode;

/// The chapters, in the order in which they are told.
const CHAPTERS: &[Chapter] = &[
    chapters::people::tell,
    chapters::select::tell,
    chapters::reasons::tell,
    chapters::rotate::tell,
    chapters::programme::tell,
    chapters::protection::tell,
    chapters::evaluation::tell,
    chapters::spread::tell,
    chapters::exploration::tell,
    chapters::report::tell,
    chapters::takeaway::tell,
];

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn std::error::Error>> {
    let Some(options) = options::read()? else {
        print!("{}", options::HELP);
        return Ok(());
    };
    let input = input::read(&options)?;
    let mut story = Story::new(options, input);
    story.title();
    for (number, chapter) in (1..).zip(CHAPTERS) {
        story.number = number;
        chapter(&mut story).map_err(|error| words::explain(&error))?;
    }
    Ok(())
}
