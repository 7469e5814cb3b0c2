//! What a person should know about how a table of people was read.

use super::detect::Table;
use super::encoding::Source;
use super::found::Note;
use super::words::is_identity;
use crate::people::Person;
use crate::text::Text;

/// The notes on a table. `outsiders` is how many managers are not in it, and the first row.
pub(super) fn of(
    table: &Table,
    source: &Source<'_>,
    people: &[Person],
    outsiders: Option<(u32, u32)>,
    locale: Option<&str>,
) -> Vec<Note> {
    let say = |english: String, french: String| match locale {
        Some(locale) => Text::from(Text::both(&english, &french).for_locale(locale)),
        None => Text::both(&english, &french),
    };
    let mut notes = Vec::new();
    for (_, header) in table.others().filter(|(_, header)| is_identity(header)) {
        notes.push(Note {
            code: "identity-left-out",
            row: None,
            column: Some(header.to_owned()),
            count: 1,
            message: say(
                format!("The column “{header}” may tell who people are, so it was left out."),
                format!("La colonne « {header} » peut identifier des personnes ; elle n’a pas été reprise."),
            ),
        });
    }
    let addresses =
        people.iter().zip(&table.rows).filter(|(person, _)| person.id.as_str().contains('@'));
    if let Some((_, row)) = addresses.clone().next() {
        notes.push(Note {
            code: "id-is-an-address",
            row: Some(row.number),
            column: table.column("id").map(|column| table.header(column).to_owned()),
            count: addresses.count() as u32,
            message: say(
                "Some ids look like e-mail addresses. Replace them by pseudonyms.".to_owned(),
                "Des identifiants ressemblent à des adresses électroniques. Remplacez-les par des pseudonymes."
                    .to_owned(),
            ),
        });
    }
    if let Some((count, row)) = outsiders {
        let header = table.column("reportsTo").map_or("", |column| table.header(column));
        notes.push(Note {
            code: "manager-not-in-table",
            row: Some(row),
            column: Some(header.to_owned()),
            count,
            message: say(
                format!("Some managers are not in the table; they are kept as the attribute “{header}”."),
                format!("Des responsables ne figurent pas dans le tableau ; la valeur est gardée dans l’attribut « {header} »."),
            ),
        });
    }
    let broken = source.text.matches('\u{fffd}').count() as u32;
    if broken > 0 {
        notes.push(Note {
            code: "replacement-characters",
            row: None,
            column: None,
            count: broken,
            message: say(
                "The text holds replacement characters: it was read with a wrong encoding before it came here. Send the bytes in base64."
                    .to_owned(),
                "Le texte contient des caractères de remplacement : il a été lu auparavant dans un mauvais encodage. Envoyez les octets en base64."
                    .to_owned(),
            ),
        });
    }
    notes
}
