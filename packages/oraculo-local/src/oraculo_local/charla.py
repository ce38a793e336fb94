"""One conversation of this machine's terminal: messages in, finished turns out."""

import unicodedata
import uuid
from datetime import UTC, datetime

from oraculo_contracts.eventos import (
    MensajeEntrante,
    MensajeSaliente,
    Metadata,
    TipoContenido,
    TurnoRegistrado,
)
from oraculo_contracts.tipos import Canal, Conversacion

from oraculo_local.errores import EntradaInvalidaError, SinRespuestaError
from oraculo_local.maquina import Maquina, Progreso

MAX_MENSAJE = 4096
_USUARIO = "local"


def _ignore(_mensaje: MensajeSaliente) -> None:
    """Nobody watches the progress."""


class Charla:
    """Talks to Oráculo as one person. `sesion` names the conversation; the same name goes on."""

    def __init__(self, maquina: Maquina, sesion: str | None = None) -> None:
        self._maquina = maquina
        self._conversacion = Conversacion(
            canal=Canal.TERMINAL, user_id=_USUARIO, chat_id=sesion or uuid.uuid4().hex
        )

    def say(
        self, texto: str, *, opcion: str | None = None, show: Progreso = _ignore
    ) -> tuple[TurnoRegistrado, dict[str, float]]:
        """Send a message and return its finished turn, with the times of its parts in ms.

        Args:
            texto: What the person wrote.
            opcion: The id of an option that the person pressed instead.
            show: Receives every outgoing message, the final answer last.

        Raises:
            EntradaInvalidaError: The text is longer than a message can be.
            SinRespuestaError: The turn ended without an answer, which must not happen.
        """
        turno_id = self._maquina.accept(self._message(clean_text(texto), opcion))
        self._maquina.pump()
        self._maquina.deliver(self._conversacion, show)
        registro = self._maquina.turno(turno_id)
        if registro is None:
            raise SinRespuestaError("El turno terminó sin respuesta; vuelve a intentarlo.")
        return registro, self._maquina.close_times(turno_id)

    def catch_up(self, show: Progreso) -> None:
        """Answer what an earlier process accepted and did not get to answer."""
        self._maquina.pump()
        self._maquina.deliver(self._conversacion, show)

    def _message(self, texto: str, opcion: str | None) -> MensajeEntrante:
        return MensajeEntrante(
            canal=Canal.TERMINAL,
            user_id=_USUARIO,
            mensaje=texto,
            timestamp=int(datetime.now(UTC).timestamp()),
            metadata=Metadata(
                chat_id=self._conversacion.chat_id,
                message_id=uuid.uuid4().hex,
                tipo=TipoContenido.BOTON if opcion else TipoContenido.TEXTO,
                opcion=opcion,
            ),
        )


def clean_text(texto: str) -> str:
    """Return `texto` without control characters.

    Raises:
        EntradaInvalidaError: It is longer than a message can be.
    """
    visible = "".join(
        letra if unicodedata.category(letra) not in {"Cc", "Cf", "Cs", "Co"} else " "
        for letra in texto
    ).strip()
    if len(visible) > MAX_MENSAJE:
        raise EntradaInvalidaError(
            f"Tu mensaje tiene {len(visible):,} caracteres y el máximo es {MAX_MENSAJE:,}. "
            "Escríbelo más corto, o en varios mensajes.".replace(",", ".", 2)
        )
    return visible
