//! The pen of a page: markup is a literal of this program, everything else is escaped.

use std::fmt::Write as _;

const STYLE: &str = include_str!("page.css");

/// A page that is being written.
pub(crate) struct Page {
    html: String,
}

impl Page {
    /// Opens a page: its language, its title, and a remark that must not be missed.
    pub(crate) fn open(language: &'static str, title: &str, remark: Option<&str>) -> Self {
        let mut page = Self { html: String::new() };
        page.markup("<!DOCTYPE html>\n<html lang=\"").markup(language).markup("\">\n<head>\n");
        page.markup("<meta charset=\"utf-8\">\n");
        page.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        page.element("<title>", title, "</title>\n");
        page.markup("<style>\n").markup(STYLE).markup("</style>\n</head>\n<body>\n<main>\n");
        page.element("<h1>", title, "</h1>\n");
        if let Some(remark) = remark {
            page.element("<p class=\"synthetic\">", remark, "</p>\n");
        }
        page
    }

    /// Closes the page and gives it.
    pub(crate) fn close(mut self) -> String {
        self.markup("</main>\n</body>\n</html>\n");
        self.html
    }

    /// Markup: only a literal can be markup.
    pub(crate) fn markup(&mut self, literal: &'static str) -> &mut Self {
        self.html.push_str(literal);
        self
    }

    /// Text from anywhere, escaped for content and for attributes in double quotes.
    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        for character in text.chars() {
            match character {
                '&' => self.html.push_str("&amp;"),
                '<' => self.html.push_str("&lt;"),
                '>' => self.html.push_str("&gt;"),
                '"' => self.html.push_str("&quot;"),
                control if control.is_control() => self.html.push('\u{fffd}'),
                other => self.html.push(other),
            }
        }
        self
    }

    /// An attribute of a drawing: its name with `="`, then a number with one decimal.
    pub(crate) fn at(&mut self, name: &'static str, number: f64) -> &mut Self {
        self.html.push_str(name);
        // Writing to a string does not fail.
        let _ = write!(self.html, "{number:.1}\"");
        self
    }

    /// An element that holds text: `open` is its whole start tag, `close` its end tag.
    pub(crate) fn element(
        &mut self,
        open: &'static str,
        text: &str,
        close: &'static str,
    ) -> &mut Self {
        self.markup(open).text(text).markup(close)
    }

    /// A heading of a section.
    pub(crate) fn heading(&mut self, text: &str) -> &mut Self {
        self.element("<h2>", text, "</h2>\n")
    }

    /// A paragraph.
    pub(crate) fn paragraph(&mut self, text: &str) -> &mut Self {
        self.element("<p>", text, "</p>\n")
    }

    /// A list; `open` is its whole start tag.
    pub(crate) fn list(&mut self, open: &'static str, lines: &[String]) -> &mut Self {
        self.markup(open);
        for line in lines {
            self.element("<li>", line, "</li>\n");
        }
        self.markup("</ul>\n")
    }

    /// Opens a table that scrolls where the screen is narrow; a column that starts with `#`
    /// holds numbers.
    pub(crate) fn table(&mut self, caption: &str, columns: &[&str]) -> &mut Self {
        self.markup("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"");
        self.text(caption).markup("\">\n<table>\n");
        self.element("<caption>", caption, "</caption>\n").markup("<thead><tr>");
        for column in columns {
            match column.strip_prefix('#') {
                Some(column) => self.element("<th scope=\"col\" class=\"n\">", column, "</th>"),
                None => self.element("<th scope=\"col\">", column, "</th>"),
            };
        }
        self.markup("</tr></thead>\n")
    }

    /// Closes a table.
    pub(crate) fn end_table(&mut self) -> &mut Self {
        self.markup("</table>\n</div>\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_become_markup() {
        let mut page = Page::open("en", "<b>", Some("\"&\u{1b}"));
        page.paragraph("</p>");
        let html = page.close();
        assert!(html.contains("<h1>&lt;b&gt;</h1>") && html.contains("&quot;&amp;\u{fffd}"));
        assert!(html.contains("<p>&lt;/p&gt;</p>"));
    }
}
