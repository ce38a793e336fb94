"""The JSON Schema vocabulary that the structs' schemas are written in, as typed values.

A keyword outside of it is refused: what the check does not understand it does not judge.
"""

from pathlib import Path
from typing import Any

import msgspec
from msgspec import UNSET

from oraculo_contracts.errors import ContractsError


class EsquemaNoAdmitidoError(ContractsError):
    """A schema cannot be read, or uses what the check does not understand."""


class Schema(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """A JSON Schema; `None` stands for an absent keyword, `UNSET` where `null` is a value."""

    dialect: str | None = msgspec.field(name="$schema", default=None)
    id: str | None = msgspec.field(name="$id", default=None)
    ref: str | None = msgspec.field(name="$ref", default=None)
    defs: dict[str, "Schema"] = msgspec.field(name="$defs", default_factory=dict[str, "Schema"])
    title: str | None = None
    description: str | None = None
    examples: list[Any] | None = None
    discriminator: dict[str, Any] | None = None
    default: Any = UNSET
    type: str | None = None
    any_of: "tuple[Schema, ...] | None" = None
    enum: tuple[Any, ...] | None = None
    properties: dict[str, "Schema"] = {}
    required: tuple[str, ...] = ()
    additional_properties: "Schema | None" = None
    property_names: "Schema | None" = None
    items: "Schema | None" = None
    pattern: str | None = None
    format: str | None = None
    multiple_of: int | float | None = None
    content_encoding: str | None = None
    minimum: int | float | None = None
    maximum: int | float | None = None
    exclusive_minimum: int | float | None = None
    exclusive_maximum: int | float | None = None
    min_length: int | None = None
    max_length: int | None = None
    min_items: int | None = None
    max_items: int | None = None
    min_properties: int | None = None
    max_properties: int | None = None


def decode_schema(content: bytes | str) -> Schema:
    """Return the schema that a file holds.

    Raises:
        EsquemaNoAdmitidoError: It is not JSON, or not in the vocabulary.
    """
    try:
        return msgspec.json.decode(content, type=Schema)
    except (ValueError, RecursionError) as error:
        raise EsquemaNoAdmitidoError(str(error)) from error


def load_schema(path: Path) -> Schema:
    """Return the schema of a file.

    Raises:
        EsquemaNoAdmitidoError: The file cannot be read, or see `decode_schema`.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise EsquemaNoAdmitidoError(str(error)) from error
    return decode_schema(content)
