"""The verdict never promises too much: held against jsonschema on generated schemas.

Documents are generated from a schema's own fields only, as producers write them; what a schema
says of unknown fields is that they are ignored.
"""

import copy
import json
from typing import Any

from hypothesis import given, note, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from oraculo_contracts.compat import Effect, compare, decode_schema, overall

Json = dict[str, Any]
Schemas = st.SearchStrategy[Json]
FIELDS = ("a", "b", "c")
SMALL = st.integers(0, 3)
VALUES = st.lists(st.sampled_from(["x", "y", "xy", 1, None]), min_size=1, max_size=3, unique=True)
SCALARS: dict[str, st.SearchStrategy[Any]] = {
    "string": st.text("xy", max_size=3),
    "integer": st.integers(-1, 4),
    "number": st.sampled_from([-0.5, 0, 0.5, 1, 1.5, 2, 3, 3.5]),
    "boolean": st.booleans(),
    "null": st.none(),
}
ANYTHING = st.sampled_from([None, True, 0, 1.5, "x", ["x"], {}, {"a": 1}, {"c": "x"}])


def limited(kind: str, *keywords: str) -> Schemas:
    return st.fixed_dictionaries({"type": st.just(kind)}, optional=dict.fromkeys(keywords, SMALL))


def keyword(name: str, value: st.SearchStrategy[Any], **more: Any) -> Schemas:
    return st.fixed_dictionaries({name: value, **{k: st.just(v) for k, v in more.items()}})


LEAVES = st.one_of(
    st.just(Json()),
    st.sampled_from([{"type": kind} for kind in ("boolean", "null", "object")]),
    limited("string", "minLength", "maxLength"),
    limited("integer", "minimum", "maximum", "exclusiveMaximum"),
    limited("number", "minimum", "exclusiveMinimum"),
    keyword("enum", VALUES),
    keyword("pattern", st.sampled_from(["^x", "y$"]), type="string"),
)


def record(properties: Json, required: set[str]) -> Json:
    names = sorted(required & {*properties})
    return {"type": "object", "properties": properties, "required": names}


def tagged(properties: Json, tag: str) -> Json:
    return record({**properties, "tipo": {"enum": [tag]}}, {"tipo"})


def array(items: Json, limits: Json) -> Json:
    return {"type": "array", "items": items, **limits}


def composed(children: Schemas) -> Schemas:
    properties = st.dictionaries(st.sampled_from(FIELDS), children, max_size=3)
    lengths = st.dictionaries(st.sampled_from(["minItems", "maxItems"]), SMALL)
    return st.one_of(
        st.builds(record, properties, st.sets(st.sampled_from(FIELDS))),
        st.builds(tagged, properties, st.sampled_from("xy")),
        st.builds(array, children, lengths),
        keyword("additionalProperties", children, type="object"),
        keyword("anyOf", st.lists(children, min_size=1, max_size=3)),
    )


PARTS_WITHOUT_REFERENCE = st.recursive(LEAVES, composed, max_leaves=3)
PARTS = st.recursive(LEAVES | st.just({"$ref": "#/$defs/Hoja"}), composed, max_leaves=5)


@st.composite
def schemas(draw: st.DrawFn) -> Json:
    return {"$ref": "#/$defs/Raiz", "$defs": {"Raiz": draw(PARTS), "Hoja": draw(LEAVES)}}


def nodes_of(schema: Json) -> list[Json]:
    """Return the schema and every schema inside it, to be changed in place."""
    inside = [*schema.get("anyOf", []), *schema.get("properties", {}).values()]
    inside += [schema[key] for key in ("items", "additionalProperties") if key in schema]
    return [schema, *(node for part in inside for node in nodes_of(part))]


@st.composite
def edited(draw: st.DrawFn, schema: Json) -> Json:
    """Return the schema with one part changed in one keyword, or replaced."""
    changed = copy.deepcopy(schema)
    defs = changed["$defs"].values()
    node = draw(st.sampled_from([node for part in defs for node in nodes_of(part)]))
    name = draw(st.sampled_from(["", *node]))
    if name == "properties":
        added: Json = {**node[name], "c": {}}
        removed: Json = dict(list(node[name].items())[1:])
        node.update(record(draw(st.sampled_from([added, removed])), {*node["required"]}))
    elif isinstance(node.get(name), int):
        node[name] = draw(SMALL)
    elif node.get(name) and isinstance(node[name], list):
        node[name] = draw(st.permutations(node[name]))[: draw(st.integers(1, 3))]
    else:
        replacement = draw(PARTS_WITHOUT_REFERENCE)
        node.clear()
        node.update(replacement)
    return changed


def documents_of(schema: Json, defs: Json) -> st.SearchStrategy[Any]:
    """Return documents that a producer of this schema may write, and some that it may not."""
    if "$ref" in schema:
        return documents_of(defs[schema["$ref"].rpartition("/")[2]], defs)
    if "anyOf" in schema:
        return st.one_of(*[documents_of(part, defs) for part in schema["anyOf"]])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if schema.get("type") == "array":
        return st.lists(documents_of(schema["items"], defs), max_size=4)
    if schema.get("type") == "object":
        return objects_of(schema, defs)
    return SCALARS.get(schema.get("type", ""), ANYTHING)


def objects_of(schema: Json, defs: Json) -> st.SearchStrategy[Any]:
    if not schema.get("properties"):
        values = documents_of(schema.get("additionalProperties", {}), defs)
        return st.dictionaries(st.sampled_from(FIELDS), values, max_size=3)
    optional = {name: documents_of(part, defs) for name, part in schema["properties"].items()}
    required = {name: optional.pop(name) for name in schema["required"]}
    return st.fixed_dictionaries(required, optional=optional)


def assert_understood(producer: Json, consumer: Json, data: st.DataObject) -> None:
    sender: Any = Draft202012Validator(producer)
    receiver: Any = Draft202012Validator(consumer)
    for document in data.draw(st.lists(documents_of(producer, producer["$defs"]), max_size=8)):
        if sender.is_valid(document):
            assert receiver.is_valid(document), document


def judge(old: Json, new: Json, data: st.DataObject) -> Effect:
    """Return the verdict, once documents of either schema have borne it out."""
    changes = compare(decode_schema(json.dumps(old)), decode_schema(json.dumps(new)))
    note(f"{old}\n{new}\n{changes}")
    effect = overall(changes)
    if effect is not Effect.BREAKING:
        assert_understood(old, new, data)
    if effect is Effect.ANY_ORDER:
        assert_understood(new, old, data)
    return effect


@settings(max_examples=300)
@given(data=st.data(), old=schemas())
def test_an_edited_schema_is_never_judged_too_kindly(data: st.DataObject, old: Json) -> None:
    new = data.draw(edited(old))
    judge(old, new, data)
    judge(new, old, data)


@given(data=st.data(), old=schemas(), new=schemas())
def test_an_unrelated_schema_is_never_judged_too_kindly(
    data: st.DataObject, old: Json, new: Json
) -> None:
    judge(old, new, data)


@given(data=st.data(), schema=schemas())
def test_a_schema_beside_itself_is_deployed_in_any_order(data: st.DataObject, schema: Json) -> None:
    assert judge(schema, copy.deepcopy(schema), data) is Effect.ANY_ORDER
