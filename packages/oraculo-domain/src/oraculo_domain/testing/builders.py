"""Short ways to write the events and rows that tests are about."""

from oraculo_contracts.eventos import (
    ConsultaRag,
    EstadoRespuesta,
    MensajeEntrante,
    Metadata,
    RespuestaRag,
)
from oraculo_contracts.identidad import derive_id
from oraculo_contracts.tipos import (
    Canal,
    Conversacion,
    Fila,
    Fuente,
    Mencion,
    MetodoEnlace,
    TipoEntidad,
)

CLAVE = b"clave de prueba"
CONVERSACION = Conversacion(canal=Canal.TERMINAL, user_id="u1", chat_id="c1")


def mensaje(texto: str, message_id: str = "m1", opcion: str | None = None) -> MensajeEntrante:
    """Return a message of the test's one person."""
    return MensajeEntrante(
        canal=CONVERSACION.canal,
        user_id=CONVERSACION.user_id,
        mensaje=texto,
        timestamp=1_771_253_055,
        metadata=Metadata(chat_id=CONVERSACION.chat_id, message_id=message_id, opcion=opcion),
    )


def mencion(tipo: TipoEntidad, nombre: str, metodo: MetodoEnlace = MetodoEnlace.EXACTO) -> Mencion:
    """Return a mention of one entity, whose id is its kind and name."""
    return Mencion(
        tipo=tipo,
        nombre=nombre,
        ids=(f"{tipo}:{nombre}",),
        texto=nombre,
        inicio=0,
        fin=len(nombre),
        confianza=1.0,
        metodo=metodo,
    )


def fila(fuente: Fuente, number: int, producto: str | None = None) -> Fila:
    """Return the `number`-th row of a body of evidence."""
    titulo = producto or f"Producto {number}"
    return Fila(
        id=f"{fuente}-{number}",
        fuente=fuente,
        titulo=titulo,
        detalle=f"detalle {number}",
        atributos={"producto": titulo},
    )


def respuesta(
    consulta: ConsultaRag,
    filas: tuple[Fila, ...] = (),
    *,
    texto: str = "",
    estado: EstadoRespuesta | None = None,
) -> RespuestaRag:
    """Return a worker's answer to `consulta`."""
    return RespuestaRag(
        id=derive_id(CLAVE, causa=consulta.id, tipo="RespuestaRag"),
        causa=consulta.id,
        conversacion=consulta.conversacion,
        fuente=consulta.fuente,
        tipo=consulta.tipo,
        estado=estado or (EstadoRespuesta.OK if filas else EstadoRespuesta.VACIA),
        completa=True,
        total=len(filas),
        filas=filas,
        texto=texto,
    )
