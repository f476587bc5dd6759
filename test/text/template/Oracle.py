# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Python's Jinja2, set up as transformers does for chat templates."""
import datetime
import functools
import json
import warnings

import jinja2
import jinja2.ext
import jinja2.sandbox

NOW = 1735776123  # 2 January 2025, in most places


class Raised(Exception):
    """The template called raise_exception."""


class Generation(jinja2.ext.Extension):
    """{% generation %}, which for rendering is a scope of its own."""

    tags = {"generation"}

    def parse(self, parser):
        line = next(parser.stream).lineno
        body = parser.parse_statements(["name:endgeneration"], drop_needle=True)
        return jinja2.nodes.CallBlock(self.call_method("_keep"), [], [], body).set_lineno(line)

    def _keep(self, caller):
        return caller()


def raise_exception(message):
    raise Raised(message)


def tojson(value, ensure_ascii=False, indent=None, separators=None, sort_keys=False):
    return json.dumps(value, ensure_ascii=ensure_ascii, indent=indent, separators=separators, sort_keys=sort_keys)


def environment():
    made = jinja2.sandbox.ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True, extensions=[Generation, jinja2.ext.loopcontrols])
    made.filters["tojson"] = tojson
    made.globals["raise_exception"] = raise_exception
    made.globals["strftime_now"] = lambda form: datetime.datetime.fromtimestamp(NOW).strftime(form)
    return made


ENVIRONMENT = environment()


@functools.lru_cache(maxsize=16)
def compiled(template):
    return ENVIRONMENT.from_string(template)


def render(template, variables):
    """The text, or the exception that rendering ended with."""
    try:
        # Templates with escapes that Python does not know.
        warnings.simplefilter("ignore", DeprecationWarning)
        return compiled(template).render(**variables)
    except Exception as error:  # whatever Python code inside a template may raise
        return error
