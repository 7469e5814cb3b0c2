use super::*;
use std::io::Write;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn xlsx(cells: &str) -> Vec<u8> {
    let space = "http://schemas.openxmlformats.org";
    packed(&[
        ("[Content_Types].xml", "<Types/>"),
        (
            "_rels/.rels",
            &format!(
                "<Relationships xmlns=\"{space}/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{space}/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            &format!(
                "<workbook xmlns=\"{space}/spreadsheetml/2006/main\" xmlns:r=\"{space}/officeDocument/2006/relationships\"><sheets><sheet name=\"Un\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            &format!(
                "<Relationships xmlns=\"{space}/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{space}/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            &format!(
                "<worksheet xmlns=\"{space}/spreadsheetml/2006/main\"><sheetData>{cells}</sheetData></worksheet>"
            ),
        ),
    ])
}

fn ods(rows: &str) -> Vec<u8> {
    packed(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest xmlns:manifest=\"m\"/>"),
        (
            "content.xml",
            &format!(
                "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"Un\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
            ),
        ),
    ])
}

fn refused(bytes: Vec<u8>, expected: &str) {
    let error = read(bytes, None).unwrap_err();
    assert_eq!(format!("{} {}", error.code(), error.path()), expected, "{error}");
}

#[test]
fn a_sheet_is_read_as_it_shows_itself() {
    let cells = "<row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>id</t></is></c><c r=\"D2\"><v>0.30000000000000004</v></c></row>\
                 <row r=\"4\"><c r=\"A4\" t=\"str\"><f>1+1</f><v>=b\"c</v></c><c r=\"B4\" t=\"b\"><v>1</v></c></row>";
    let expected = "\n,\"id\",,\"0.3\"\n\n\"'=b\"\"c\",\"true\"\n";
    assert_eq!(read(xlsx(cells), None).unwrap(), expected);
    assert_eq!(read(xlsx(cells), Some("Un")).unwrap(), expected);
    assert_eq!(read(xlsx(cells), Some("Deux")).unwrap_err().path(), "/sheet");
    let rows = "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row>\
        <table:table-row><table:table-cell office:value-type=\"string\"><text:p>é, =b</text:p></table:table-cell>\
        <table:table-cell office:value-type=\"date\" office:date-value=\"2026-03-04\"/>\
        <table:table-cell table:number-columns-repeated=\"16382\"/></table:table-row>\
        <table:table-row table:number-rows-repeated=\"1048573\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    assert_eq!(read(ods(rows), None).unwrap(), "\n\n\"é, =b\",\"2026-03-04\"\n");
}

#[test]
fn what_would_fill_the_memory_is_refused() {
    let zeros = "0".repeat((MOST_BYTES + 1) as usize);
    refused(packed(&[("a", &zeros)]), "exchange.zip-bomb /base64");
    let lying = {
        let mut bytes = packed(&[("a", &zeros)]);
        let size = ((MOST_BYTES + 1) as u32).to_le_bytes();
        for at in 0..bytes.len() - 4 {
            if bytes[at..at + 4] == size {
                bytes[at..at + 4].copy_from_slice(&1_u32.to_le_bytes());
            }
        }
        bytes
    };
    let code = read(lying, None).unwrap_err().code();
    assert!(matches!(code, Code::ExchangeZipBomb | Code::ExchangeNotATable));
    let many: Vec<String> = (0..=MOST_PARTS).map(|part| part.to_string()).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|name| (name.as_str(), "")).collect();
    refused(packed(&many), "exchange.zip-bomb /base64");
    let cell = "<table:table-cell office:value-type=\"float\" office:value=\"1\" table:number-columns-repeated=\"16384\"/>";
    refused(
        ods(&format!(
            "<table:table-row table:number-rows-repeated=\"1048576\">{cell}</table:table-row>"
        )),
        "exchange.zip-bomb /base64",
    );
    refused(
        ods(&format!("<table:table-row>{cell}</table:table-row>").repeat(1_000)),
        "exchange.zip-bomb /base64",
    );
    refused(
        ods(&format!(
            "<!-- ' --><table:table-row a='>'>{}</table:table-row>",
            cell.replace("16384", "99999999")
        )
        .repeat(1_000)),
        "exchange.zip-bomb /base64",
    );
    let far = xlsx("<row r=\"4294967295\"><c r=\"A4294967295\"><v>1</v></c></row>");
    assert_eq!(read(far, None).unwrap_err().path(), "/base64");
}

#[test]
fn what_is_no_workbook_is_refused() {
    refused(b"PK\x03\x04....".to_vec(), "exchange.not-a-table /base64");
    refused(packed(&[("a.txt", "hello")]), "exchange.not-a-table /base64");
    refused(
        xlsx("<row r=\"3\"><c r=\"A3\" t=\"e\"><v>#REF!</v></c></row>"),
        "exchange.invalid-cell /base64/rows/3",
    );
}

#[test]
fn no_mutation_of_a_workbook_is_too_strange() {
    let mut stream = 9_u64;
    let mut next = |below: usize| {
        stream =
            stream.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (stream >> 33) as usize % below
    };
    let books = [
        xlsx("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"),
        ods(
            "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1\"/></table:table-row>",
        ),
    ];
    for round in 0..600 {
        let mut bytes = books[round % 2].clone();
        for _ in 0..=next(4) {
            let at = next(bytes.len());
            bytes[at] = next(256) as u8;
        }
        if next(4) == 0 {
            bytes.truncate(next(bytes.len()));
        }
        let _ = read(bytes, None);
    }
}
