//! What becomes of it elsewhere: twelve sites, what they changed, and what is missing for it to
//! last.

mod ahead;
mod cast;
mod page;
mod picture;
mod words;

use super::Story;
use innovation_core::Result;
use innovation_core::spread::{
    AdaptationSeverity, AnchorState, Register, RegisterRequest, Sustainability, register, sustain,
};

/// Name of the page.
const PAGE: &str = "spread.html";

/// All that was registered and found.
struct Told {
    request: RegisterRequest,
    register: Register,
    sustained: Sustainability,
    ahead: ahead::Ahead,
}

/// Reads the register of the sites, looks at what is missing, tells it and writes its page.
pub(crate) fn tell(story: &mut Story) -> Result<()> {
    if story.selection.is_none() {
        return Ok(());
    }
    story.heading("Twelve sites later", "Douze sites plus tard");
    let request = cast::register()?;
    let register = register(&request)?;
    let told = Told {
        ahead: ahead::Ahead::of(story, &request, &register)?,
        sustained: sustain(&cast::anchoring()?)?,
        register,
        request,
    };
    lines(story, &told);
    let page = page::write(story, &told);
    story.keep("register", &told.register)?;
    told.ahead.keep(story)?;
    story.names.extend(words::names(&told));
    story.write(PAGE, &page)
}

/// What was found, in the terminal.
fn lines(story: &Story, told: &Told) {
    let locale = story.options.locale.as_str();
    let register = &told.register;
    let colon = story.say(":", "\u{a0}:");
    let tell = |english: &str, french: &str, text: &str| {
        story.line(&format!("{}{colon} {text}", story.say(english, french)));
    };
    // The sites are made up whatever list of people was read.
    story.line(words::made_up(locale));
    tell("reach", "portée", &words::ratio(locale, &register.reach.started));
    tell("adoption", "adoption", &words::ratio(locale, &register.adoption.ever));
    if let Some(year) = register.maintenance.iter().find(|row| row.month == 12) {
        let text = story.phrase(
            "_ kept of # known, @ nobody looked at",
            "_ sur # connus la gardent, @ sans suivi",
        );
        let text = text.replace('_', &year.known.numerator.to_string());
        let text = text.replace('#', &year.known.denominator.to_string());
        tell("after a year", "au bout d’un an", &text.replace('@', &year.unknown.to_string()));
    }
    let grave = register.concerns.iter().filter(|one| one.severity == AdaptationSeverity::High);
    for concern in grave {
        story.line(concern.reading.for_locale(locale));
    }
    let overdue = register.due.iter().filter(|look| look.overdue).count();
    tell("looks overdue", "suivis en retard", &overdue.to_string());
    told.ahead.lines(story, told);
    story.line(told.sustained.reading.for_locale(locale));
    let anchors = told.sustained.anchors.iter();
    for anchor in anchors.filter(|anchor| anchor.state != AnchorState::There) {
        let reason = words::dated(locale, anchor.reason.for_locale(locale));
        story.line(&format!("  {reason}"));
    }
}
