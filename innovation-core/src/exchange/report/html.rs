//! The pen of the report, and the parts that its sections are made of.

use super::words::{self, Language, Phrase};

/// A report that is being written.
pub(super) type Pen = crate::exchange::Pen<Language>;

/// A table of data: its caption, its columns (numbers or not), and its rows; the first cell of a
/// row is its heading.
#[derive(Debug, Default)]
pub(super) struct Data {
    pub caption: String,
    pub columns: Vec<(String, bool)>,
    pub rows: Vec<Vec<String>>,
}

impl Data {
    /// A table without rows.
    pub(super) fn of(caption: String, columns: &[(&str, bool)]) -> Self {
        let columns = columns.iter().map(|(name, number)| ((*name).to_owned(), *number)).collect();
        Self { caption, columns, rows: Vec::new() }
    }
}

impl Pen {
    /// A phrase in the language of the page.
    pub(super) fn phrase(&mut self, phrase: Phrase) -> &mut Self {
        let text = self.language.say(phrase);
        self.text(text)
    }

    /// A whole number, in the writing of the page's language.
    pub(super) fn count(&mut self, count: u64) -> &mut Self {
        let text = self.language.count(count);
        self.text(&text)
    }

    /// A paragraph that is a phrase.
    pub(super) fn say(&mut self, phrase: Phrase) -> &mut Self {
        let text = self.language.say(phrase);
        self.paragraph(text)
    }

    /// Short sentences, one a line.
    pub(super) fn easy(&mut self, phrases: &[Phrase]) -> &mut Self {
        for phrase in phrases {
            self.say(*phrase);
        }
        self
    }

    /// A heading within a section.
    pub(super) fn heading(&mut self, text: &str) -> &mut Self {
        self.element("<h3>", text, "</h3>\n")
    }

    /// A picture under its title, with what it says; what its `svg` holds was escaped as it was
    /// drawn.
    pub(super) fn picture(&mut self, title: &str, svg: &str, caption: &str) -> &mut Self {
        self.markup("<figure>\n").heading(title);
        self.markup("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
        self.text(title).markup("\">\n").drawn(svg).markup("</div>\n");
        if !caption.is_empty() {
            self.element("<figcaption>", caption, "</figcaption>\n");
        }
        self.markup("</figure>\n")
    }

    /// The numbers behind a picture, folded away.
    pub(super) fn behind(&mut self, data: &Data) -> &mut Self {
        self.markup("<details>\n<summary>").phrase(words::BEHIND).markup("</summary>\n");
        self.data(data).markup("</details>\n")
    }

    /// A table that may be wider than the page; it can then be scrolled by keyboard.
    pub(super) fn data(&mut self, data: &Data) -> &mut Self {
        self.markup("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
        self.text(&data.caption).markup("\"><table>\n");
        self.element("<caption>", &data.caption, "</caption>\n").markup("<thead><tr>");
        for (name, number) in &data.columns {
            let open =
                if *number { "<th scope=\"col\" class=\"n\">" } else { "<th scope=\"col\">" };
            self.element(open, name, "</th>");
        }
        self.markup("</tr></thead>\n<tbody>\n");
        for row in &data.rows {
            self.markup("<tr>");
            for (at, cell) in row.iter().enumerate() {
                let number = data.columns.get(at).is_some_and(|column| column.1);
                match (at, number) {
                    (0, _) => self.element("<th scope=\"row\">", cell, "</th>"),
                    (_, true) => self.element("<td class=\"n\">", cell, "</td>"),
                    (_, false) => self.element("<td>", cell, "</td>"),
                };
            }
            self.markup("</tr>\n");
        }
        self.markup("</tbody></table></div>\n")
    }

    /// A list.
    pub(super) fn list(&mut self, items: &[String]) -> &mut Self {
        self.markup("<ul class=\"plain\">\n").items(items)
    }

    /// A list of short items, in columns where there is room.
    pub(super) fn short_list(&mut self, items: &[String]) -> &mut Self {
        self.markup("<ul class=\"plain ready\">\n").items(items)
    }

    fn items(&mut self, items: &[String]) -> &mut Self {
        for item in items {
            self.element("<li>", item, "</li>\n");
        }
        self.markup("</ul>\n")
    }
}

/// Opens a section with its heading, under the verb that it belongs to.
pub(super) fn section(pen: &mut Pen, id: &'static str, verb: Option<Phrase>, title: Phrase) {
    pen.markup("<section aria-labelledby=\"").markup(id).markup("\">\n");
    pen.markup("<div class=\"head\">");
    if let Some(verb) = verb {
        pen.markup("<p class=\"verb\">").phrase(verb).markup("</p>");
    }
    pen.markup("<h2 id=\"").markup(id).markup("\">").phrase(title).markup("</h2></div>\n");
}

/// Opens what is folded away, with its summary.
pub(super) fn summary(pen: &mut Pen, text: Phrase) {
    pen.markup("<details>\n<summary>").phrase(text).markup("</summary>\n");
}

/// Opens a table whose cells are more than text.
pub(super) fn table(pen: &mut Pen, class: &'static str, caption: Phrase) {
    pen.markup("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
    pen.phrase(caption).markup("\"><table class=\"").markup(class).markup("\">\n<caption>");
    pen.phrase(caption).markup("</caption>\n<thead><tr>");
}

/// Ends the header row of a table with these columns.
pub(super) fn columns(pen: &mut Pen, titles: &[Phrase]) {
    for &title in titles {
        pen.markup("<th scope=\"col\">").phrase(title).markup("</th>");
    }
    pen.markup("</tr></thead>\n<tbody>\n");
}

/// Closes a table.
pub(super) fn close_table(pen: &mut Pen) {
    pen.markup("</tbody></table></div>\n");
}
