# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""JSON constraints allow what the jsonschema package finds valid, and nothing else."""
import copy
import json
import math
import os
import random
import subprocess
import sys
import unittest
from pathlib import Path

import jsonschema

sys.path.insert(0, str(Path(__file__).resolve().parent))
from Schemas import SCHEMAS, UNSUPPORTED, random_schema

ROOT = Path(__file__).resolve().parents[3]
TOOL = Path(os.environ.get("WEFT_BUILD", ROOT / "build")) / "bin" / "weft-constraint"

# Single characters, and tokens that end one thing and begin the next.
VOCABULARY = [chr(code) for code in range(0x20, 0x7f)] + ["é", "日", "🎉", "\n", "\t", "\\n", "\\u00e9", "\\ud83d\\ude00", "\\\"", "\", \"", "\":", "\": ", "{\"",
                                                          "\"}", "},", "]}", "[[", "[]", "{}", "true", "null", "false", "name", "kind", "10", "-1", "0.5", "1e5", "abc", "ab", "\"a\"", "  ", ""]


def ask(requests):
    lines = "".join(json.dumps(request) + "\n" for request in requests)
    done = subprocess.run([TOOL], input=lines, capture_output=True, text=True, encoding="utf-8", timeout=600, check=True)
    answers = [json.loads(line) for line in done.stdout.split("\n") if line]
    assert len(answers) == len(requests), done.stderr
    return answers


def is_valid(schema, value):
    return jsonschema.Draft202012Validator(schema).is_valid(value)


def scalar(chance):
    return chance.choice([None, True, False, 0, 1, -1, 2, 5, 10, 11, 99, -7, 1000, 0.5, -2.25, "", "a", "b", "abc", "é日", "red", "circle", "a\n\"\\", "x" * 12])


def mutated(value, chance):
    """`value` with a change somewhere, which may or may not matter."""
    value = copy.deepcopy(value)
    places = [(None, None)]

    def walk(node):
        for key in list(node) if isinstance(node, dict) else range(len(node)):
            places.append((node, key))
            if isinstance(node[key], (dict, list)):
                walk(node[key])

    if isinstance(value, (dict, list)):
        walk(value)
    parent, key = chance.choice(places)
    target = value if parent is None else parent[key]
    change = chance.randrange(5)
    if change == 0 and parent is not None:
        del parent[key]
        return value
    if change == 1 and isinstance(target, dict):
        target[chance.choice(["extra", "name", "kind", "a", "b", "c", "next"])] = scalar(chance)
        return value
    if change == 2 and isinstance(target, list):
        target.insert(chance.randrange(len(target) + 1), copy.deepcopy(chance.choice(target)) if target and chance.random() < 0.5 else scalar(chance))
        return value
    if change == 3 and isinstance(target, int) and not isinstance(target, bool):
        new = target + chance.choice([-1, 1, 10, -10])
    elif change == 3 and isinstance(target, str):
        new = chance.choice([target + "a", target[:-1], target + "日" * 3])
    else:
        new = chance.choice([scalar(chance), [], {}, [scalar(chance)], {"a": scalar(chance)}])
    if parent is None:
        return new
    parent[key] = new
    return value


def spelled(value, chance):
    """One of the spellings that the constraint takes."""
    if isinstance(value, dict) and chance.random() < 0.5:
        value = dict(chance.sample(list(value.items()), len(value)))
    indent = chance.choice([None, None, 0, 2])
    return json.dumps(value, ensure_ascii=False, indent=indent, separators=chance.choice([None, (",", ":"), (" , ", " :\t")]) if indent is None else None)


def has_odd_float(value):
    """Numbers like 1e2, which validators take for integers and the constraint does not; and 1e999, which Python spells Infinity."""
    if isinstance(value, float):
        return value.is_integer() or not math.isfinite(value)
    return any(map(has_odd_float, value.values() if isinstance(value, dict) else value)) if isinstance(value, (dict, list)) else False


class JsonConstraints(unittest.TestCase):
    def check(self, schemas, samples, mutations):
        chance = random.Random(4)
        sampled = ask([{"schema": schema, "samples": samples, "seed": index, "vocabulary": VOCABULARY} for index, schema in enumerate(schemas)])
        requests, expectations, finished = [], [], 0
        for schema, answer in zip(schemas, sampled):
            with self.subTest(json.dumps(schema)):
                self.assertIn("texts", answer)
            values = []
            for text in answer.get("texts", []):
                with self.subTest(json.dumps(schema) + " writes " + text):
                    value = json.loads(text)
                    self.assertTrue(is_valid(schema, value))
                    values.append(value)
            finished += len(values)
            values += [scalar(chance) for _ in range(5)] + [[], {}, {"a": 1}]
            candidates = [mutated(chance.choice(values), chance) for _ in range(mutations)]
            candidates = [value for value in candidates if not has_odd_float(value)]
            requests.append({"schema": schema, "texts": [spelled(value, chance) for value in candidates]})
            expectations.append([is_valid(schema, value) for value in candidates])
        both = [0, 0]
        for request, expected, answer in zip(requests, expectations, ask(requests)):
            for text, valid, accepted in zip(request["texts"], expected, answer.get("accepted", [])):
                both[valid] += 1
                if valid != accepted:
                    with self.subTest(json.dumps(request["schema"])):
                        self.fail(f"{text}: valid {valid}, accepted {accepted}")
        return finished, both

    def test_schemas(self):
        finished, (invalid, valid) = self.check(SCHEMAS, 60, 150)
        self.assertGreater(finished, 40 * len(SCHEMAS))
        self.assertGreater(min(invalid, valid), 20 * len(SCHEMAS))

    def test_random_schemas(self):
        chance = random.Random(11)
        schemas = [random_schema(chance, 3) for _ in range(400)]
        # Some of them nothing satisfies; those that do not support what they ask for are left out.
        usable = [schema for schema, answer in zip(schemas, ask([{"schema": schema, "texts": []} for schema in schemas])) if "error" not in answer]
        self.assertGreater(len(usable), 200)
        finished, (invalid, valid) = self.check(usable, 12, 40)
        self.assertGreater(finished, 5 * len(usable))
        self.assertGreater(min(invalid, valid), 3 * len(usable))

    def test_unsupported(self):
        for (schema, message), answer in zip(UNSUPPORTED, ask([{"schema": schema, "texts": []} for schema, _ in UNSUPPORTED])):
            with self.subTest(json.dumps(schema)):
                self.assertEqual(answer.get("error"), "JSON schema: " + message)


if __name__ == "__main__":
    unittest.main()
