"""What each kind of change means, on small schemas and on the committed ones."""

import json
from pathlib import Path
from typing import Any

import pytest
from oraculo_contracts.compat import (
    Change,
    Effect,
    EsquemaNoAdmitidoError,
    compare,
    decode_schema,
    overall,
)

SCHEMAS = sorted((Path(__file__).parents[1] / "schemas").glob("v*/*.json"))

Case = tuple[str, Any, Any, str]
"""What changed, the old schema, the new schema, the path of the change."""

TEXT = {"type": "string"}
NUMBER = {"type": "number"}
WHOLE = {"type": "integer"}
NULL = {"type": "null"}
LINE = {"type": "string", "minLength": 1, "maxLength": 8}
COLORS = {"enum": ["rojo", "verde"]}
OPEN_MAP = {"type": "object"}


def record(required: str = "", **properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": required.split()}


def map_of(value: Any, **more: Any) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": value, **more}


def list_of(item: Any, **more: Any) -> dict[str, Any]:
    return {"type": "array", "items": item, **more}


def union(*variants: Any) -> dict[str, Any]:
    return {"anyOf": list(variants)}


def block(tag: str, **properties: Any) -> dict[str, Any]:
    return record("tipo", tipo={"enum": [tag]}, **properties)


def changes(old: Any, new: Any) -> tuple[Change, ...]:
    return compare(decode_schema(json.dumps(old)), decode_schema(json.dumps(new)))


ANY_ORDER: list[Case] = [
    ("optional field added", record("a", a=TEXT), record("a", a=TEXT, b=TEXT), "b"),
    ("optional field removed", record("a", a=TEXT, b=TEXT), record("a", a=TEXT), "b"),
    ("text changed", LINE, {**LINE, "description": "Una línea."}, "$"),
    (
        "optional field of a nested record",
        record("a", a=record("b", b=TEXT)),
        record("a", a=record("b", b=TEXT, c=WHOLE)),
        "a.c",
    ),
    (
        "optional field of a variant",
        union(block("x", a=TEXT), block("y")),
        union(block("x", a=TEXT, b=TEXT), block("y")),
        "$<x>.b",
    ),
]
CONSUMERS_FIRST: list[Case] = [
    ("value added", COLORS, {"enum": ["azul", "rojo", "verde"]}, "$"),
    ("list of values dropped", COLORS, TEXT, "$"),
    ("longer text", LINE, {**LINE, "maxLength": 9}, "$"),
    ("shorter text", LINE, {**LINE, "minLength": 0}, "$"),
    ("limit dropped", LINE, TEXT, "$"),
    ("pattern dropped", {**TEXT, "pattern": "^a"}, TEXT, "$"),
    ("whole number to number", WHOLE, NUMBER, "$"),
    ("null allowed", TEXT, union(TEXT, NULL), "$<null>"),
    ("variant added", union(block("x"), block("y")), union(*map(block, "xyz")), "$<z>"),
    ("anything allowed", TEXT, {}, "$"),
    ("field made optional", record("a b", a=TEXT, b=TEXT), record("a", a=TEXT, b=TEXT), "b"),
    ("record made an open map", record("", a=TEXT), OPEN_MAP, "a"),
    ("longer list", list_of(TEXT, maxItems=1), list_of(TEXT, maxItems=2), "$"),
    ("looser item", list_of(LINE), list_of(TEXT), "$[*]"),
    ("looser map", map_of(LINE), map_of(TEXT), "$[...]"),
    ("looser names", map_of(TEXT, propertyNames=LINE), map_of(TEXT), "$<nombres>"),
]
BREAKING: list[Case] = [
    ("type changed", TEXT, WHOLE, "$"),
    ("number to whole number", NUMBER, WHOLE, "$"),
    ("anything to something", {}, TEXT, "$"),
    ("value removed", {"enum": ["azul", "rojo", "verde"]}, COLORS, "$"),
    ("value of another kind", {"enum": [1]}, {"enum": [True]}, "$"),
    ("text listed", TEXT, COLORS, "$"),
    ("shorter limit", LINE, {**LINE, "maxLength": 7}, "$"),
    ("higher limit", LINE, {**LINE, "minLength": 2}, "$"),
    ("limit added", TEXT, {**TEXT, "maxLength": 8}, "$"),
    ("pattern changed", {**TEXT, "pattern": "^a"}, {**TEXT, "pattern": "^b"}, "$"),
    ("null forbidden", union(TEXT, NULL), TEXT, "$<null>"),
    ("variant removed", union(*map(block, "xyz")), union(block("x"), block("y")), "$<z>"),
    ("tag renamed", union(block("x"), block("y")), union(block("x"), block("z")), "$<y>"),
    ("required field added", record("a", a=TEXT), record("a b", a=TEXT, b=TEXT), "b"),
    ("field made required", record("a", a=TEXT, b=TEXT), record("a b", a=TEXT, b=TEXT), "b"),
    ("required field removed", record("a b", a=TEXT, b=TEXT), record("a", a=TEXT), "b"),
    ("open map made a record", OPEN_MAP, record("", a=TEXT), "a"),
    ("field added beside a map", map_of(TEXT), map_of(TEXT, properties={"a": WHOLE}), "a"),
    ("record made a map", record("", a=TEXT), map_of(WHOLE), "a"),
    ("field added beside closed names", map_of({}), map_of({}, properties={"a": TEXT}), "a"),
    ("two variants of a kind", union(TEXT, LINE), union(LINE, TEXT), "$<string>"),
    ("stricter item", list_of(TEXT), list_of(LINE), "$[*]"),
    ("stricter map", OPEN_MAP, map_of(TEXT), "$[...]"),
    (
        "default changed",
        record("", a={**WHOLE, "default": 0}),
        record("", a={**WHOLE, "default": 1}),
        "a",
    ),
    (
        "default changed from 0 to false",
        record("", a={"default": 0}),
        record("", a={"default": False}),
        "a",
    ),
]
CASES = [
    pytest.param(effect, old, new, campo, id=name)
    for effect, cases in (
        (Effect.ANY_ORDER, ANY_ORDER),
        (Effect.CONSUMERS_FIRST, CONSUMERS_FIRST),
        (Effect.BREAKING, BREAKING),
    )
    for name, old, new, campo in cases
]


@pytest.mark.parametrize(("effect", "old", "new", "campo"), CASES)
def test_a_change_is_classed_and_located(effect: Effect, old: Any, new: Any, campo: str) -> None:
    found = changes(old, new)
    assert overall(found) is effect
    assert campo in {change.campo for change in found if change.effect is effect}


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.stem)
def test_a_committed_schema_equals_itself(path: Path) -> None:
    schema = json.loads(path.read_bytes())
    assert changes(schema, schema) == ()


def test_a_definition_may_be_renamed_or_written_in_place() -> None:
    old = record("a", a={"$ref": "#/$defs/Linea"}) | {"$defs": {"Linea": LINE}}
    renamed = record("a", a={"$ref": "#/$defs/Texto"}) | {"$defs": {"Texto": LINE}}
    assert changes(old, renamed) == ()
    assert changes(renamed, record("a", a=LINE)) == ()


def test_a_change_of_a_definition_shows_wherever_it_is_used() -> None:
    parts = record("a", a={"$ref": "#/$defs/L"}, b=list_of(union({"$ref": "#/$defs/L"}, NULL)))
    found = changes(parts | {"$defs": {"L": LINE}}, parts | {"$defs": {"L": TEXT}})
    assert {change.campo for change in found} == {"a", "b[*]<string>"}


def test_a_recursive_schema_is_compared_to_its_end() -> None:
    def tree(leaf: Any) -> Any:
        node = record("hoja", hoja=leaf, ramas=list_of(union({"$ref": "#/$defs/Nodo"}, NULL)))
        return {"$ref": "#/$defs/Nodo", "$defs": {"Nodo": node}}

    assert changes(tree(TEXT), tree(TEXT)) == ()
    assert overall(changes(tree(TEXT), tree(LINE))) is Effect.BREAKING


@pytest.mark.parametrize(
    "schema",
    [
        "no es JSON",
        "[]",
        '{"not": {"type": "string"}}',
        '{"type": "object", "additionalProperties": false}',
        '{"minLength": "tres"}',
        '{"$ref": "#/$defs/Nada"}',
        '{"$ref": "https://example.org/otro.json"}',
        '{"$ref": "#/$defs/A", "$defs": {"A": {"$ref": "#/$defs/A"}}}',
        '{"$ref": "#/$defs/A", "$defs": {"A": {"anyOf": [{"$ref": "#/$defs/A"}]}}}',
        '{"$ref": "#/$defs/A", "maxLength": 3, "$defs": {"A": {"type": "string"}}}',
        '{"anyOf": [{"type": "string"}], "maxLength": 3}',
        '{"items": ' * 2000 + "{}" + "}" * 2000,
    ],
)
def test_what_the_check_does_not_understand_it_refuses(schema: str) -> None:
    with pytest.raises(EsquemaNoAdmitidoError):
        compare(decode_schema(schema), decode_schema(schema))
