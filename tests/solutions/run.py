"""Runs the check of each coding question on its reference solution and on the code of its strong sample.

Standard input: a JSON list of {"id", "file", "code"}. Standard output: a JSON list of {"id", "what", "error"}, error null when all is well.
"""

import importlib.util
import json
import sys
import traceback
import types


def load(path):
    spec = importlib.util.spec_from_file_location("solution", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def sample(code, name):
    module = types.ModuleType("sample")
    exec(compile(code, name, "exec"), module.__dict__)
    return module


def attempt(action):
    try:
        action()
        return None
    except BaseException:
        return traceback.format_exc(limit=-2)


def main():
    sys.dont_write_bytecode = True
    results = []
    for case in json.load(sys.stdin):
        results.append({"id": case["id"], "what": "reference", "error": attempt(lambda: (lambda m: m.check(m))(load(case["file"])))})
        results.append({
            "id": case["id"],
            "what": "strong sample",
            "error": attempt(lambda: load(case["file"]).check(sample(case["code"], case["id"] + " (strong sample)"))),
        })
    json.dump(results, sys.stdout)


main()
