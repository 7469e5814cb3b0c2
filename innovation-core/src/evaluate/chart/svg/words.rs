//! The words of a picture in English and French.

use super::super::request::ChartKind;
use crate::text::Text;

/// The language of a picture.
#[derive(Debug, Clone, Copy)]
pub(super) struct Language {
    pub(super) french: bool,
}

impl Language {
    /// The language that a reader gets.
    pub(super) fn of(locale: &str) -> Self {
        Self { french: Text::both("en", "fr").for_locale(locale) == "fr" }
    }

    /// A phrase in English or French.
    pub(super) fn say(self, english: &'static str, french: &'static str) -> &'static str {
        if self.french { french } else { english }
    }

    /// Text of the answer in this language.
    pub(super) fn of_text(self, text: &Text) -> &str {
        text.for_locale(if self.french { "fr" } else { "en" })
    }

    /// What a kind of chart is called.
    pub(super) fn kind(self, kind: ChartKind) -> &'static str {
        match kind {
            ChartKind::Run => self.say("Run chart", "Graphique d’évolution"),
            ChartKind::I => self.say("Chart of single values", "Carte des valeurs individuelles"),
            ChartKind::Mr => self.say("Chart of moving ranges", "Carte des étendues mobiles"),
            ChartKind::P => self.say("Chart of proportions (p)", "Carte des proportions (p)"),
            ChartKind::PPrime => {
                self.say("Chart of proportions (Laney’s p′)", "Carte des proportions (p′ de Laney)")
            }
            ChartKind::U => self.say("Chart of rates (u)", "Carte des taux (u)"),
            ChartKind::UPrime => {
                self.say("Chart of rates (Laney’s u′)", "Carte des taux (u′ de Laney)")
            }
            ChartKind::C => self.say("Chart of counts (c)", "Carte des nombres (c)"),
            ChartKind::Xbar => self.say("Chart of means (x̄)", "Carte des moyennes (x̄)"),
            ChartKind::S => {
                self.say("Chart of standard deviations (s)", "Carte des écarts-types (s)")
            }
            ChartKind::T => self
                .say("Chart of times between events (t)", "Carte des temps entre événements (t)"),
            ChartKind::G => {
                self.say("Chart of cases between events (g)", "Carte des cas entre événements (g)")
            }
        }
    }
}
