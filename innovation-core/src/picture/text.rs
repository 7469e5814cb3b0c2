//! Text in pictures: broken into lines, shortened, measured.

/// Lines of at most so many characters, broken at spaces where there are some, and at most so
/// many lines.
pub(crate) fn wrap(text: &str, characters: usize, most: usize) -> Vec<String> {
    let characters = characters.max(8);
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        for piece in pieces(word, characters) {
            let own = piece.chars().count();
            if length > 0 && length + 1 + own > characters {
                lines.push(std::mem::take(&mut line));
                length = 0;
            }
            if length > 0 {
                line.push(' ');
                length += 1;
            }
            line.push_str(&piece);
            length += own;
        }
    }
    if length > 0 {
        lines.push(line);
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = short(&format!("{last} …"), characters);
            if !last.ends_with('…') {
                last.push('…');
            }
        }
    }
    lines
}

/// A word in pieces that fit a line.
fn pieces(word: &str, characters: usize) -> Vec<String> {
    let all: Vec<char> = word.chars().collect();
    all.chunks(characters).map(|piece| piece.iter().collect()).collect()
}

/// A text of at most so many characters.
pub(crate) fn short(text: &str, characters: usize) -> String {
    if text.chars().count() <= characters {
        return text.to_owned();
    }
    text.chars().take(characters.saturating_sub(1)).chain(['…']).collect()
}

/// Units that a text takes at 14 units high, as wide as the widest of the usual faces has it.
pub(crate) fn length(text: &str) -> f64 {
    let letter = |letter: char| match letter {
        'i' | 'j' | 'l' | 'I' | '\'' | '’' | '.' | ',' | ':' | ' ' | '\u{a0}' | '\u{202f}' => 4.9,
        'f' | 't' | 'r' | '-' => 5.8,
        'm' | 'w' | 'M' | 'W' | '%' | '—' => 13.8,
        upper if upper.is_uppercase() => 10.4,
        wide if wide > '\u{2e80}' => 14.5,
        _ => 8.7,
    };
    crate::math::sum(text.chars().map(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_as_short_as_asked() {
        assert_eq!(wrap("one two three four", 9, 9), ["one two", "three", "four"]);
        assert_eq!(wrap("abcdefghijklmnop", 8, 9), ["abcdefgh", "ijklmnop"]);
        assert_eq!(wrap("one two three four five", 9, 2), ["one two", "three …"]);
        assert!(wrap("  ", 9, 9).is_empty());
        assert_eq!(short("abcdef", 4), "abc…");
    }
}
