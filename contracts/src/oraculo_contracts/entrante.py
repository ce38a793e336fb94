"""What a person sends: `MensajeEntrante`, the seed's contract."""

from enum import StrEnum

import msgspec

from oraculo_contracts.tipos import Adjunto, Canal, Conversacion, Epoch, Identificador, Texto


class TipoContenido(StrEnum):
    """What a person sent."""

    TEXTO = "texto"
    BOTON = "boton"
    EDICION = "edicion"
    VOZ = "voz"
    IMAGEN = "imagen"
    OTRO = "otro"


class Metadata(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where a message came from. All but the seed's two fields is optional."""

    chat_id: Identificador
    message_id: Identificador
    """Unique per update: a button or an edit of a message has its own."""
    tipo: TipoContenido = TipoContenido.TEXTO
    opcion: Identificador | None = None
    """The `Opcion.id` that was chosen, of a message of type `boton`."""
    adjunto: Adjunto | None = None


class MensajeEntrante(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A person wrote to a channel. The seed's contract, field for field."""

    canal: Canal
    user_id: Identificador
    mensaje: Texto
    timestamp: Epoch
    metadata: Metadata

    @property
    def conversacion(self) -> Conversacion:
        """Return the key of the conversation that this message belongs to."""
        return Conversacion(canal=self.canal, user_id=self.user_id, chat_id=self.metadata.chat_id)
