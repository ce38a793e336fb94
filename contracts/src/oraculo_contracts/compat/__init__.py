"""Compatibility of two versions of an event's schema, and who must be deployed first."""

from oraculo_contracts.compat.changes import Change, Effect, overall
from oraculo_contracts.compat.compare import compare
from oraculo_contracts.compat.model import (
    EsquemaNoAdmitidoError,
    Schema,
    decode_schema,
    load_schema,
)

__all__ = [
    "Change",
    "Effect",
    "EsquemaNoAdmitidoError",
    "Schema",
    "compare",
    "decode_schema",
    "load_schema",
    "overall",
]
