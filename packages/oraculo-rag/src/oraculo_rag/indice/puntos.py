"""Records as points: the text they are found by, and the payload that filters and answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from oraculo_catalogo.catalogo import Catalogo
from oraculo_catalogo.fichas import Ensayo, Etiqueta
from oraculo_contracts.tipos import TipoEntidad

from oraculo_rag.densos.incrustador import VectorDenso
from oraculo_rag.indice.codificacion import VectorDisperso, encode_document
from oraculo_rag.informes.modelo import Informe, Pasaje


@dataclass(frozen=True, slots=True, kw_only=True)
class Punto:
    """One point of a collection.

    Attributes:
        numero: Its place in the order of complete lists.
        vector: The words it is found by.
        payload: What filters read and answers are made of.
        denso: The meaning it is found by; of one collection all points have one, or none has.
    """

    numero: int
    vector: VectorDisperso
    payload: dict[str, Any]
    denso: VectorDenso | None = None


def dense_dimension(puntos: Sequence[Punto]) -> int | None:
    """Return how many numbers the dense vectors of a collection have, or `None` without them.

    Raises:
        ValueError: Some points have one and others not, or they differ in size.
    """
    sizes = {None if punto.denso is None else len(punto.denso) for punto in puntos}
    if len(sizes) > 1:
        raise ValueError("the points of one collection have dense vectors of one size, or none")
    return next(iter(sizes), None)


def label_points(etiquetas: Iterable[Etiqueta], catalogo: Catalogo) -> list[Punto]:
    """Return the points of the register, in the order in which lists show them: by name."""
    ordered = sorted(etiquetas, key=lambda label: (label.nombre.casefold(), label.id))
    return [
        Punto(
            numero=number,
            vector=encode_document(label_text(label)),
            payload={
                "tipo": "etiqueta",
                "id": label.id,
                "entidades": list(catalogo.ids_of(label)),
                "usos": _use_keys(label, catalogo),
                "ficha": msgspec.to_builtins(label),
            },
        )
        for number, label in enumerate(ordered)
    ]


def _use_keys(label: Etiqueta, catalogo: Catalogo) -> list[dict[str, list[str]]]:
    """Return the entities of each authorised use: crop and pest of one row stay together."""
    keys: list[dict[str, list[str]]] = []
    for use in label.usos:
        entities = catalogo.ids_of(use)
        keys.append(
            {
                "cultivo": [e for e in entities if e.startswith(f"{TipoEntidad.CULTIVO}:")],
                "plaga": [e for e in entities if e.startswith(f"{TipoEntidad.PLAGA}:")],
            }
        )
    return keys


def label_text(label: Etiqueta) -> str:
    """Return what a label can be found by in words."""
    uses = (f"{use.cultivo} {use.plaga} {use.observaciones or ''}" for use in label.usos)
    names = (ingrediente.nombre for ingrediente in label.ingredientes)
    parts = (label.nombre, label.clase or "", *label.grupos_quimicos, *names, *label.objetivos)
    return "\n".join([*parts, *uses])


def ensayo_points(
    ensayos: Iterable[Ensayo],
    informes: Iterable[Informe],
    catalogo: Catalogo,
    temas: dict[str, tuple[str, ...]],
) -> list[Punto]:
    """Return the points of the trials, newest season first, each followed by its passages.

    Args:
        ensayos: The trials of the index.
        informes: The reports that were read, by any trial's id.
        catalogo: Names the entities of each trial.
        temas: Entity ids that a report is about, by trial id.
    """
    by_ensayo = {informe.id: informe for informe in informes}
    points: list[Punto] = []
    for ensayo in sorted(ensayos, key=_ensayo_order):
        entities = [*catalogo.ids_of(ensayo), *temas.get(ensayo.id, ())]
        ficha = msgspec.to_builtins(ensayo)
        report = by_ensayo.get(ensayo.id)
        common = {"entidades": list(dict.fromkeys(entities)), "informe": ensayo.id}
        points.append(
            Punto(
                numero=len(points),
                vector=encode_document(ensayo_text(ensayo)),
                payload={
                    **common,
                    "tipo": "ensayo",
                    "id": ensayo.id,
                    "ficha": ficha,
                    "con_informe": report is not None and bool(report.pasajes),
                },
            )
        )
        for passage in report.pasajes if report else ():
            points.append(_passage_point(len(points), passage, ensayo, common))
    return points


def _ensayo_order(ensayo: Ensayo) -> tuple[int, str, str, str]:
    newest_first = -int((ensayo.temporada or "0")[:4])
    return newest_first, (ensayo.producto or "").casefold(), ensayo.variedad or "", ensayo.id


def ensayo_text(ensayo: Ensayo) -> str:
    """Return what a trial can be found by in words: its fields, and the words of its address."""
    words = (ensayo.url_pdf or ensayo.url_estudio or "").rpartition("/")[2].removesuffix(".pdf")
    fields: Sequence[str | None] = (
        ensayo.producto, ensayo.empresa, ensayo.cultivo, ensayo.variedad, ensayo.temporada, words,
    )  # fmt: skip
    return "\n".join(field for field in fields if field)


def _passage_point(number: int, passage: Pasaje, ensayo: Ensayo, common: dict[str, Any]) -> Punto:
    title = " ".join(filter(None, (ensayo.producto, ensayo.cultivo, passage.seccion)))
    return Punto(
        numero=number,
        vector=encode_document(f"{title}\n{passage.texto}"),
        payload={
            **common,
            "tipo": "pasaje",
            "id": passage.id,
            "pasaje": msgspec.to_builtins(passage),
        },
    )
