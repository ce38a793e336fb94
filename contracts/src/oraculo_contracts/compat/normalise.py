"""Every schema as the alternatives that it allows: references followed, unions flattened."""

import msgspec

from oraculo_contracts.compat.model import EsquemaNoAdmitidoError, Schema

ANYTHING = Schema()
"""The schema that allows every value."""

_LOCAL_REF = "#/$defs/"
_JSON_TYPES = {
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    type(None): "null",
    list: "array",
    dict: "object",
}


def strip_annotations(schema: Schema) -> Schema:
    """Return the schema without what does not decide about a value."""
    return msgspec.structs.replace(
        schema,
        dialect=None,
        id=None,
        defs={},
        title=None,
        description=None,
        examples=None,
        discriminator=None,
        default=msgspec.UNSET,
    )


def alternatives_of(
    schema: Schema | None, root: Schema, seen: frozenset[str] = frozenset()
) -> tuple[Schema, ...]:
    """Return the schemas of which a value must fit one.

    Args:
        schema: A part of `root`; an absent one allows everything.
        root: The document whose `$defs` its references name.
        seen: The references followed so far.

    Raises:
        EsquemaNoAdmitidoError: A reference leads nowhere or in a circle, or stands beside
            constraints of its own; or so does a union.
    """
    if schema is None:
        return (ANYTHING,)
    if schema.ref is not None:
        _check_alone(schema, Schema(ref=schema.ref))
        return alternatives_of(_follow(schema.ref, root, seen), root, seen | {schema.ref})
    if schema.any_of is not None:
        _check_alone(schema, Schema(any_of=schema.any_of))
        return tuple(a for part in schema.any_of for a in alternatives_of(part, root, seen))
    return (schema,)


def type_of(schema: Schema) -> str | None:
    """Return the JSON type that a schema allows, also if only its values tell; `None` if many."""
    if schema.type is not None or schema.enum is None:
        return schema.type
    types = {_JSON_TYPES[type(value)] for value in schema.enum}
    return types.pop() if len(types) == 1 else None


def canonical(value: object) -> bytes:
    """Return a JSON value in a form in which `1` is not `true`."""
    return msgspec.json.encode(value, order="deterministic")


def _follow(ref: str, root: Schema, seen: frozenset[str]) -> Schema:
    target = root.defs.get(ref.removeprefix(_LOCAL_REF)) if ref.startswith(_LOCAL_REF) else None
    if target is None or ref in seen:
        raise EsquemaNoAdmitidoError(f"La referencia «{ref}» no lleva a una definición")
    return target


def _check_alone(schema: Schema, bare: Schema) -> None:
    if strip_annotations(schema) != bare:
        raise EsquemaNoAdmitidoError(
            "Una referencia o una unión lleva al lado otras restricciones, y eso no se compara"
        )
