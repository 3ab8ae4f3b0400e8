# SPDX-License-Identifier: MIT
"""Validates documents against the JSON Schemas that `rollout schema` prints.

validate.py FILE...     each by the schema of its own "format"
validate.py --schemas   every schema itself, against the 2020-12 metaschema
"""
import json
import os
import subprocess
import sys

import jsonschema

ROLLOUT = os.environ["ROLLOUT"]
validators = {}


def no_duplicates(pairs):
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a member stands twice")
    return members


def load(text):
    return json.loads(text, object_pairs_hook=no_duplicates)


def schema(word):
    result = subprocess.run([ROLLOUT, "schema", word], capture_output=True, check=True)
    return load(result.stdout.decode("utf-8"))


def validator(word):
    if word not in validators:
        validators[word] = jsonschema.Draft202012Validator(
            schema(word), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
    return validators[word]


def check_document(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if not text.endswith("}\n"):
        return [f"{path}: no final newline"]
    document = load(text)
    first = list(document)[:4]
    if first != ["format", "version", "generated_on", "audience"]:
        return [f"{path}: begins with {first}"]
    return [f"{path}: /{'/'.join(map(str, error.absolute_path))}: {error.message[:300]}"
            for error in validator(document["format"]).iter_errors(document)]


def check_schemas():
    types = json.loads(subprocess.run([ROLLOUT, "types", "--json"], capture_output=True, check=True).stdout)
    words = [type_["plural"] for type_ in types["types"]]
    words += ["register", "roadmap", "programme", "findings", "list", "log", "status", "import", "removal", "verify", "types"]
    for word in words:
        jsonschema.Draft202012Validator.check_schema(schema(word))
    return []


def main():
    faults = []
    if sys.argv[1:] == ["--schemas"]:
        faults = check_schemas()
    for path in sys.argv[1:]:
        if path != "--schemas":
            faults += check_document(path)
    for fault in faults[:20]:
        print(fault)
    return 1 if faults else 0


sys.exit(main())
