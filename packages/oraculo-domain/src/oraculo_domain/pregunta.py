"""Reads a message as a question: of which evidence, about which entities."""

import re
from collections.abc import Iterable

from oraculo_contracts.tipos import Fuente, Mencion, MetodoEnlace, TipoEntidad

from oraculo_domain.interpretacion import Intencion, Interpretacion
from oraculo_domain.palabras import RELLENO, TEMA_CER, TEMA_SAG, TODO
from oraculo_domain.puertos.enlazador import Enlazador

_CONTIENE = re.compile(
    r"(?:contien\w*|contenga\w*|contener|a base de|formulad\w+ con"
    r"|con (?:el )?ingrediente(?: activo)?"
    r"|(?:el|los|del?) ingredientes? activos?)(?: de)? (?P<que>.+)"
)
_SINGULAR = re.compile(r"(?:^| )(?:que|y|cual|y que) contiene ")


def read_question(
    texto: str,
    tokens: tuple[str, ...],
    menciones: tuple[Mencion, ...],
    tema: Fuente | None,
    enlazador: Enlazador,
) -> Interpretacion | None:
    """Return the question that `texto` asks, or `None` when it names nothing to search by."""
    contained = _CONTIENE.search(" ".join(tokens))
    if contained is not None:
        return _content_question(texto, " ".join(tokens), contained["que"], enlazador)
    if menciones:
        return Interpretacion(
            intencion=Intencion.PREGUNTAR,
            motivo="entidades del catálogo",
            texto=texto,
            fuente=tema or _source_of(menciones),
            menciones=menciones,
        )
    return _whole_source(tokens, tema) or (
        Interpretacion(
            intencion=Intencion.PREGUNTAR, motivo="nombra la fuente", texto=texto, fuente=tema
        )
        if tema
        else None
    )


def _content_question(
    texto: str, frase: str, que: str, enlazador: Enlazador
) -> Interpretacion | None:
    """«qué productos contienen X»: X is an ingredient; «qué contiene X» may name a product."""
    kinds = [TipoEntidad.INGREDIENTE]
    if _SINGULAR.search(frase):
        kinds.append(TipoEntidad.PRODUCTO)
    candidates = [mencion for kind in kinds if (mencion := enlazador.link_as(que, kind))]
    if not candidates:
        return Interpretacion(
            intencion=Intencion.PREGUNTAR,
            motivo="contenido sin entidad",
            texto=que,
            fuente=Fuente.SAG,
        )
    best = max(candidates, key=_certainty)
    others = (
        mencion
        for mencion in enlazador.link(que)
        if mencion.tipo in {TipoEntidad.CULTIVO, TipoEntidad.PLAGA}
        and (mencion.fin <= best.inicio or mencion.inicio >= best.fin)
    )
    return Interpretacion(
        intencion=Intencion.PREGUNTAR,
        motivo="contenido de un producto",
        texto=texto,
        fuente=Fuente.SAG,
        menciones=(best, *others),
    )


def _certainty(mencion: Mencion) -> tuple[bool, float]:
    return mencion.metodo is MetodoEnlace.EXACTO, mencion.confianza


def _source_of(menciones: Iterable[Mencion]) -> Fuente | None:
    """Return the only evidence that can know the entities: trials have no ingredients."""
    kinds = {mencion.tipo for mencion in menciones}
    if TipoEntidad.INGREDIENTE in kinds:
        return Fuente.SAG
    if kinds & {TipoEntidad.VARIEDAD, TipoEntidad.TEMPORADA}:
        return Fuente.CER
    return None


def _whole_source(tokens: tuple[str, ...], tema: Fuente | None) -> Interpretacion | None:
    """«todos los ensayos»: everything there is."""
    subject = set(tokens) - RELLENO - TEMA_CER - TEMA_SAG
    if tema is None or subject or TODO.isdisjoint(tokens):
        return None
    return Interpretacion(intencion=Intencion.PREGUNTAR, motivo="pide todo", fuente=tema)
