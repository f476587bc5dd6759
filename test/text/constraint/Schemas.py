# Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Schemas that constraints support, some as APIs send them and some at random, and others that they do not."""

PERSON = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Person",
    "type": "object",
    "properties": {
        "name": {"type": "string", "minLength": 1, "maxLength": 8, "description": "in full"},
        "age": {"type": "integer", "minimum": 0, "maximum": 130},
        "mail": {"anyOf": [{"type": "string", "format": "email"}, {"type": "null"}], "default": None},
        "tags": {"type": "array", "items": {"enum": ["red", "green"]}, "maxItems": 3},
    },
    "required": ["name", "age"],
    "additionalProperties": False,
}

SCHEMAS = [
    True,
    {},
    {"type": "object"},
    {"type": "array"},
    {"type": "string"},
    {"type": "number"},
    {"type": "integer"},
    {"type": "boolean"},
    {"type": "null"},
    {"type": ["string", "null"]},
    {"type": ["integer", "number", "boolean"]},
    PERSON,
    {"enum": ["red", "green", 1, 10, 100, -1, 0.5, None, True, "", "a\n\"\\", "é日"]},
    {"enum": ["a", "ab", "abc", 7, {"a": [1, "b"]}, [], {}, [[1]]], "type": ["string", "array", "object"]},
    {"const": "fixed"},
    {"const": {"kind": "a", "list": [1, {"b": None}]}},
    {"enum": [1, 5, 20, "x"], "minimum": 3},
    {"enum": ["a", "abc", "abcdef", 5], "maxLength": 3},
    {"type": "string", "minLength": 2, "maxLength": 3},
    {"type": "string", "maxLength": 0},
    {"type": "integer", "minimum": 5},
    {"type": "integer", "maximum": -5},
    {"type": "integer", "minimum": -12, "maximum": 105},
    {"type": "integer", "exclusiveMinimum": 0, "exclusiveMaximum": 3},
    {"type": "integer", "minimum": 0.5, "maximum": 2.5},
    {"type": "integer", "minimum": 0, "maximum": 0},
    {"type": "integer", "minimum": 1000, "maximum": 1001},
    {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3},
    {"type": "array", "prefixItems": [{"type": "string"}, {"type": "boolean"}], "items": False},
    {"type": "array", "prefixItems": [{"type": "string"}, {"type": "boolean"}], "items": {"type": "null"}, "minItems": 2},
    {"type": "array", "items": False},
    {"type": "array", "prefixItems": [{}, False]},
    {"items": {"type": "boolean"}},
    {"properties": {"a": {"type": "integer"}}},
    {"properties": {"a": {"type": "integer"}, "ab": {"type": "string"}, "abc": {"type": "null"}}, "additionalProperties": {"type": "boolean"}, "type": "object"},
    {"type": "object", "properties": {"a": {"type": "integer"}, "b": {"type": "integer"}, "c": {"type": "integer"}}, "required": ["a", "c"], "additionalProperties": False},
    {"type": "object", "properties": {"a\"\\\n\u0001é": {"type": "integer"}}, "additionalProperties": {"type": "string"}},
    {"type": "object", "additionalProperties": {"type": "integer"}},
    {"type": "object", "required": ["extra"]},
    {"type": "object", "required": ["extra"], "additionalProperties": {"type": "string"}},
    {"type": "object", "properties": {"a": False, "b": True}},
    {"type": "object", "properties": {"a": {"type": "object", "properties": {"b": {"type": "array", "items": {"type": "object", "required": ["c"], "properties": {"c": {"type": "string", "maxLength": 2}}, "additionalProperties": False}}},
                                            "required": ["b"]}}, "required": ["a"], "additionalProperties": False},
    {"$defs": {"node": {"type": "object", "properties": {"name": {"type": "string", "maxLength": 4}, "next": {"anyOf": [{"$ref": "#/$defs/node"}, {"type": "null"}]}}, "required": ["name", "next"], "additionalProperties": False}},
     "$ref": "#/$defs/node"},
    {"definitions": {"tree": {"type": "array", "items": {"$ref": "#/definitions/tree"}, "maxItems": 2}}, "$ref": "#/definitions/tree"},
    {"type": "object", "properties": {"children": {"type": "array", "items": {"$ref": "#"}}}, "additionalProperties": False},
    {"$defs": {"a/b~c": {"type": "integer"}}, "items": {"$ref": "#/$defs/a~1b~0c"}, "type": "array"},
    {"anyOf": [{"type": "integer"}, {"type": "string", "maxLength": 2}, {"type": "string", "minLength": 4}]},
    {"anyOf": [{"type": "array", "items": {"type": "integer"}}, {"type": "array", "items": {"type": "string"}}]},
    {"anyOf": [{"type": "object", "properties": {"kind": {"const": "a"}, "x": {"type": "integer"}}, "required": ["kind"]}, {"type": "object", "properties": {"kind": {"const": "b"}, "x": {"type": "string"}}, "required": ["kind"]}]},
    {"oneOf": [{"type": "integer"}, {"type": "string"}]},
    {"oneOf": [{"enum": [1, 2]}, {"const": 3}, {"type": "null"}]},
    {"oneOf": [{"type": "object", "properties": {"kind": {"const": "circle"}, "r": {"type": "number"}}, "required": ["kind", "r"], "additionalProperties": False},
               {"type": "object", "properties": {"kind": {"enum": ["square", "box"]}, "side": {"type": "number"}}, "required": ["kind", "side"], "additionalProperties": False}],
     "discriminator": {"propertyName": "kind"}},
    {"allOf": [{"type": "object", "properties": {"a": {"type": "integer"}}, "required": ["a"]}, {"properties": {"b": {"type": "string"}, "a": {"maximum": 5}}}]},
    {"allOf": [{"type": "object", "properties": {"a": {"type": "integer"}}, "additionalProperties": False}, {"properties": {"b": {"type": "string"}}, "additionalProperties": {"type": "integer"}}]},
    {"allOf": [{"type": ["integer", "string"]}, {"type": ["number", "null"]}]},
    {"allOf": [{"type": "array", "prefixItems": [{"type": "integer"}]}, {"items": {"minimum": 3, "type": "integer"}}], "minItems": 1},
    {"allOf": [{"enum": [1, 2, 3]}, {"enum": [2, 3, 4]}]},
    {"$defs": {"id": {"type": "integer", "minimum": 1}}, "type": "object", "properties": {"id": {"$ref": "#/$defs/id", "maximum": 20, "description": "an id"}}, "required": ["id"], "additionalProperties": False},
    {"type": "object", "anyOf": [{"required": ["a"]}, {"required": ["b"]}], "properties": {"a": {"type": "integer"}, "b": {"type": "string"}}},
    {"anyOf": [{"minLength": 3}, {"type": "integer"}]},
    {"type": "object", "properties": {"call": {"type": "object", "properties": {"name": {"const": "get_weather"}, "arguments": {"type": "object", "properties": {"place": {"type": "string"}, "days": {"type": "integer"}}, "required": ["place"]}},
                                               "required": ["name", "arguments"], "additionalProperties": False}}, "required": ["call"], "additionalProperties": False},
]

UNSUPPORTED = [
    ({"type": "string", "pattern": "a+", "properties": {"x": {"not": {}, "multipleOf": 2}}},
     "#/pattern: expected no such keyword, it is not supported; #/properties/x/not: expected no such keyword, it is not supported; "
     "#/properties/x/multipleOf: expected no such keyword, it is not supported"),
    ({"type": "strings"}, "#/type: expected the name of a type or a list of them"),
    ({"minLength": -1, "items": [{}]}, "#/minLength: expected an integer of at least 0; #/items: expected a schema: an object, true or false"),
    (5, "#: expected a schema: an object, true or false"),
    (False, "expected a schema that some value satisfies, found one that none does"),
    ({"type": "integer", "minimum": 3, "maximum": 2}, "expected a schema that some value satisfies, found one that none does"),
    ({"type": "object", "required": ["a"], "additionalProperties": False}, "expected a schema that some value satisfies, found one that none does"),
    ({"type": "object", "required": ["a"], "properties": {"a": {"$ref": "#"}}}, "expected a schema that some value satisfies, found one that none does"),
    ({"$ref": "#/$defs/missing"}, "$ref: expected the path of a schema, found '#/$defs/missing'"),
    ({"$ref": "other.json"}, "$ref: expected '#' or a path from '#/' on in the same schema, found 'other.json'"),
    ({"$ref": "#"}, "$ref: expected at most 64 references in a row, found more (a schema that only refers to itself?)"),
    ({"type": "number", "minimum": 3}, "minimum: expected it beside 'integer' alone, found it where other numbers are allowed, which is not supported"),
    ({"oneOf": [{"type": "string"}, {"maxLength": 3, "type": "string"}]},
     "oneOf: expected alternatives that visibly exclude each other (by their types, constants, or constants of a required property), "
     "found {\"type\":[\"string\"]} and {\"type\":[\"string\"],\"maxLength\":3}"),
    ({"properties": {f"p{index}": {} for index in range(65)}}, "properties: expected at most 64, found 65"),
]


def random_schema(chance, depth):
    """A schema of what is supported, at random."""
    kind = chance.randrange(12 if depth > 0 else 6)
    if kind == 0:
        return {"enum": chance.sample([1, 2, "a", "b", "abc", None, True, -1.5, 10, [1], {"a": 1}], chance.randint(1, 5))}
    if kind == 1:
        return {"type": "string", **({"minLength": chance.randint(0, 2)} if chance.random() < 0.5 else {}), **({"maxLength": chance.randint(1, 4)} if chance.random() < 0.5 else {})}
    if kind == 2:
        return {"type": "integer", **({"minimum": chance.randint(-20, 5)} if chance.random() < 0.5 else {}), **({"maximum": chance.randint(0, 200)} if chance.random() < 0.5 else {})}
    if kind == 3:
        return {"type": chance.choice(["number", "boolean", "null", ["string", "null"], ["integer", "boolean"]])}
    if kind == 4:
        return {"const": chance.choice([1, "a", None, False, {"a": "b"}, [1, 2]])}
    if kind == 5:
        return chance.choice([True, {}, {"type": "object"}, {"type": "array"}])
    if kind in (6, 7):
        names = chance.sample(["a", "b", "c", "name", "kind", "extra"], chance.randint(0, 4))
        schema = {"properties": {name: random_schema(chance, depth - 1) for name in names}}
        if chance.random() < 0.9:
            schema["type"] = "object"
        if chance.random() < 0.6:
            schema["required"] = chance.sample(names, chance.randint(0, len(names)))
        if chance.random() < 0.6:
            schema["additionalProperties"] = chance.choice([False, True, {"type": "integer", "minimum": 0}, {"type": "string"}])
        return schema
    if kind in (8, 9):
        schema = {"type": "array"}
        if chance.random() < 0.7:
            schema["items"] = random_schema(chance, depth - 1)
        if chance.random() < 0.4:
            schema["prefixItems"] = [random_schema(chance, depth - 1) for _ in range(chance.randint(1, 2))]
        if chance.random() < 0.4:
            schema["minItems"] = chance.randint(0, 2)
        if chance.random() < 0.4:
            schema["maxItems"] = chance.randint(1, 4)
        return schema
    if kind == 10:
        return {"anyOf": [random_schema(chance, depth - 1) for _ in range(chance.randint(1, 3))]}
    return {"allOf": [random_schema(chance, depth - 1), random_schema(chance, depth - 1)]}
