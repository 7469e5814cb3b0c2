//! From bytes to text.
//!
//! A byte order mark decides; else bytes that are valid UTF-8 are UTF-8; else they are
//! Windows-1252, in which nearly any bytes are text. The table of Windows-1252 is our own
//! because it has 32 entries, while a general library of encodings would make the
//! WebAssembly package several times larger.

use super::found::{Encoding, Separator};
use crate::error::{Code, Error, Result};
use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use std::borrow::Cow;

/// The text of a table, and where in the request it came from.
#[derive(Debug)]
pub(in crate::exchange) struct Source<'a> {
    pub text: Cow<'a, str>,
    pub encoding: Encoding,
    pub byte_order_mark: bool,
    /// `text` or `base64`: the field of the request.
    pub place: &'static str,
    /// What stands between cells, where that is known.
    pub separator: Option<Separator>,
}

/// Bytes 0x80 to 0x9F in Windows-1252; five of them are not defined.
const HIGH_CONTROLS: [Option<char>; 32] = [
    Some('€'),
    None,
    Some('‚'),
    Some('ƒ'),
    Some('„'),
    Some('…'),
    Some('†'),
    Some('‡'),
    Some('ˆ'),
    Some('‰'),
    Some('Š'),
    Some('‹'),
    Some('Œ'),
    None,
    Some('Ž'),
    None,
    None,
    Some('‘'),
    Some('’'),
    Some('“'),
    Some('”'),
    Some('•'),
    Some('–'),
    Some('—'),
    Some('˜'),
    Some('™'),
    Some('š'),
    Some('›'),
    Some('œ'),
    None,
    Some('ž'),
    Some('Ÿ'),
];

impl<'a> Source<'a> {
    /// Takes the one of the two that is given.
    pub(in crate::exchange) fn read(
        text: Option<&'a str>,
        base64: Option<&str>,
        sheet: Option<&str>,
    ) -> Result<Self> {
        let source = match (text, base64) {
            (None, Some(base64)) => Self::of_bytes(unpack(base64)?, sheet)?,
            (Some(_), None) if sheet.is_some() => {
                return Err(Error::new(Code::ExchangeUnknownSheet, "only a workbook has sheets")
                    .at("/sheet"));
            }
            (Some(text), None) => Self::of_text(text),
            (None, None) => {
                return Err(Error::new(Code::ContractMissingField, "there is no table")
                    .hint("give text, or base64 for the bytes of a file"));
            }
            (Some(_), Some(_)) => {
                return Err(Error::new(Code::ContractInvalidValue, "there are two tables")
                    .at("/base64")
                    .hint("give either text or base64"));
            }
        };
        source.refuse_nul()?;
        Ok(source)
    }

    fn of_text(text: &'a str) -> Self {
        let stripped = text.strip_prefix('\u{feff}');
        Self {
            text: Cow::Borrowed(stripped.unwrap_or(text)),
            encoding: Encoding::Utf8,
            byte_order_mark: stripped.is_some(),
            place: "text",
            separator: None,
        }
    }

    fn of_bytes(bytes: Vec<u8>, sheet: Option<&str>) -> Result<Self> {
        #[cfg(feature = "sheets")]
        if bytes.starts_with(ZIP) {
            return Ok(Self {
                text: Cow::Owned(super::sheets::read(bytes, sheet)?),
                encoding: Encoding::Workbook,
                byte_order_mark: false,
                place: "base64",
                separator: Some(Separator::Comma),
            });
        }
        if sheet.is_some() {
            return Err(
                Error::new(Code::ExchangeUnknownSheet, "only a workbook has sheets").at("/sheet")
            );
        }
        if let Some(kind) = not_text(&bytes) {
            return Err(fault(format!("these bytes are {kind}, not text"))
                .hint("save the sheet as CSV (UTF-8) and send that"));
        }
        let (text, encoding, byte_order_mark) = match bytes.as_slice() {
            [0xEF, 0xBB, 0xBF, rest @ ..] => (utf8(rest)?, Encoding::Utf8, true),
            [0xFF, 0xFE, rest @ ..] => (utf16(rest, u16::from_le_bytes)?, Encoding::Utf16Le, true),
            [0xFE, 0xFF, rest @ ..] => (utf16(rest, u16::from_be_bytes)?, Encoding::Utf16Be, true),
            plain => match std::str::from_utf8(plain) {
                Ok(text) => (text.to_owned(), Encoding::Utf8, false),
                Err(_) => (windows_1252(plain)?, Encoding::Windows1252, false),
            },
        };
        let text = Cow::Owned(text);
        Ok(Self { text, encoding, byte_order_mark, place: "base64", separator: None })
    }

    fn refuse_nul(&self) -> Result<()> {
        let Some((before, _)) = self.text.split_once('\0') else { return Ok(()) };
        let row = line(before.bytes());
        Err(Error::new(Code::ExchangeNotATable, format!("row {row} holds a NUL character"))
            .at(format!("/{}/rows/{row}", self.place))
            .hint("a table is plain text; UTF-16 needs its byte order mark"))
    }
}

fn unpack(base64: &str) -> Result<Vec<u8>> {
    let config =
        GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    let digits: Vec<u8> = base64.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    GeneralPurpose::new(&STANDARD, config).decode(digits).map_err(|error| {
        Error::new(Code::ContractInvalidValue, format!("this is not base64: {error}")).at("/base64")
    })
}

/// The first bytes of a zipped file.
const ZIP: &[u8] = b"PK\x03\x04";

/// The kind of file, where its first bytes are those of a well-known one that is not text.
fn not_text(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 4] = [
        (ZIP, "a workbook or another zipped file"),
        (b"\xD0\xCF\x11\xE0", "an old Excel workbook"),
        (b"%PDF-", "a PDF"),
        (b"\x1F\x8B", "a gzip file"),
    ];
    KINDS.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, kind)| *kind)
}

fn utf8(bytes: &[u8]) -> Result<String> {
    std::str::from_utf8(bytes).map(str::to_owned).map_err(|error| {
        let row = line(bytes.iter().copied().take(error.valid_up_to()));
        fault(format!("row {row} is not the UTF-8 that the byte order mark promises"))
            .at(format!("/base64/rows/{row}"))
    })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(pairs.len());
    for character in char::decode_utf16(pairs.iter().map(|&pair| unit(pair))) {
        match character {
            Ok(character) => text.push(character),
            Err(_) => return Err(broken_utf16(&text)),
        }
    }
    if rest.is_empty() { Ok(text) } else { Err(broken_utf16(&text)) }
}

fn broken_utf16(before: &str) -> Error {
    let row = line(before.bytes());
    fault(format!("row {row} is not the UTF-16 that the byte order mark promises"))
        .at(format!("/base64/rows/{row}"))
}

fn windows_1252(bytes: &[u8]) -> Result<String> {
    let mut text = String::with_capacity(bytes.len());
    for (at, &byte) in bytes.iter().enumerate() {
        let character = match byte {
            0x80..=0x9F => HIGH_CONTROLS.get(usize::from(byte - 0x80)).copied().flatten(),
            other => Some(char::from(other)),
        };
        let Some(character) = character else {
            let row = line(bytes.iter().copied().take(at));
            return Err(fault(format!(
                "row {row} holds byte {byte:#04x}, which is neither UTF-8 nor Windows-1252"
            ))
            .at(format!("/base64/rows/{row}"))
            .hint("save the table as CSV (UTF-8)"));
        };
        text.push(character);
    }
    Ok(text)
}

fn fault(message: String) -> Error {
    Error::new(Code::ExchangeNotATable, message).at("/base64")
}

/// The number of the line that comes after these bytes.
fn line(before: impl Iterator<Item = u8>) -> usize {
    before.filter(|&byte| byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::engine::general_purpose::STANDARD as CODEC;

    fn check(bytes: &[u8], expected: std::result::Result<(&str, Encoding, bool), &str>) {
        let packed = CODEC.encode(bytes);
        match Source::read(None, Some(&packed), None) {
            Ok(source) => assert_eq!(
                Ok((source.text.as_ref(), source.encoding, source.byte_order_mark)),
                expected
            ),
            Err(error) => {
                assert_eq!(Err(format!("{} {}", error.code(), error.path()).as_str()), expected);
            }
        }
    }

    #[test]
    fn each_encoding_is_told_by_its_bytes() {
        check("é;œ".as_bytes(), Ok(("é;œ", Encoding::Utf8, false)));
        check("\u{feff}é".as_bytes(), Ok(("é", Encoding::Utf8, true)));
        check(
            b"r\xF4le;\x9Cuvre;10\xA0\x80",
            Ok(("rôle;œuvre;10\u{a0}€", Encoding::Windows1252, false)),
        );
        check(b"\xFF\xFEr\0\xF4\0", Ok(("rô", Encoding::Utf16Le, true)));
        check(b"\xFE\xFF\0r\0\xF4", Ok(("rô", Encoding::Utf16Be, true)));
        check(b"", Ok(("", Encoding::Utf8, false)));
    }

    #[test]
    fn bytes_that_are_no_text_are_refused_with_their_row() {
        check(b"a\nb\0c", Err("exchange.not-a-table /base64/rows/2"));
        check(b"a\n\xE9\x81", Err("exchange.not-a-table /base64/rows/2"));
        check(b"\xFF\xFEa\0\n\0\0\xDC", Err("exchange.not-a-table /base64/rows/2"));
        check(b"\xFF\xFEa", Err("exchange.not-a-table /base64/rows/1"));
        check(b"\xEF\xBB\xBFa\n\n\xFF", Err("exchange.not-a-table /base64/rows/3"));
        check(b"PK\x03\x04....", Err("exchange.not-a-table /base64"));
    }

    #[test]
    fn exactly_one_table_is_given() {
        let code = |text, base64| Source::read(text, base64, None).unwrap_err().code();
        assert_eq!(code(None, None), Code::ContractMissingField);
        assert_eq!(code(Some("a"), Some("YQ==")), Code::ContractInvalidValue);
        assert_eq!(code(None, Some("é")), Code::ContractInvalidValue);
        assert_eq!(Source::read(None, Some("Y\nQ"), None).unwrap().text, "a");
        assert!(Source::read(Some("\u{feff}a"), None, None).unwrap().byte_order_mark);
    }
}
