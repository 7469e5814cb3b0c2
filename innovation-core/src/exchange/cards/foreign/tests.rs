use super::*;

#[test]
fn times_are_read_as_they_are_written() {
    for (text, expected) in [
        ("15 minutes", Some((15, 15))),
        ("1–2 hours", Some((60, 120))),
        ("30 minutes to 2 hours", Some((30, 120))),
        ("Flexible", None),
        ("1 day", None),
        ("0 minutes", None),
        ("4294967295 hours", None),
        ("12", None),
    ] {
        assert_eq!(minutes(text), expected, "{text}");
    }
}

#[test]
fn html_becomes_text() {
    let html = "<ol> <li>One&#58; a <b>b</b>:<ul><li>x</li><li>y</li></ul></li><li>It&rsquo;s &amp; &odd;</li> </ol>";
    assert_eq!(of_html(html), ["One: a b:\n– x\n– y", "It’s & &odd;"]);
    assert_eq!(
        of_list("Do:\n1. One\n1. Two\n    - deep\n- Three"),
        ["One", "Two\n- deep", "Three"]
    );
}
