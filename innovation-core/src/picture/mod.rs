//! Pictures: SVG drawn by hand, the same bytes on every target.
//!
//! A [`Pen`] writes; [`whole`] wraps what it wrote into one element that has a title and a
//! description. [`Scale`] goes from values to units and finds round numbers; [`marks`] holds
//! shapes that can be told apart, [`legend`] says what they mean. On these stand the kinds of
//! pictures: [`timeline`], [`radar`], [`dots`], [`bars`], [`curve`], [`grid`].
//!
//! Text is 14 units high in all of them, so that the width in units says how large letters are:
//! at 720 a picture fills a page with text of about 10 points, at 440 of about 16.
//!
//! Invariant: a picture takes its words from its caller and escapes them; it knows no language.
//! Invariant: a shape, a dash or a number says what a colour says.

pub(crate) mod bars;
pub(crate) mod curve;
pub(crate) mod dots;
pub(crate) mod grid;
pub(crate) mod legend;
pub(crate) mod marks;
mod pen;
pub(crate) mod radar;
mod scale;
mod text;
pub(crate) mod timeline;

pub(crate) use pen::Pen;
pub(crate) use scale::{Decimals, Scale};
pub(crate) use text::{length, short, wrap};

/// Units from line to line.
pub(crate) const LINE: f64 = 19.0;
/// Units of a character, on the wide side.
pub(crate) const CHARACTER: f64 = 7.8;

/// What a picture is called and what it says, for who does not see it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Naming<'a> {
    /// Unique on its page: letters, digits and hyphens of this library's own.
    pub name: &'a str,
    pub title: &'a str,
    pub text: &'a str,
}

/// One SVG element around what was drawn.
pub(crate) fn whole(naming: Naming<'_>, size: (f64, f64), body: Pen) -> String {
    whole_as("pic", naming, size, body)
}

/// The same with classes of its own.
pub(crate) fn whole_as(
    class: &'static str,
    naming: Naming<'_>,
    (width, height): (f64, f64),
    body: Pen,
) -> String {
    let mut pen = Pen::default();
    pen.markup("<svg class=\"")
        .markup(class)
        .markup("\" role=\"img\" viewBox=\"0 0 ")
        .point(width, height);
    pen.markup("\" aria-labelledby=\"").text(naming.name).markup("-title ").text(naming.name);
    pen.markup("-text\"><title id=\"").text(naming.name).markup("-title\">").text(naming.title);
    pen.markup("</title><desc id=\"").text(naming.name).markup("-text\">").text(naming.text);
    pen.markup("</desc>\n");
    pen.finish() + &body.finish() + "</svg>\n"
}

/// How many characters fit.
pub(crate) fn room(units: f64) -> usize {
    (units / CHARACTER).max(1.0) as usize
}

/// Lines of text from a place downwards; where the next would stand.
pub(crate) fn write(
    pen: &mut Pen,
    class: &'static str,
    (x, y): (f64, f64),
    lines: &[String],
) -> f64 {
    let mut y = y;
    for line in lines {
        pen.label(class, x, y, line);
        y += LINE;
    }
    y
}
