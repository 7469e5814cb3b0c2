//! How a chart was computed and what it takes for granted, in plain language.

use super::request::{ChartKind, ChartRequest};
use super::rules::RuleSet;
use crate::text::Text;

/// How the centre and the limits were computed.
pub(super) fn method(request: &ChartRequest, set: &RuleSet) -> Text {
    let screened = request.screen_moving_ranges;
    let factor = set.range_factor;
    let sigma_en = if factor.per == 1.0 {
        format!("mean moving range × {} / 3", factor.limit)
    } else {
        format!("mean moving range / {}", factor.per)
    };
    let sigma_fr = if factor.per == 1.0 {
        format!("moyenne des étendues mobiles × {} / 3", comma(factor.limit))
    } else {
        format!("moyenne des étendues mobiles / {}", comma(factor.per))
    };
    let (screen_en, screen_fr) = if screened {
        (
            ", without ranges above 3.267 times their mean (left out once)",
            ", sans les étendues supérieures à 3,267 fois leur moyenne (écartées une fois)",
        )
    } else {
        (", all ranges counted", ", toutes étendues comptées")
    };
    let (english, french) = match request.kind {
        ChartKind::Run => (
            "Centre line: median. A run chart has no limits.".to_owned(),
            "Ligne centrale\u{a0}: médiane. Un graphique d’évolution n’a pas de limites.".to_owned(),
        ),
        ChartKind::I if request.known.is_some() => given("sigma as given", "sigma tel que donné"),
        ChartKind::I => (
            format!("Centre line: mean. Limits: centre ± 3 sigma; sigma = {sigma_en}{screen_en}."),
            format!(
                "Ligne centrale\u{a0}: moyenne. Limites\u{a0}: centre ± 3 sigmas ; sigma = \
                 {sigma_fr}{screen_fr}."
            ),
        ),
        ChartKind::Mr => (
            "Centre line: mean moving range. Limits: 0 and 3.267 times the mean.".to_owned(),
            "Ligne centrale\u{a0}: moyenne des étendues mobiles. Limites\u{a0}: 0 et 3,267 fois la moyenne."
                .to_owned(),
        ),
        ChartKind::P if request.known.is_some() => {
            given("sigma = √(p(1−p)/n)", "sigma = √(p(1−p)/n)")
        }
        ChartKind::P => (
            "Centre line p: sum of numerators / sum of denominators. Limits: p ± 3 √(p(1−p)/n), \
             within 0 and all."
                .to_owned(),
            "Ligne centrale p\u{a0}: somme des numérateurs / somme des dénominateurs. Limites\u{a0}: \
             p ± 3 √(p(1−p)/n), entre 0 et la totalité."
                .to_owned(),
        ),
        ChartKind::PPrime => (
            format!(
                "Laney’s p′. Centre line p: sum of numerators / sum of denominators. Limits: \
                 p ± 3 √(p(1−p)/n) sigma_z, within 0 and all; sigma_z = {sigma_en} of \
                 (value − p)/√(p(1−p)/n){screen_en}."
            ),
            format!(
                "p′ de Laney. Ligne centrale p\u{a0}: somme des numérateurs / somme des \
                 dénominateurs. Limites\u{a0}: p ± 3 √(p(1−p)/n) sigma_z, entre 0 et la totalité ; \
                 sigma_z = {sigma_fr} de (valeur − p)/√(p(1−p)/n){screen_fr}."
            ),
        ),
        ChartKind::U if request.known.is_some() => given("sigma = √(u/n)", "sigma = √(u/n)"),
        ChartKind::U => (
            "Centre line u: sum of events / sum of denominators. Limits: u ± 3 √(u/n), 0 at \
             least."
                .to_owned(),
            "Ligne centrale u\u{a0}: somme des événements / somme des dénominateurs. Limites\u{a0}: \
             u ± 3 √(u/n), au moins 0."
                .to_owned(),
        ),
        ChartKind::UPrime => (
            format!(
                "Laney’s u′. Centre line u: sum of events / sum of denominators. Limits: \
                 u ± 3 √(u/n) sigma_z, 0 at least; sigma_z = {sigma_en} of \
                 (value − u)/√(u/n){screen_en}."
            ),
            format!(
                "u′ de Laney. Ligne centrale u\u{a0}: somme des événements / somme des \
                 dénominateurs. Limites\u{a0}: u ± 3 √(u/n) sigma_z, au moins 0 ; sigma_z = \
                 {sigma_fr} de (valeur − u)/√(u/n){screen_fr}."
            ),
        ),
        ChartKind::C if request.known.is_some() => given("sigma = √centre", "sigma = √centre"),
        ChartKind::C => (
            "Centre line c: mean count. Limits: c ± 3 √c, 0 at least.".to_owned(),
            "Ligne centrale c\u{a0}: nombre moyen. Limites\u{a0}: c ± 3 √c, au moins 0.".to_owned(),
        ),
        ChartKind::Xbar if request.known.is_some() => {
            given("sigma as given / √n", "sigma tel que donné / √n")
        }
        ChartKind::Xbar => (
            "Centre line: mean of all measurements. Limits: centre ± 3 s/(c4 √n), with c4 for \
             the size n of each subgroup; s is the mean standard deviation where all subgroups \
             are of one size, else the deviation pooled by degrees of freedom."
                .to_owned(),
            "Ligne centrale\u{a0}: moyenne de toutes les mesures. Limites\u{a0}: centre ± 3 s/(c4 √n), \
             avec c4 selon la taille n de chaque sous-groupe ; s est l’écart-type moyen si tous \
             les sous-groupes ont la même taille, sinon l’écart-type combiné selon les degrés de \
             liberté."
                .to_owned(),
        ),
        ChartKind::S => (
            "Centre line s: mean standard deviation where all subgroups are of one size, else \
             the deviation pooled by degrees of freedom. Limits: s ± 3 s √(1−c4²)/c4, with c4 \
             for the size of each subgroup, 0 at least."
                .to_owned(),
            "Ligne centrale s\u{a0}: écart-type moyen si tous les sous-groupes ont la même taille, \
             sinon l’écart-type combiné selon les degrés de liberté. Limites\u{a0}: \
             s ± 3 s √(1−c4²)/c4, avec c4 selon la taille de chaque sous-groupe, au moins 0."
                .to_owned(),
        ),
        ChartKind::T => (
            format!(
                "Times are raised to 1/3.6, which makes them nearly normal; centre and limits \
                 are those of single measurements on that scale, raised to 3.6 again: mean ± 3 \
                 sigma, 0 at least; sigma = {sigma_en}{screen_en}."
            ),
            format!(
                "Les durées sont élevées à la puissance 1/3,6, ce qui les rend presque \
                 normales ; centre et limites sont ceux de mesures individuelles à cette \
                 échelle, élevés ensuite à la puissance 3,6\u{a0}: moyenne ± 3 sigmas, au moins 0 ; \
                 sigma = {sigma_fr}{screen_fr}."
            ),
        ),
        ChartKind::G => (
            "With m the mean number of cases between events: centre line 0.693 m, the expected \
             median, so that as many points lie above as below; limits m ± 3 √(m(m+1)), 0 at \
             least."
                .to_owned(),
            "Avec m le nombre moyen de cas entre événements\u{a0}: ligne centrale 0,693 m, la médiane \
             attendue, afin qu’autant de points soient au-dessus qu’au-dessous ; limites \
             m ± 3 √(m(m+1)), au moins 0."
                .to_owned(),
        ),
    };
    Text::both(&english, &french)
}

fn given(sigma_en: &str, sigma_fr: &str) -> (String, String) {
    (
        format!("Centre line as given. Limits: centre ± 3 sigma; {sigma_en}."),
        format!(
            "Ligne centrale telle que donnée. Limites\u{a0}: centre ± 3 sigmas\u{202f}; {sigma_fr}."
        ),
    )
}

fn comma(value: f64) -> String {
    value.to_string().replace('.', ",")
}

/// What must hold for the limits to mean what they say.
pub(super) fn assumptions(kind: ChartKind) -> Vec<Text> {
    let mut all = vec![Text::both(
        "Points are in the order of time, measured in the same way throughout, and do not depend \
         on one another.",
        "Les points suivent l’ordre du temps, sont mesurés de la même manière du début à la fin \
         et ne dépendent pas les uns des autres.",
    )];
    let own = match kind {
        ChartKind::Run => (
            "Apart from signals, a point is as likely to lie above the centre line as below.",
            "Hors signaux, un point a autant de chances d’être au-dessus de la ligne centrale \
             qu’au-dessous.",
        ),
        ChartKind::I | ChartKind::Mr => (
            "Measurements spread about the mean without a long tail; for skewed times or rare \
             events use t or g.",
            "Les mesures se répartissent autour de la moyenne sans longue queue\u{202f}; pour des durées \
             asymétriques ou des événements rares, préférer t ou g.",
        ),
        ChartKind::P => (
            "Each case has the same chance, independent of the others. With very large \
             denominators this seldom holds and nearly every point looks like a signal: use \
             pPrime.",
            "Chaque cas a la même probabilité, indépendante des autres. Avec de très grands \
             dénominateurs, c’est rarement vrai et presque chaque point semble un signal\u{a0}: \
             préférer pPrime.",
        ),
        ChartKind::U | ChartKind::C => (
            "Events happen independently at a constant rate; the variance equals the mean. With \
             very large counts this seldom holds: use uPrime.",
            "Les événements surviennent indépendamment, à un rythme constant\u{202f}; la variance égale \
             la moyenne. Avec de très grands nombres, c’est rarement vrai\u{a0}: préférer uPrime.",
        ),
        ChartKind::PPrime | ChartKind::UPrime => (
            "What varies from point to point beyond chance is part of the process, and is \
             measured by the differences between neighbours.",
            "Ce qui varie d’un point à l’autre au-delà du hasard fait partie du processus et se \
             mesure aux différences entre voisins.",
        ),
        ChartKind::Xbar | ChartKind::S => (
            "Measurements within a subgroup are taken under the same conditions, and are nearly \
             normal.",
            "Les mesures d’un même sous-groupe sont prises dans les mêmes conditions et sont \
             presque normales.",
        ),
        ChartKind::T => (
            "Events are rare and happen independently at a constant rate: times between them are \
             exponential.",
            "Les événements sont rares et surviennent indépendamment, à un rythme constant\u{a0}: les \
             durées qui les séparent sont exponentielles.",
        ),
        ChartKind::G => (
            "Each case has the same small chance of an event, independent of the others: cases \
             between events are geometric.",
            "Chaque cas a la même faible probabilité d’événement, indépendante des autres\u{a0}: le \
             nombre de cas entre événements est géométrique.",
        ),
    };
    all.push(Text::both(own.0, own.1));
    all
}
