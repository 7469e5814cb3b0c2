#!/usr/bin/env python3
"""Calendars, graphs, workbooks and scores, read by programs that others wrote.

Usage: readers.py libinnovation.so out/

Leaves calendars with what is expected of them, and data dictionaries, for the next readers.
"""

import base64
import datetime
import io
import json
import pathlib
import random
import sys
import zipfile
from zoneinfo import ZoneInfo

import icalendar
import networkx
import odf.opendocument
import odf.table
import odf.text
import openpyxl
import vobject

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "python"))
from vectors import Library, Tally  # noqa: E402

import calc  # noqa: E402

UTC = datetime.timezone.utc
ZONES = ("Europe/Paris", "America/Toronto")


class Door:
    """Operations by name, with answers as documents; an error is its code and path."""

    def __init__(self, path):
        self.library = Library(path)

    def __call__(self, name, **request):
        text = json.dumps(request).encode()
        _, response, error = self.library.call(f"exchange.{name}".encode() if "." not in name else name.encode(), text)
        if error:
            error = json.loads(error)["error"]
            return f"{error['code']} {error['path']}"
        return json.loads(response)


def changes(zone, years):
    """The days on which the clocks of a zone change, as its database has them."""
    zone = ZoneInfo(zone)
    for year in years:
        day = datetime.date(year, 1, 1)
        while day.year == year:
            morning, night = (
                datetime.datetime.combine(day, datetime.time(hour), zone).utcoffset()
                for hour in (0, 23))
            if morning != night:
                yield day
            day += datetime.timedelta(days=1)


def calendars(door, tally, out):
    """Sessions around every change of clocks until 2045, and at all hours of those days."""
    for zone in ZONES:
        sessions, expected = [], {}
        for day in changes(zone, range(2026, 2046)):
            for shift in (-1, 0, 1):
                for hour, minute in ((0, 30), (1, 30), (2, 30), (3, 30), (9, 0), (22, 30)):
                    local = datetime.datetime.combine(
                        day + datetime.timedelta(days=shift), datetime.time(hour, minute))
                    moments = {
                        local.replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC)
                        for fold in (0, 1)}
                    (start, *twice) = sorted(moments)
                    there = start.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == local
                    given = local.isoformat(timespec="minutes")
                    if twice or not there:
                        refused = door("calendar", sessions=[{"start": given, "minutes": 5}], zone=zone,
                                       stamp="2026-01-01T00:00:00Z", uidBase="x", locale="en")
                        tally.check(f"{zone} {given} is no single moment",
                                    "exchange.invalid-time /sessions/0/start", refused)
                        if not there:
                            continue
                        given = f"{start:%Y-%m-%dT%H:%M:%S}Z"
                    sessions.append({"start": given, "minutes": 90})
                    end = start + datetime.timedelta(minutes=90)
                    expected[f"session-{len(sessions)}-a@b"] = [start.timestamp(), end.timestamp()]
        for name, more in (("zone", {}), ("utc", {"inUtc": True})):
            text = door("calendar", sessions=sessions, zone=zone, stamp="2026-01-01T00:00:00Z",
                        uidBase="a@b", locale="fr", title="Équipe de l’après-midi, " * 5, **more)["text"]
            widest = max(len(line) for line in text.encode().split(b"\r\n"))
            tally.check("no line is wider than 75 octets", True, widest <= 75)
            calendar = icalendar.Calendar.from_ical(text)
            tally.check(f"{zone} {name}: zones that are missing", set(), calendar.get_missing_tzids())
            found = {
                str(event["UID"]): [event["DTSTART"].dt.timestamp(), event["DTEND"].dt.timestamp()]
                for event in calendar.walk("VEVENT")}
            tally.check(f"{zone} {name}: icalendar", expected, found)
            read = vobject.readOne(text)
            tally.check(f"{zone} {name}: vobject", len(expected), len(read.vevent_list))
            stem = f"{zone.replace('/', '-')}-{name}"
            (out / f"{stem}.ics").write_bytes(text.encode())
            (out / f"{stem}.json").write_text(json.dumps(expected))


def graphs(door, tally):
    """A graph that networkx reads has the people and ties that were given."""
    dice = random.Random(9)
    people = [{"id": f"p {at} <é&\"'>", "role": "nurse", "level": at % 5,
               "attributes": {"Site & <x>": f"s\n{at}", "role": "of one's own"}} for at in range(60)]
    pairs = dice.sample([(a, b) for a in range(60) for b in range(a)], 300)
    ties = [{"a": people[a]["id"], "b": people[b]["id"], "weight": dice.random() * 1e3} for a, b in pairs]
    answer = door("toGraphml", people=people, ties=ties)
    graph = networkx.read_graphml(io.BytesIO(answer["graphml"].encode()))
    wanted = {frozenset((tie["a"], tie["b"])): tie["weight"] for tie in ties}
    found = {frozenset((a, b)): weight for a, b, weight in graph.edges(data="weight")}
    tally.check("networkx reads the same ties", wanted, found)
    tally.check("and nobody else", {person["id"] for person in people}, set(graph.nodes))
    node = graph.nodes[people[7]["id"]]
    tally.check("with their fields", (2, "nurse", "s\n7", "of one's own"),
                (node["level"], node["role"], node["attributes.Site & <x>"], node["attributes.role"]))
    back = door("tiesFromTable", text=answer["edgeList"])["ties"]
    tally.check("the list of edges comes back", ties, back)


def workbook(rows):
    """The bytes of an XLSX with two sheets, the second empty, and of an ODS."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.create_sheet("Vide")
    xlsx = io.BytesIO()
    book.save(xlsx)
    document = odf.opendocument.OpenDocumentSpreadsheet()
    table = odf.table.Table(name="Feuille1")
    for row in rows:
        line = odf.table.TableRow()
        for value in row:
            if isinstance(value, (int, float)):
                cell = odf.table.TableCell(valuetype="float", value=value)
            elif isinstance(value, datetime.date):
                cell = odf.table.TableCell(valuetype="date", datevalue=value.isoformat())
            else:
                cell = odf.table.TableCell(valuetype="string")
                cell.addElement(odf.text.P(text=value))
            line.addElement(cell)
        table.addElement(line)
    document.spreadsheet.addElement(table)
    ods = io.BytesIO()
    document.save(ods)
    return {"xlsx": xlsx.getvalue(), "ods": ods.getvalue()}


def workbooks(door, tally):
    """Workbooks read as the tables they show, and bombs refused before they go off."""
    rows = [["id", "stage", "since", "eligible", "Taille"],
            ["s1", "en essai", datetime.date(2026, 3, 4), 100, "-grande"],
            ["s2", "adopté", datetime.date(2026, 1, 15), 80, "petite, é"]]
    wanted = [
        {"id": "s1", "stage": "trial", "since": "2026-03-04", "eligible": 100, "attributes": {"Taille": "-grande"}},
        {"id": "s2", "stage": "adopted", "since": "2026-01-15", "eligible": 80, "attributes": {"Taille": "petite, é"}}]
    books = workbook(rows)
    for kind, data in books.items():
        answer = door("fromTable", what="sites", base64=base64.b64encode(data).decode())
        if isinstance(answer, str):
            tally.check(f"{kind} is read", "no error", answer)
            continue
        tally.check(f"{kind} is read", wanted, answer["sites"])
        tally.check(f"{kind} is reported", "workbook", answer["found"]["encoding"])
    refused = door("fromTable", what="sites", base64=base64.b64encode(books["xlsx"]).decode(), sheet="Nulle part")
    tally.check("a sheet that is not there", "exchange.unknown-sheet /sheet", refused)
    values = workbook([["unit", "reach"], ["a", 0.1 + 0.2], ["b", 1250]])
    for kind, data in values.items():
        answer = door("fromTable", what="values", base64=base64.b64encode(data).decode())
        tally.check(f"numbers of {kind}", [0.3, 1250.0], [one["values"]["reach"] for one in answer["alternatives"]])

    def bomb(name, content, kind):
        packed = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(books[kind])) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
            for part in old.namelist():
                new.writestr(part, old.read(part) if part != name else content)
            if name not in old.namelist():
                new.writestr(name, content)
        return packed.getvalue()

    big = bomb("xl/media/zeros.bin", bytes(200 << 20), "xlsx")
    tally.check("a bomb is small", True, len(big) < 1 << 20)
    bombs = {"a part of 200 MB": big, "the same, announced as one byte": lie(big, 200 << 20)}
    cell = '<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"/>'
    head, tail = zipfile.ZipFile(io.BytesIO(books["ods"])).read("content.xml").decode().split("</table:table>")
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'
    bombs["an ODS that repeats a cell"] = bomb("content.xml", (head + row + "</table:table>" + tail).encode(), "ods")
    for name, data in bombs.items():
        code = door("fromTable", what="sites", base64=base64.b64encode(data).decode())
        tally.check(name, True, code in ("exchange.zip-bomb /base64", "exchange.not-a-table /base64"))


def lie(data, size):
    """The same archive, whose directory announces a part of one byte."""
    return data.replace(size.to_bytes(4, "little"), (1).to_bytes(4, "little"))


def dictionaries(door, tally, out):
    """Dictionaries of every built-in rubric; what REDCap would work out is what we score."""
    dice = random.Random(3)
    for rubric in door("evaluate.rubrics")["rubrics"]:
        for locale in ("en", "fr"):
            for not_applicable in (False, True):
                answer = door("toRedcap", rubric=rubric, locale=locale, notApplicable=not_applicable)
                rows = calc.rows(answer["text"])
                name = f"{rubric['id']}-{locale}-{'na' if not_applicable else 'plain'}"
                (out / f"{name}.redcap.json").write_text(json.dumps(calc.document(rows)))
                if locale == "en":
                    for _ in range(20):
                        scores(door, tally, rubric, rows, not_applicable, dice)


def scores(door, tally, rubric, rows, not_applicable, dice):
    """One record at random: its total as REDCap works it out, and as evaluate.score does."""
    record = {"record_id": "1", "subject": "a"}
    for row in rows:
        field, kind, choices = row["variable_field_name"], row["field_type"], row.get("choices_calculations_slider_labels", "")
        if kind == "radio" and dice.random() < 0.9:
            record[field] = dice.choice([choice.split(",")[0].strip() for choice in choices.split(" | ")])
        if kind == "checkbox" and field.endswith("_na") and dice.random() < 0.2:
            record[f"{field}___1"] = "1"
            for end in ("", "_count", "_among", "_ref_count", "_ref_among"):
                record.pop(field[:-3] + end, None)
        if kind == "text" and row.get("text_validation_type_or_show_slider_number") == "number":
            record[field] = str(dice.randint(10, 19) if field.endswith("among") else dice.randint(1, 9))
    if not any(row["field_type"] == "calc" for row in rows) or len(record) == 2:
        return
    text = ",".join(record) + "\n" + ",".join(record.values()) + "\n"
    read = door("fromRedcap", rubric=rubric, text=text)
    if isinstance(read, str):
        tally.check(f"{rubric['id']}: records are read", "no error", read)
        return
    total = [row for row in rows if row["field_type"] == "calc" and row["variable_field_name"] == "total_score"]
    scored = door("evaluate.score", rubric=rubric, assessments=read["assessments"])
    if isinstance(scored, str):
        tally.check(f"{rubric['id']}: {text} is scored", "no error", scored)
        return
    scored = scored["scores"][0]
    if total:
        found = calc.value(total[0]["choices_calculations_slider_labels"], record)
        tally.check(f"{rubric['id']}: total of {text}", near(scored["total"].get("value")), near(found))
    groups = {group["group"]: group["score"].get("value") for group in scored["groups"]}
    for row in rows:
        annotation = row.get("field_annotation", "")
        if row["field_type"] == "calc" and annotation.startswith("group: "):
            found = calc.value(row["choices_calculations_slider_labels"], record)
            tally.check(f"{rubric['id']}: {annotation} of {text}", near(groups[annotation[7:]]), near(found))


def near(number):
    return None if number is None or number == "" else round(number, 9)


def main():
    _, path, out = sys.argv
    door, tally, out = Door(path), Tally(), pathlib.Path(out)
    for old in out.iterdir():
        old.unlink()
    calendars(door, tally, out)
    graphs(door, tally)
    workbooks(door, tally)
    dictionaries(door, tally, out)
    tally.end()


if __name__ == "__main__":
    main()
