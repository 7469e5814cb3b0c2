//! What a number says, in plain words, in English and French.
//!
//! A reading states the value on its scale, how sure it is, what was left out, and the two
//! traps that people fall into: little agreement beyond chance where one level is almost
//! always given, and raters who agree on the order but use the scale differently.

use super::document::{AgreementMeasure, MeasureName};
use super::statistic;
use crate::text::Text;

/// What readings of all measures of a table share.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Setting {
    /// Share of pairs of ratings that agree.
    pub agreeing: Option<f64>,
    /// How much higher the second of two raters rates, where that is about the same for all
    /// units, in units of the scale.
    pub offset: Option<f64>,
    /// Units of the table.
    pub units: u32,
}

/// Sentences in both languages.
#[derive(Default)]
struct Sentences {
    english: String,
    french: String,
}

impl Sentences {
    fn add(&mut self, english: &str, french: &str) {
        for (text, sentence) in [(&mut self.english, english), (&mut self.french, french)] {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(sentence);
        }
    }

    fn text(&self) -> Text {
        Text::both(&self.english, &self.french)
    }
}

/// The reading of a measure.
pub(super) fn describe(measure: &AgreementMeasure, setting: &Setting) -> Text {
    let mut said = Sentences::default();
    let Some(value) = measure.stat.value else {
        missing(measure.stat.undefined.unwrap_or_default(), &mut said);
        return said.text();
    };
    level(measure, value, &mut said);
    interval(measure, &mut said);
    if measure.name == MeasureName::Alpha {
        said.add(
            "Krippendorff asks for 0.80 before firm conclusions are drawn, and for 0.67 before tentative ones.",
            "Krippendorff demande 0,80 avant toute conclusion ferme, et 0,67 avant une conclusion provisoire.",
        );
    }
    traps(measure, value, setting, &mut said);
    if measure.n.dropped > 0 {
        let (dropped, units) = (measure.n.dropped, setting.units);
        said.add(
            &format!("{dropped} of {units} units could not be used."),
            &format!("Unités inutilisables\u{a0}: {dropped} sur {units}."),
        );
    }
    said.text()
}

fn level(measure: &AgreementMeasure, value: f64, said: &mut Sentences) {
    let (english, french) = (number(value), comma(value));
    match measure.name {
        MeasureName::PercentAgreement => {
            let (english, french) = percent(value);
            said.add(
                &format!("Two raters of the same unit agree in {english} of cases; how much of that is chance, this number does not say."),
                &format!("Deux évaluateurs d’une même unité s’accordent dans {french} des cas\u{a0}; ce nombre ne dit pas quelle part en revient au hasard."),
            );
        }
        MeasureName::KendallW => said.add(
            &format!("Raters put the units in the same order to a degree of {english}, where 0 is no common order and 1 the same order for all."),
            &format!("Les évaluateurs classent les unités dans le même ordre à hauteur de {french}, où 0 est l’absence d’ordre commun et 1 un ordre identique pour tous."),
        ),
        MeasureName::Icc => {
            let mean = measure.form.is_some_and(|form| form.ends_with('k'));
            let (of_en, of_fr) = if mean {
                ("the mean of these raters", "de la moyenne de ces évaluateurs")
            } else {
                ("a single rating", "d’une seule évaluation")
            };
            said.add(
                &format!("Reliability of {of_en}: {english}, where 1 means that all differences lie between units and none between raters."),
                &format!("Fidélité {of_fr}\u{a0}: {french}, où 1 signifie que toutes les différences tiennent aux unités et aucune aux évaluateurs."),
            );
        }
        _ => said.add(
            &format!("Agreement of {english}, where 0 is what chance would give and 1 is full agreement."),
            &format!("Accord de {french}, où 0 est ce que donnerait le hasard et 1 l’accord complet."),
        ),
    }
    if value < 0.0 {
        said.add(
            "Below 0, raters agree less than chance would let them: look whether they read the question in the same way.",
            "Au-dessous de 0, les évaluateurs s’accordent moins que le hasard ne le permettrait\u{a0}: vérifiez s’ils comprennent la question de la même façon.",
        );
    }
}

fn interval(measure: &AgreementMeasure, said: &mut Sentences) {
    let by_formula = measure.interval.map(|interval| (interval.lower, interval.upper));
    let by_draws = measure.bootstrap.and_then(|drawn| Some((drawn.lower?, drawn.upper?)));
    match by_draws.or(by_formula) {
        Some((lower, upper)) => {
            said.add(
                &format!("Other units like these might give {} to {}.", number(lower), number(upper)),
                &format!("D’autres unités semblables pourraient donner de {} à {}.", comma(lower), comma(upper)),
            );
            if upper - lower > 0.4 {
                said.add(
                    "That is a wide range: more units would say more.",
                    "L’intervalle est large\u{a0}: davantage d’unités en diraient plus.",
                );
            }
        }
        None if measure.standard_error == Some(0.0) => said.add(
            "All units look alike here, so that how sure this is cannot be told.",
            "Toutes les unités se ressemblent ici\u{a0}; la précision de ce nombre ne peut donc pas être estimée.",
        ),
        None => {}
    }
}

fn traps(measure: &AgreementMeasure, value: f64, setting: &Setting, said: &mut Sentences) {
    let against_chance = matches!(
        measure.name,
        MeasureName::Alpha
            | MeasureName::FleissKappa
            | MeasureName::CohenKappa
            | MeasureName::WeightedKappa
    );
    if let Some(agreeing) = setting.agreeing.filter(|&share| share >= 0.8)
        && against_chance
        && value < 0.4
    {
        let (english, french) = percent(agreeing);
        said.add(
            &format!("Yet {english} of pairs of ratings agree: almost all units get the same level, so that chance alone would agree nearly as often. Read this beside AC1 and the share that agrees."),
            &format!("Pourtant, {french} des paires d’évaluations concordent\u{a0}: presque toutes les unités reçoivent le même niveau, si bien que le hasard seul s’accorderait presque aussi souvent. À lire avec AC1 et la part de paires concordantes."),
        );
    }
    let absolute =
        matches!(measure.name, MeasureName::Alpha | MeasureName::WeightedKappa | MeasureName::Ac2)
            || matches!(measure.form, Some("1,1" | "2,1" | "1,k" | "2,k"));
    if let Some(offset) = setting.offset.filter(|_| absolute && value < 0.95) {
        let size = offset.abs();
        said.add(
            &format!("The two raters use the scale differently: one gives about {} more than the other, for nearly every unit. They may well agree on which units are better.", number(size)),
            &format!("Les deux évaluateurs utilisent l’échelle différemment\u{a0}: l’un donne environ {} de plus que l’autre, pour presque toutes les unités. Ils s’accordent peut-être sur les meilleures.", comma(size)),
        );
    }
}

/// Why a measure does not exist.
fn missing(reason: &str, said: &mut Sentences) {
    let (english, french) = match reason {
        statistic::NO_PAIRS => (
            "No unit was rated twice, so that there is nothing to compare.",
            "Aucune unité n’a été évaluée deux fois\u{a0}: il n’y a rien à comparer.",
        ),
        statistic::NO_VARIATION => (
            "Every rating is the same, so that agreement and chance cannot be told apart. That is not perfect agreement: nobody had to tell units from each other.",
            "Toutes les évaluations sont identiques\u{a0}: l’accord et le hasard ne peuvent être distingués. Ce n’est pas un accord parfait\u{a0}: rien n’a obligé à différencier les unités.",
        ),
        statistic::TOO_FEW_UNITS => (
            "There are too few units for this measure.",
            "Il y a trop peu d’unités pour cette mesure.",
        ),
        statistic::TOO_FEW_RATERS => {
            ("Agreement needs at least two raters.", "Un accord suppose au moins deux évaluateurs.")
        }
        "no-complete-units" => (
            "No unit was rated by every rater, which this measure needs. Krippendorff’s alpha works with gaps.",
            "Aucune unité n’a été évaluée par tous, ce que cette mesure exige. L’alpha de Krippendorff admet les lacunes.",
        ),
        statistic::NOMINAL => (
            "These levels have no order, which this measure needs.",
            "Ces niveaux n’ont pas d’ordre, ce que cette mesure exige.",
        ),
        statistic::TOO_MANY_LEVELS => (
            "There are too many different values for this measure; for numbers, take alpha or an intraclass correlation.",
            "Il y a trop de valeurs différentes pour cette mesure\u{a0}; pour des nombres, choisissez l’alpha ou une corrélation intraclasse.",
        ),
        statistic::TOO_MANY_RATERS => (
            "There are too many raters for this measure.",
            "Il y a trop d’évaluateurs pour cette mesure.",
        ),
        _ => (
            "This measure does not exist for these ratings.",
            "Cette mesure n’existe pas pour ces évaluations.",
        ),
    };
    said.add(english, french);
}

/// What a flag says of a rater.
pub(super) fn flag(flag: &str) -> Text {
    let (english, french) = match flag {
        "no-ratings" => ("Has given no rating yet.", "N’a encore rien évalué."),
        "too-few-ratings" => (
            "Has rated fewer than five units: too few to compare with the others.",
            "A évalué moins de cinq unités\u{a0}: trop peu pour une comparaison avec les autres.",
        ),
        "gives-everyone-the-same" => (
            "Gives every unit the same level where others see differences. Ask what the scale meant to them.",
            "Donne le même niveau à toutes les unités, là où d’autres voient des différences. Demandez ce que l’échelle signifiait pour cette personne.",
        ),
        "more-severe" => (
            "Rates the same units lower than the others do. They may see something that others miss: ask.",
            "Évalue les mêmes unités plus bas que les autres. Cette personne voit peut-être ce qui échappe aux autres\u{a0}: demandez-lui.",
        ),
        "more-lenient" => (
            "Rates the same units higher than the others do. They may see something that others miss: ask.",
            "Évalue les mêmes unités plus haut que les autres. Cette personne voit peut-être ce qui échappe aux autres\u{a0}: demandez-lui.",
        ),
        _ => (
            "Tends to rate high what the others rate low. Ask whether the scale was read the other way round.",
            "Tend à évaluer haut ce que les autres évaluent bas. Demandez si l’échelle a été lue à l’envers.",
        ),
    };
    Text::both(english, french)
}

/// Two decimals, with a minus only where something is left of the number.
fn number(value: f64) -> String {
    let shown = format!("{value:.2}");
    if shown == "-0.00" { "0.00".to_owned() } else { shown }
}

fn comma(value: f64) -> String {
    number(value).replace('.', ",")
}

/// A share as a percentage, in both languages.
fn percent(share: f64) -> (String, String) {
    (format!("{:.0}%", 100.0 * share), format!("{:.0}\u{a0}%", 100.0 * share))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_each_language_does() {
        assert_eq!((number(-0.001), comma(0.745)), ("0.00".to_owned(), "0,74".to_owned()));
        assert_eq!(percent(0.944), ("94%".to_owned(), "94\u{a0}%".to_owned()));
    }
}
