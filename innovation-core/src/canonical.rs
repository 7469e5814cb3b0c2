//! JSON in one form only, and its fingerprint.
//!
//! Two programs that hold the same document write the same bytes, so that a fingerprint can
//! stand for it: keys in order of their UTF-16 code units, no spaces, numbers as ECMAScript
//! writes doubles, strings with the fewest escapes.
//!
//! Written here, and not borrowed, for its speed: a journal of a million events is read in
//! seconds. The tests hold it to the vectors of the RFC.
//!
//! # References
//!
//! A. Rundgren, B. Jordan, S. Erdtman, *JSON Canonicalization Scheme (JCS)*, RFC 8785, 2020.
//! NIST, *Secure Hash Standard*, FIPS 180-4, 2015.

use serde_json::Value;
use sha2::{Digest, Sha256};

/// The fingerprint of bytes: SHA-256.
pub(crate) type Fingerprint = [u8; 32];

/// The canonical form of a value, RFC 8785.
///
/// ```
/// let value = serde_json::json!({"b": 1e30, "a": [1.0, "\u{20ac}", 1e-7]});
/// let text = innovation_core::space::canonical(&value);
/// assert_eq!(text, r#"{"a":[1,"€",1e-7],"b":1e+30}"#);
/// ```
#[must_use]
pub fn canonical(value: &Value) -> String {
    let mut text = String::new();
    write(value, &mut text);
    text
}

/// The fingerprint of the canonical form, in hexadecimal.
pub(crate) fn fingerprint_of(value: &Value) -> String {
    hex(&fingerprint(canonical(value).as_bytes()))
}

pub(crate) fn fingerprint(bytes: &[u8]) -> Fingerprint {
    Sha256::digest(bytes).into()
}

/// Small letters, two for each byte.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// Bytes of a fingerprint in hexadecimal; `None` for any other text, capitals included.
pub(crate) fn unhex(text: &str) -> Option<Fingerprint> {
    let half = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let mut bytes = [0; 32];
    if text.len() != 64 {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        if let [high, low] = pair {
            *byte = (half(*high)? << 4) | half(*low)?;
        }
    }
    Some(bytes)
}

pub(crate) fn write(value: &Value, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Number(number) => write_number(number, out),
        Value::String(text) => write_string(text, out),
        Value::Array(values) => {
            out.push('[');
            for (place, value) in values.iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                write(value, out);
            }
            out.push(']');
        }
        Value::Object(map) => {
            out.push('{');
            // The map is in order of bytes, which is that of UTF-16 where all is ASCII.
            if map.keys().all(|key| key.is_ascii()) {
                map.iter().enumerate().for_each(|(place, (key, value))| {
                    write_entry(place, key, value, out);
                });
            } else {
                let mut entries: Vec<_> = map.iter().collect();
                entries.sort_by_cached_key(|(key, _)| key.encode_utf16().collect::<Vec<u16>>());
                entries.into_iter().enumerate().for_each(|(place, (key, value))| {
                    write_entry(place, key, value, out);
                });
            }
            out.push('}');
        }
    }
}

fn write_entry(place: usize, key: &str, value: &Value, out: &mut String) {
    if place > 0 {
        out.push(',');
    }
    write_string(key, out);
    out.push(':');
    write(value, out);
}

fn write_number(number: &serde_json::Number, out: &mut String) {
    const EXACT: i64 = 1 << 53;
    match number.as_i64() {
        Some(whole) if (-EXACT..=EXACT).contains(&whole) => out.push_str(&whole.to_string()),
        // JSON holds finite numbers only.
        _ => out.push_str(ryu_js::Buffer::new().format_finite(number.as_f64().unwrap_or_default())),
    }
}

pub(crate) fn write_string(text: &str, out: &mut String) {
    out.push('"');
    let plain = |byte: u8| byte >= 0x20 && byte != b'"' && byte != b'\\';
    if text.bytes().all(plain) {
        out.push_str(text);
    } else {
        text.chars().for_each(|letter| escape(letter, out));
    }
    out.push('"');
}

fn escape(letter: char, out: &mut String) {
    match letter {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\u{8}' => out.push_str("\\b"),
        '\t' => out.push_str("\\t"),
        '\n' => out.push_str("\\n"),
        '\u{c}' => out.push_str("\\f"),
        '\r' => out.push_str("\\r"),
        '\0'..='\u{1f}' => out.push_str(&format!("\\u{:04x}", u32::from(letter))),
        _ => out.push(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(text: &str) -> String {
        serde_json::from_str(text).map_or_else(|error| error.to_string(), |value| canonical(&value))
    }

    /// The example of RFC 8785, section 3.2.
    #[test]
    fn the_example_of_the_rfc_is_written_as_there() {
        let text = r#"{
            "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
            "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
            "literals": [null, true, false]
        }"#;
        let expected = "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}";
        assert_eq!(form(text), expected);
    }

    /// The keys of RFC 8785, section 3.2.3: a surrogate stands before U+FB33.
    #[test]
    fn keys_are_in_order_of_utf16() {
        let text = r#"{"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One", "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"}"#;
        let order = ["Carriage", "One", "Control", "Latin", "Euro", "Emoji", "Hebrew"];
        let written = form(text);
        let places: Vec<_> = order.iter().map(|word| written.find(word)).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{written}");
    }

    /// RFC 8785, appendix B.
    #[test]
    fn numbers_are_written_as_ecmascript_does() {
        let samples: [(u64, &str); 22] = [
            (0x0000_0000_0000_0000, "0"),
            (0x8000_0000_0000_0000, "0"),
            (0x0000_0000_0000_0001, "5e-324"),
            (0x8000_0000_0000_0001, "-5e-324"),
            (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
            (0xffef_ffff_ffff_ffff, "-1.7976931348623157e+308"),
            (0x4340_0000_0000_0000, "9007199254740992"),
            (0xc340_0000_0000_0000, "-9007199254740992"),
            (0x4430_0000_0000_0000, "295147905179352830000"),
            (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"),
            (0x44b5_2d02_c7e1_4af6, "1e+23"),
            (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"),
            (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
            (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"),
            (0x444b_1ae4_d6e2_ef50, "1e+21"),
            (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"),
            (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
            (0x41b3_de43_5555_5553, "333333333.3333332"),
            (0x41b3_de43_5555_5554, "333333333.33333325"),
            (0x41b3_de43_5555_5555, "333333333.3333333"),
            (0x41b3_de43_5555_5556, "333333333.3333334"),
            (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
        ];
        for (bits, expected) in samples {
            let value = serde_json::Number::from_f64(f64::from_bits(bits)).map(Value::Number);
            assert_eq!(value.as_ref().map(canonical).as_deref(), Some(expected), "{bits:x}");
        }
        assert_eq!(
            form("[9007199254740993, 18446744073709551615]"),
            "[9007199254740992,18446744073709552000]"
        );
    }

    #[test]
    fn fingerprints_are_those_of_the_standard() {
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(hex(&fingerprint(b"abc")), abc);
        assert_eq!(unhex(abc).map(|bytes| hex(&bytes)).as_deref(), Some(abc));
        assert_eq!(unhex(&abc.to_uppercase()), None);
    }
}
