"""Data dictionaries as documents, and calculated fields as REDCap works them out."""

import csv
import io
import re

FIELDS = (
    "variable_field_name form_name section_header field_type field_label "
    "choices_calculations_slider_labels field_note text_validation_type_or_show_slider_number "
    "text_validation_min text_validation_max identifier branching_logic required_field "
    "custom_alignment question_number matrix_group_name matrix_ranking field_annotation").split()


def rows(text):
    """The rows of a dictionary, empty cells left out."""
    header, *lines = csv.reader(io.StringIO(text))
    assert len(header) == 18, header
    return [{field: cell for field, cell in zip(FIELDS, line) if cell} for line in lines]


def document(lines):
    return {"fields": lines}


TOKEN = re.compile(r"\s*(\[\w+(?:\(\w+\))?\]|'[^']*'|<>|>=|<=|[-+*/(),=<>]|\d+(?:\.\d+)?(?:e-?\d+)?|\w+)")


def value(expression, record):
    """The value of an expression; an empty text where it has none."""
    tokens = TOKEN.findall(expression)
    result, rest = either(tokens, record, True)
    assert not rest, rest
    return result


def either(tokens, record, live):
    """Comparisons joined by and."""
    result, tokens = compared(tokens, record, live)
    while tokens and tokens[0] == "and":
        other, tokens = compared(tokens[1:], record, live)
        result = result and other
    return result, tokens


def compared(tokens, record, live):
    left, tokens = added(tokens, record, live)
    if tokens and tokens[0] in ("=", "<>", ">", ">="):
        sign = tokens[0]
        right, tokens = added(tokens[1:], record, live)
        if not live:
            return False, tokens
        if isinstance(left, str) or isinstance(right, str):
            left, right = text(left), text(right)
        left = {"=": left == right, "<>": left != right, ">": left > right, ">=": left >= right}[sign]
    return left, tokens


def text(one):
    return one if isinstance(one, str) else f"{one:g}"


def added(tokens, record, live):
    left, tokens = times(tokens, record, live)
    while tokens and tokens[0] in "+-":
        sign = tokens[0]
        right, tokens = times(tokens[1:], record, live)
        if live:
            left = left + right if sign == "+" else left - right
    return left, tokens


def times(tokens, record, live):
    left, tokens = single(tokens, record, live)
    while tokens and tokens[0] in "*/":
        sign = tokens[0]
        right, tokens = single(tokens[1:], record, live)
        if live:
            left = left * right if sign == "*" else left / right
    return left, tokens


def single(tokens, record, live):
    token, *tokens = tokens
    if token == "(":
        inside, tokens = either(tokens, record, live)
        assert tokens[0] == ")"
        return inside, tokens[1:]
    if token == "-":
        one, tokens = single(tokens, record, live)
        return (-one if live else 0), tokens
    if token.startswith("["):
        name = re.sub(r"\((\w+)\)", r"___\1", token[1:-1])
        cell = record.get(name, "")
        return (float(cell) if re.fullmatch(r"-?[\d.]+", cell) else cell), tokens
    if token.startswith("'"):
        return token[1:-1], tokens
    if token == "if":
        condition, tokens = either(tokens[1:], record, live)
        then, tokens = either(tokens[1:], record, live and bool(condition))
        other, tokens = either(tokens[1:], record, live and not condition)
        return (then if condition else other), tokens[1:]
    if token == "sum":
        total, tokens = 0, tokens[1:]
        while True:
            one, tokens = either(tokens, record, live)
            total += one if live and one != "" else 0
            end, *tokens = tokens
            if end == ")":
                return total, tokens
    return float(token), tokens
