"""Records as points: the text they are found by, and the payload that filters and answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from oraculo_catalogo.catalogo import Catalogo
from oraculo_catalogo.fichas import Ensayo, Etiqueta
from oraculo_contracts.tipos import TipoEntidad

from oraculo_rag.indice.codificacion import VectorDisperso, encode_document
from oraculo_rag.informes.modelo import Informe, Pasaje


@dataclass(frozen=True, slots=True, kw_only=True)
class Punto:
    """One point of a collection. `numero` is its place in the order of complete lists."""

    numero: int
    vector: VectorDisperso
    payload: dict[str, Any]


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


def trial_points(
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
    by_trial = {informe.id: informe for informe in informes}
    points: list[Punto] = []
    for trial in sorted(ensayos, key=_trial_order):
        entities = [*catalogo.ids_of(trial), *temas.get(trial.id, ())]
        ficha = msgspec.to_builtins(trial)
        report = by_trial.get(trial.id)
        common = {"entidades": list(dict.fromkeys(entities)), "informe": trial.id}
        points.append(
            Punto(
                numero=len(points),
                vector=encode_document(trial_text(trial)),
                payload={
                    **common,
                    "tipo": "ensayo",
                    "id": trial.id,
                    "ficha": ficha,
                    "con_informe": report is not None and bool(report.pasajes),
                },
            )
        )
        for passage in report.pasajes if report else ():
            points.append(_passage_point(len(points), passage, trial, common))
    return points


def _trial_order(trial: Ensayo) -> tuple[int, str, str, str]:
    newest_first = -int((trial.temporada or "0")[:4])
    return newest_first, (trial.producto or "").casefold(), trial.variedad or "", trial.id


def trial_text(trial: Ensayo) -> str:
    """Return what a trial can be found by in words: its fields, and the words of its address."""
    words = (trial.url_pdf or trial.url_estudio or "").rpartition("/")[2].removesuffix(".pdf")
    fields: Sequence[str | None] = (
        trial.producto, trial.empresa, trial.cultivo, trial.variedad, trial.temporada, words,
    )  # fmt: skip
    return "\n".join(field for field in fields if field)


def _passage_point(number: int, passage: Pasaje, trial: Ensayo, common: dict[str, Any]) -> Punto:
    title = " ".join(filter(None, (trial.producto, trial.cultivo, passage.seccion)))
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
