"""Events to bytes and back. Bad input ends in `ContratoInvalidoError` and in nothing else."""

import functools
import re
from typing import TypeVar

import msgspec

from oraculo_contracts.errors import ContratoInvalidoError
from oraculo_contracts.event_types import find_event_type
from oraculo_contracts.eventos import Evento
from oraculo_contracts.limites import check_document

E = TypeVar("E", bound=msgspec.Struct)

_ENCODER = msgspec.json.Encoder()
_LOCATED = re.compile(r"(?P<motivo>.*) - at `\$\.?(?P<campo>[^`]*)`\Z", re.DOTALL)
_MISSING = re.compile(r"Object missing required field `(?P<nombre>[^`]*)`\Z")
_QUOTED_VALUE = re.compile(r"^(Invalid (?:enum )?value) .*", re.DOTALL)


@functools.cache
def _decoder_of(tipo: type[E]) -> msgspec.json.Decoder[E]:
    return msgspec.json.Decoder(tipo)


def encode(evento: Evento) -> bytes:
    """Return the event as JSON in UTF-8, fields at their default left out.

    What is written is read back first: a producer learns of a broken contract at its own door.
    JSON knows no NaN: inside an opaque map it becomes `null`, in any other field it is an error.

    Raises:
        ContratoInvalidoError: The event breaks its contract or cannot be written as JSON.
    """
    try:
        cuerpo = _ENCODER.encode(evento)
    except (TypeError, ValueError, RecursionError) as error:
        # The cause would quote the value, see `ContratoInvalidoError`.
        motivo = f"Cannot be written as JSON ({type(error).__name__})"
        raise ContratoInvalidoError("", motivo) from None
    decode(cuerpo, type(evento))
    return cuerpo


def decode(cuerpo: bytes, tipo: type[E]) -> E:
    """Return the event of type `tipo` that `cuerpo` holds. Unknown fields are ignored.

    Raises:
        ContratoInvalidoError: It holds no such event.
    """
    check_document(cuerpo)
    try:
        return _decoder_of(tipo).decode(cuerpo)
    except ValueError as error:
        raise _translate(str(error)) from None


def decode_as(cuerpo: bytes, *, nombre: str, version: int) -> Evento:
    """Return the event that `cuerpo` holds, its type named by the message's attributes.

    Raises:
        ContratoInvalidoError: The type is unknown or the body holds no such event.
    """
    return decode(cuerpo, find_event_type(nombre, version).struct)


def _translate(text: str) -> ContratoInvalidoError:
    """Return our error for the text of msgspec's, without the value that it quotes."""
    located = _LOCATED.match(text)
    motivo, campo = (located["motivo"], located["campo"]) if located else (text, "")
    missing = _MISSING.match(motivo)
    if missing:
        campo = f"{campo}.{missing['nombre']}".lstrip(".")
        motivo = "Missing"
    return ContratoInvalidoError(campo, _QUOTED_VALUE.sub(r"\1", motivo))
