"""Do the JSON Schemas say of files what the loader says of them?

    schema_agrees.py PROGRAM SCHEMAS FOLDER...      all files of these content folders must fit their schemas
    schema_agrees.py PROGRAM SCHEMAS --examples     every example in a schema fits the place where it stands, and every
                                                    key is described
    schema_agrees.py PROGRAM SCHEMAS --bad FOLDER   the files of bad-content: a schema must refuse those whose fault
                                                    stands in one row of the tables, and no others

Prints a line for each disagreement; exit status 1 if there is one. Reads YAML as yaml-language-server does (YAML 1.2,
where "no" and 12:30 are texts), not as PyYAML does by itself.
"""
import fnmatch
import glob
import json
import os
import re
import subprocess
import sys

import jsonschema
import yaml

# What one row knows: shape, range, choice, missing and unknown keys, languages. Codes of problem_codes.def.
KNOWABLE = {"K040", "K041", "K042", "K043", "K044", "K045", "K046", "K047", "K048", "K049", "K050", "K051", "K052",
            "K057", "K060", "K061", "K062"}


class Core(yaml.SafeLoader):
    """Scalars of YAML 1.2's core schema only; true and false as they are written here."""


Core.yaml_implicit_resolvers = {}
Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(~|null|)$"), ["~", "n", ""])
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(true|false)$"), list("tf"))
Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?[0-9]+$"), list("-+0123456789"))
Core.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+\.[0-9]+$"), list("-+0123456789"))


def unique(pairs):
    keys = [key for key, _ in pairs]
    assert len(keys) == len(set(keys)), f"a key stands twice in a schema: {keys}"
    return dict(pairs)


def expand(pattern):
    """{a,b}/x -> a/x, b/x"""
    found = re.match(r"^\{(.*)\}(.*)$", pattern)
    return [part + found[2] for part in found[1].split(",")] if found else [pattern]


def kinds_of_files(program):
    """(pattern, name) of each kind; patterns without a star first."""
    lines = subprocess.run([program, "schema"], capture_output=True, text=True, check=True).stdout.splitlines()
    kinds = [(pattern, line.split()[0]) for line in lines for pattern in expand(line.split()[1])]
    return sorted(kinds, key=lambda kind: "*" in kind[0])


class Judge:
    def __init__(self, program, schemas):
        self.kinds = kinds_of_files(program)
        self.validators = {}
        for name in {name for _, name in self.kinds}:
            with open(os.path.join(schemas, name + ".json"), encoding="utf-8") as file:
                schema = json.load(file, object_pairs_hook=unique)
            jsonschema.Draft202012Validator.check_schema(schema)
            self.validators[name] = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())

    def complaint(self, folder, path):
        """What the schema says of a file, None if it fits; LookupError if it is of no kind, YAMLError if it is broken."""
        name = next((name for pattern, name in self.kinds if fnmatch.fnmatch(path, pattern)), None)
        if name is None:
            raise LookupError(path)
        with open(os.path.join(folder, path), encoding="utf-8") as file:
            data = yaml.load(file, Core)
        error = jsonschema.exceptions.best_match(self.validators[name].iter_errors(data))
        return None if error is None else f"{'/'.join(map(str, error.absolute_path))}: {error.message[:120]}"


def files_of(folder):
    found = glob.glob("**/*.yaml", root_dir=folder, recursive=True)
    return sorted(found)


def judge_good(judge, folder):
    complaints = []
    for path in files_of(folder):
        complaint = judge.complaint(folder, path)
        if complaint is not None:
            complaints.append(f"{folder}/{path} is fine, but its schema says {complaint}")
    return len(files_of(folder)), complaints


def paragraphs(folder):
    """(file, code) of each complaint that the loader must have of a folder of bad-content; errors only."""
    with open(os.path.join(folder, "expected"), encoding="utf-8") as file:
        for part in file.read().split("\n\n"):
            code = re.search(r"\bK[0-9]{3}\b", part)
            yield part.split("\n")[0].split(":")[0], code[0] if code else ""


def judge_bad(judge, root):
    judged, complaints = 0, []
    for case in sorted(os.listdir(root)):
        folder = os.path.join(root, case)
        if not os.path.isdir(folder):
            continue
        expected = list(paragraphs(folder))
        for path in files_of(folder):
            codes = {code for file, code in expected if file == path}
            try:
                said = judge.complaint(folder, path)
            except (LookupError, yaml.YAMLError, UnicodeDecodeError):
                continue  # of no kind, or no YAML: not for a schema to judge
            judged += 1
            if codes & KNOWABLE and said is None:
                complaints.append(f"{case}: the loader says {codes}, the schema of {path} nothing")
            read = not any(code < "K040" for code in codes)  # else the loader never came to the tables
            if said is not None and read and not codes & KNOWABLE:
                complaints.append(f"{case}: the loader says {codes or 'nothing'}, but the schema of {path} {said}")
    return judged, complaints


def parts(schema, path=""):
    """(path, schema) of every schema inside of a schema."""
    yield path, schema
    for key, value in schema.items():
        if isinstance(value, dict) and key in ("properties", "$defs"):
            for name, part in value.items():
                yield from parts(part, f"{path}/{name}")
        elif isinstance(value, dict):
            yield from parts(value, f"{path}/{key}")
        elif key in ("anyOf", "oneOf", "allOf"):
            for part in value:
                yield from parts(part, f"{path}/{key}")


def judge_examples(judge):
    judged, complaints = 0, []
    for name, validator in judge.validators.items():
        for path, part in parts(validator.schema):
            for example in part.get("examples", []):
                judged += 1
                fits = validator.evolve(schema={**part, "$defs": validator.schema["$defs"]}).is_valid(example)
                complaints += [] if fits else [f"{name}.json{path}: the example {example} does not fit its own schema"]
            complaints += [f"{name}.json{path}/{key}: says nothing of what it means"
                           for key, value in part.get("properties", {}).items() if "description" not in value]
    return judged, complaints


def main(program, schemas, *folders):
    judge = Judge(program, schemas)
    if folders[0] == "--examples":
        judged, complaints = judge_examples(judge)
    elif folders[0] == "--bad":
        judged, complaints = judge_bad(judge, folders[1])
    else:
        results = [judge_good(judge, folder) for folder in folders]
        judged, complaints = sum(result[0] for result in results), sum((result[1] for result in results), [])
    print("\n".join([*complaints, f"{judged} files were judged, {len(complaints)} of them differently"]))
    return 1 if complaints or judged < 10 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
