# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Chat templates give the text that Python's Jinja2 gives, and are refused where it refuses them."""
import json
import os
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import Oracle
from Conversations import COMMON, MESSAGES, SETTINGS
from Snippets import REFUSED, SNIPPETS, VARIABLES
from Templates import TEMPLATES

ROOT = Path(__file__).resolve().parents[3]
TOOL = Path(os.environ.get("WEFT_BUILD", ROOT / "build")) / "bin" / "weft-template"
RAISED = 5  # WEFT_STATUS_MODEL_FAILURE


def ask(requests):
    """What weft-template answers to each request."""
    lines = "".join(json.dumps({**request, "now": Oracle.NOW}) + "\n" for request in requests)
    done = subprocess.run([TOOL], input=lines, capture_output=True, text=True, encoding="utf-8", timeout=300, check=True)
    answers = [json.loads(line) for line in done.stdout.split("\n") if line]
    assert len(answers) == len(requests), (len(answers), len(requests), done.stderr)
    return answers


class ChatTemplates(unittest.TestCase):
    def compare(self, cases):
        """`cases` are (name, template, variables)."""
        answers = ask([{"template": template, "variables": variables} for _, template, variables in cases])
        rendered = 0
        for (name, template, variables), answer in zip(cases, answers):
            expected = Oracle.render(template, variables)
            with self.subTest(name):
                if isinstance(expected, Oracle.Raised):
                    self.assertEqual(answer.get("status"), RAISED, answer)
                    self.assertIn("raised by the template: " + str(expected), answer["error"])
                elif isinstance(expected, Exception):
                    self.assertIn("error", answer, f"expected {expected!r}")
                    self.assertNotEqual(answer["status"], RAISED, answer)
                    self.assertRegex(answer["error"], r"^chat template: line \d+: ")
                else:
                    self.assertEqual(answer.get("text", answer), expected)
                    rendered += 1
        return rendered

    def test_published_logic(self):
        self.assertGreaterEqual(len(TEMPLATES), 50)
        for name, template in TEMPLATES.items():
            rendered = self.compare([
                (f"{name}, {talk}, {setting}", template, {**COMMON, **extra, "messages": messages})
                for talk, messages in MESSAGES.items()
                for setting, extra in SETTINGS.items()
            ])
            self.assertGreaterEqual(rendered, 20, name)

    def test_snippets(self):
        rendered = self.compare([(snippet, snippet, VARIABLES) for snippet in SNIPPETS])
        self.assertGreaterEqual(rendered, len(SNIPPETS) * 9 // 10)

    def test_refused(self):
        """What Jinja2 refuses too."""
        self.assertEqual(self.compare([(snippet, snippet, VARIABLES) for snippet in REFUSED]), 0)


if __name__ == "__main__":
    unittest.main()
