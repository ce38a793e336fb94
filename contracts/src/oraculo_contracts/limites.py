"""What holds for every document, whatever its event: size, UTF-8, nesting, no null character.

The parser alone would skip over bad bytes in fields that it does not know, and its depth limit
depends on how deep the caller's stack already is.
"""

from itertools import accumulate

from oraculo_contracts.errors import ContratoInvalidoError

MAX_BYTES = 1_048_576
"""What SQS carries in one message."""

MAX_PROFUNDIDAD = 64
"""Levels of objects and arrays; the events themselves use fewer than ten."""

_OPENING = b"[{"
_NOT_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))


def check_document(cuerpo: bytes) -> None:
    """Check the limits that hold for every document.

    Raises:
        ContratoInvalidoError: A limit is broken; `campo` is empty.
    """
    motivo = _find_fault(cuerpo)
    if motivo:
        raise ContratoInvalidoError("", motivo)


def _find_fault(cuerpo: bytes) -> str | None:
    if len(cuerpo) > MAX_BYTES:
        return f"Larger than {MAX_BYTES} bytes"
    try:
        cuerpo.decode("utf-8")
    except UnicodeDecodeError as error:
        return f"Not UTF-8 at byte {error.start}"
    if rb"\u0000" in cuerpo and rb"\u0000" in _without_escaped_backslashes(cuerpo):
        return "Contains a null character"
    if _is_too_deep(cuerpo):
        return f"Nested deeper than {MAX_PROFUNDIDAD} levels"
    return None


def _is_too_deep(cuerpo: bytes) -> bool:
    if cuerpo.count(b"[") + cuerpo.count(b"{") <= MAX_PROFUNDIDAD:
        return False
    brackets = _without_strings(cuerpo).translate(None, delete=_NOT_BRACKETS)
    depths = accumulate(1 if bracket in _OPENING else -1 for bracket in brackets)
    return any(depth > MAX_PROFUNDIDAD for depth in depths)


def _without_strings(cuerpo: bytes) -> bytes:
    # JSON has backslashes in strings only: up to its first mistake this reads as the parser does.
    unescaped = _without_escaped_backslashes(cuerpo).replace(rb"\"", b"")
    return b"".join(unescaped.split(b'"')[::2])


def _without_escaped_backslashes(cuerpo: bytes) -> bytes:
    return cuerpo.replace(rb"\\", b"")
