//! Pages of the main job: the report's pen and style, and the parts that several pages use.

use crate::words::pick;
use innovation_core::exchange::{Pen, STYLE};

const OWN_STYLE: &str = include_str!("page.css");

/// A page that is being written; its words come in the language of the reader.
pub(crate) type Page = Pen<()>;

/// Opens a page: its language, its title, and a remark that must not be missed.
pub(crate) fn open(language: &'static str, title: &str, remark: Option<&str>) -> Page {
    let mut page = Page::new(());
    page.markup("<!DOCTYPE html>\n<html lang=\"").markup(language).markup("\">\n<head>\n");
    page.markup("<meta charset=\"utf-8\">\n");
    page.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
    page.element("<title>", title, "</title>\n");
    page.markup("<style>\n").markup(STYLE).markup(OWN_STYLE).markup("</style>\n</head>\n");
    let whole = pick(language, "The whole story on one page", "Toute l’histoire sur une page");
    page.element("<body>\n<header>\n<p><a href=\"creative-space.html\">", whole, "</a></p>\n");
    page.element("<h1>", title, "</h1>\n");
    if let Some(remark) = remark {
        page.element("<p class=\"synthetic\">", remark, "</p>\n");
    }
    page.markup("</header>\n<main>\n");
    page
}

/// Closes a page and gives it.
pub(crate) fn close(mut page: Page) -> String {
    page.markup("</main>\n</body>\n</html>\n");
    page.finish()
}

/// Parts of a page.
pub(crate) trait Parts {
    /// An attribute of a drawing: its name with `="`, then a number.
    fn at(&mut self, name: &'static str, number: f64) -> &mut Self;

    /// Opens a drawing 960 units wide; its id and title, its style, its height.
    fn canvas(
        &mut self,
        named: (&'static str, &str),
        style: &'static str,
        height: f64,
    ) -> &mut Self;

    /// A heading of a section.
    fn heading(&mut self, text: &str) -> &mut Self;

    /// A list; `open` is its whole start tag.
    fn list(&mut self, open: &'static str, lines: &[String]) -> &mut Self;

    /// Opens a table that scrolls where the screen is narrow; a column that starts with `#`
    /// holds numbers.
    fn table(&mut self, caption: &str, columns: &[&str]) -> &mut Self;

    /// Closes a table.
    fn end_table(&mut self) -> &mut Self;
}

impl Parts for Page {
    fn at(&mut self, name: &'static str, number: f64) -> &mut Self {
        self.markup(name).coordinate(number).markup("\"")
    }

    fn canvas(
        &mut self,
        (id, title): (&'static str, &str),
        style: &'static str,
        height: f64,
    ) -> &mut Self {
        self.markup("<figure><div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"");
        self.text(title).markup("\"><svg role=\"img\" aria-labelledby=\"").markup(id);
        self.markup("\" viewBox=\"0 0 960 ").coordinate(height).markup("\">\n<title id=\"");
        self.markup(id).element("\">", title, "</title>\n").markup(style)
    }

    fn heading(&mut self, text: &str) -> &mut Self {
        self.element("<h2>", text, "</h2>\n")
    }

    fn list(&mut self, open: &'static str, lines: &[String]) -> &mut Self {
        self.markup(open);
        for line in lines {
            self.element("<li>", line, "</li>\n");
        }
        self.markup("</ul>\n")
    }

    fn table(&mut self, caption: &str, columns: &[&str]) -> &mut Self {
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

    fn end_table(&mut self) -> &mut Self {
        self.markup("</table>\n</div>\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_become_markup() {
        let mut page = open("en", "<b>", Some("\"&\u{1b}"));
        page.paragraph("</p>");
        let html = close(page);
        assert!(html.contains("<h1>&lt;b&gt;</h1>") && html.contains("&quot;&amp;\u{fffd}"));
        assert!(html.contains("<p>&lt;/p&gt;</p>"));
    }
}
