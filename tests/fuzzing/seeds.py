"""First inputs of every target, from the vectors: seeds.py VECTORS OUT."""

import hashlib
import io
import json
import sys
import zipfile
from pathlib import Path

MOST = 16_000  # bytes of a seed: short inputs are many a second
KINDS = ("assessments", "values", "ratings", "ballots", "sites")  # as in targets/tables.rs


def seeds(vector: dict):
    """Target and bytes, for each target that this vector says something to."""
    operation, request = vector["operation"], vector["request"]
    text = json.dumps(request, ensure_ascii=False, separators=(",", ":")).encode()
    named = f"{operation}\n".encode() + text
    yield "contract", named
    yield "c_library", b"\0" + named
    if not isinstance(request, dict):
        return
    if operation == "exchange.fromFhir":
        yield "fhir", text
    if operation == "exchange.cardFromMarkdown":
        yield "markdown", request["text"].encode()
    for part in ("events", "a", "b", "journal", "state"):
        if operation.startswith("space.") and part in request:
            yield "journal", json.dumps(request[part], separators=(",", ":")).encode()
    kind = {
        "exchange.peopleFromTable": 0,
        "exchange.tiesFromTable": 1,
        "exchange.tiesFromContacts": 2,
        "exchange.fromTable": 3 + KINDS.index(request.get("what")) if request.get("what") in KINDS else 3,
    }.get(operation)
    if kind is not None and isinstance(request.get("text"), str):
        yield "tables", bytes([kind << 1]) + request["text"].encode()
        yield "tables", bytes([kind << 1 | 1]) + request["text"].encode("cp1252", "replace")


def workbooks():
    """The least that a spreadsheet program opens, as XLSX and as ODS."""
    sheet = '<row r="1"><c r="A1" t="inlineStr"><is><t>subject</t></is></c><c r="B1" t="inlineStr"><is><t>value</t></is></c></row>'
    row = '<row r="2"><c r="A2" t="inlineStr"><is><t>beds</t></is></c><c r="B2"><v>1.5</v></c></row>'
    main_ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    yield zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{types}"><Default Extension="xml" ContentType="application/xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="r1" Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{main_ns}" xmlns:r="{relations}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}"><Relationship Id="r1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main_ns}"><sheetData>{sheet}{row}</sheetData></worksheet>',
        }
    )
    office = "urn:oasis:names:tc:opendocument:xmlns"
    cells = "<table:table-cell office:value-type='string'><text:p>subject</text:p></table:table-cell>"
    yield zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f'<office:document-content xmlns:office="{office}:office:1.0" xmlns:table="{office}:table:1.0" xmlns:text="{office}:text:1.0"><office:body><office:spreadsheet><table:table table:name="a"><table:table-row>{cells}{cells}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>',
        }
    )


def zipped(files: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return out.getvalue()


def main(vectors: Path, out: Path) -> None:
    found = [pair for path in sorted(vectors.glob("*.json")) for pair in seeds(json.loads(path.read_text()))]
    found += [("workbooks", bytes([kind]) + file) for kind in range(4) for file in workbooks()]
    for target, seed in found:
        if len(seed) <= MOST:
            folder = out / target
            folder.mkdir(parents=True, exist_ok=True)
            (folder / hashlib.sha1(seed).hexdigest()).write_bytes(seed)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
