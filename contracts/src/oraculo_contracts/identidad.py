"""Deterministic, keyed ids: a repeat of the cause is a repeat of the id."""

import hashlib

from oraculo_contracts.errors import ClaveInvalidaError
from oraculo_contracts.eventos import MensajeEntrante
from oraculo_contracts.tipos import Conversacion

_LENGTH_BYTES = 8


def _hash(clave: bytes, *partes: str) -> str:
    if not 1 <= len(clave) <= hashlib.blake2b.MAX_KEY_SIZE:
        raise ClaveInvalidaError(
            f"The key has {len(clave)} bytes; it must have 1 to {hashlib.blake2b.MAX_KEY_SIZE}."
        )
    digest = hashlib.blake2b(key=clave, digest_size=16)
    for parte in partes:
        # The length goes first, so that no part can pass for two: whatever it contains.
        contenido = parte.encode("utf-8", "surrogatepass")
        digest.update(len(contenido).to_bytes(_LENGTH_BYTES, "big"))
        digest.update(contenido)
    return digest.hexdigest()


def message_id_of(clave: bytes, mensaje: MensajeEntrante) -> str:
    """Return the id of an incoming message: 32 hexadecimal digits, the same for every delivery.

    Args:
        clave: Secret key of the installation, 1 to 64 bytes, so that an id tells no number.
        mensaje: The message as its channel accepted it.

    Raises:
        ClaveInvalidaError: The key is empty or too long.
    """
    return _hash(
        clave,
        "MensajeEntrante",
        mensaje.canal,
        mensaje.user_id,
        mensaje.metadata.chat_id,
        mensaje.metadata.message_id,
    )


def derive_id(clave: bytes, *, causa: str, tipo: str, ordinal: int = 0) -> str:
    """Return the id of the event of type `tipo` that is the `ordinal`-th effect of `causa`.

    Raises:
        ClaveInvalidaError: The key is empty or too long.
    """
    return _hash(clave, tipo, causa, str(ordinal))


def group_of(clave: bytes, conversacion: Conversacion) -> str:
    """Return the ordering group of a conversation: 32 hexadecimal digits, no personal data.

    Raises:
        ClaveInvalidaError: The key is empty or too long.
    """
    return _hash(
        clave, "Conversacion", conversacion.canal, conversacion.user_id, conversacion.chat_id
    )
