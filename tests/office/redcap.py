#!/usr/bin/env python3
"""Data dictionaries, validated by linkml-redcap; faults put into one are found.

Usage: redcap.py out/
"""

import copy
import json
import pathlib
import sys

import linkml_redcap
from linkml.validator import Validator
from linkml.validator.plugins import JsonschemaValidationPlugin

SCHEMA = pathlib.Path(linkml_redcap.__file__).parent / "data_dictionary/schema/redcap_data_dictionary.yaml"


def main():
    validator = Validator(str(SCHEMA), validation_plugins=[JsonschemaValidationPlugin(closed=True)])

    def faults(document):
        return [result.message for result in validator.iter_results(document, "DataDictionary")]

    passed = failed = 0

    def check(what, holds, found):
        nonlocal passed, failed
        if holds:
            passed += 1
        else:
            failed += 1
            print(f"{what}: {found}")

    one = None
    for path in sorted(pathlib.Path(sys.argv[1]).glob("*.redcap.json")):
        one = json.loads(path.read_text())
        found = faults(one)
        check(path.name, not found, found)
        names = [field["variable_field_name"] for field in one["fields"]]
        check(f"{path.name}: names are unique", len(set(names)) == len(names), names)
        check(f"{path.name}: the record comes first", names[0] == "record_id", names[:1])
        for field in one["fields"]:
            choices = field.get("choices_calculations_slider_labels", "")
            if field["field_type"] in ("radio", "checkbox"):
                codes = [choice.split(",", 1)[0] for choice in choices.split(" | ")]
                good = len(set(codes)) == len(codes) and all(code.isdigit() for code in codes)
                check(f"{path.name}: codes of {field['variable_field_name']}", good, codes)
    for name, wrong in (("variable_field_name", "1a"), ("field_type", "radios"), ("form_name", "My form")):
        mutated = copy.deepcopy(one)
        mutated["fields"][1][name] = wrong
        check(f"{wrong} is found", bool(faults(mutated)), "nothing")
    print(f"{passed} passed, {failed} failed")
    sys.exit(0 if passed and not failed else 1)


if __name__ == "__main__":
    main()
