//! Texts that a spreadsheet would run: such a cell stands behind an apostrophe.

/// Whether a text gets an apostrophe in front: a spreadsheet could take it for a formula, or its
/// own apostrophe for the mark.
pub(crate) fn needs_a_mark(text: &str) -> bool {
    let text = text.trim_start_matches('\'');
    text.starts_with(['\t', '\r', '\n'])
        || text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// The text without that apostrophe.
pub(crate) fn bare(text: &str) -> &str {
    text.strip_prefix('\'').filter(|text| needs_a_mark(text)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_marked_comes_back_and_no_mark_is_taken_for_one() {
        for text in ["=1", " =1", "＝1", "\t=1", "'=1", "''@x", "-", "\n"] {
            assert!(needs_a_mark(text), "{text:?}");
            assert_eq!(bare(&format!("'{text}")), text);
        }
        for text in ["", "a", "a=1", "'a", "’tis", "1-2"] {
            assert!(!needs_a_mark(text), "{text:?}");
            assert_eq!(bare(text), text);
        }
    }
}
