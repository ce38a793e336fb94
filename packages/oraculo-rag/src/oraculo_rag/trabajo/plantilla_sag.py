"""The register's templates: structured rows in, complete sentences out, no model."""

from collections.abc import Iterable, Sequence

from oraculo_catalogo.fichas import Etiqueta, Ingrediente, Uso
from oraculo_contracts.tipos import Fila, Fuente, FuenteCitada

from oraculo_rag.almacen.manifiesto import CargaFuente
from oraculo_rag.trabajo.textos import AVISO_FICTICIO, short_date

SIN_REGISTRO = "El registro SAG no está cargado: usa «oraculo ingerir sag» para cargarlo."
MAX_USOS_EN_LINEA = 2


def without_dosis(carga: CargaFuente) -> str:
    """Return the warning of a register that holds no doses."""
    return (
        "El registro cargado no trae la dosis, el cultivo ni la carencia; revisa la etiqueta "
        f"oficial antes de aplicar. (Registro cargado el {short_date(carga.cargado)}.)"
    )


def without_cultivos(cultivos: str, carga: CargaFuente) -> str:
    """Return the warning that a list was not narrowed to the crop asked for."""
    return (
        "El registro cargado no indica cultivos ni dosis, así que la lista no está filtrada por "
        f"{cultivos}: confirma en la etiqueta oficial que el producto esté autorizado en ese "
        "cultivo. "
        f"(Registro cargado el {short_date(carga.cargado)}.)"
    )


def notes_of(carga: CargaFuente) -> list[str]:
    """Return what must be said of every answer from this load."""
    return [AVISO_FICTICIO] if carga.ficticia else []


def row(
    label: Etiqueta, usos: Sequence[Uso], ingredientes: Iterable[Ingrediente], carga: CargaFuente
) -> Fila:
    """Return the line of a list: what was asked for, of this label and no other.

    Args:
        label: The label.
        usos: Its uses that the question is about.
        ingredientes: Its ingredients that the question is about, else its active ones.
        carga: The load that the label comes from.
    """
    parts = [", ".join(_with_amount(i) for i in ingredientes)]
    parts.extend(_use_line(use) for use in usos[:MAX_USOS_EN_LINEA])
    if len(usos) > MAX_USOS_EN_LINEA:
        parts.append(f"y {len(usos) - MAX_USOS_EN_LINEA} usos más en su ficha")
    if label.estado and label.estado.casefold() != "vigente":
        parts.append(f"estado: {label.estado.lower()}")
    return Fila(
        id=label.id,
        fuente=Fuente.SAG,
        titulo=label.nombre,
        detalle="; ".join(part for part in parts if part),
        atributos={"producto": label.nombre},
        cita=citation(label, carga),
    )


def citation(label: Etiqueta, carga: CargaFuente) -> FuenteCitada:
    """Return the register entry that a statement comes from."""
    return FuenteCitada(
        titulo=f"Registro SAG, {label.nombre} (cargado el {short_date(carga.cargado)})",
        autorizacion=", ".join(label.autorizaciones) or None,
    )


def card(label: Etiqueta, carga: CargaFuente) -> str:
    """Return everything the register says of a label, and what it does not say."""
    numbers = ", ".join(label.autorizaciones)
    lines = [
        label.nombre,
        f"Autorización SAG: {numbers}" if numbers else _WITHOUT_NUMBER,
        *_fields(label),
        *_ingredientes(label),
        *_uses(label),
        *notes_of(carga),
        # Before a list that may go on for pages: whoever stops reading has read it.
        *([] if label.usos else [without_dosis(carga)]),
        *_targets(label),
    ]
    return "\n".join(lines)


_WITHOUT_NUMBER = (
    "Autorización SAG: el registro cargado no trae su número; confírmala en el sitio del SAG."
)


def _fields(label: Etiqueta) -> list[str]:
    named = (
        ("Estado", label.estado),
        ("Clase", label.clase),
        ("Formulación", label.formulacion),
        ("Titular", label.titular),
        ("Grupo químico", ", ".join(label.grupos_quimicos)),
    )
    return [f"{name}: {value}" for name, value in named if value]


def _ingredientes(label: Etiqueta) -> list[str]:
    active = [i for i in label.ingredientes if i.activo]
    others = [i for i in label.ingredientes if i.activo is None]
    lines: list[str] = []
    if active:
        lines.append(f"Ingredientes activos: {', '.join(map(_with_amount, active))}")
    if others:
        lines.append(f"Otros componentes declarados: {', '.join(map(_with_amount, others))}")
    return lines


def _with_amount(ingrediente: Ingrediente) -> str:
    if not ingrediente.concentracion:
        return ingrediente.nombre
    return f"{ingrediente.nombre} {ingrediente.concentracion}"


def _uses(label: Etiqueta) -> list[str]:
    if not label.usos:
        return []
    return ["Usos autorizados en la etiqueta:", *(f"• {_whole_use(use)}" for use in label.usos)]


def _use_line(use: Uso) -> str:
    """«Duraznero, Pulgón verde: dosis de etiqueta 60 g/100 L; carencia 14 días»."""
    named = (("carencia", use.carencia), ("reingreso", use.reingreso))
    rest = [f"{name} {value}" for name, value in named if value]
    return "; ".join([f"{use.cultivo}, {use.plaga}: dosis de etiqueta {use.dosis}", *rest])


def _whole_use(use: Uso) -> str:
    extra = (f"mojamiento {use.mojamiento}" if use.mojamiento else None, use.observaciones)
    return "; ".join([_use_line(use), *(part for part in extra if part)])


def _targets(label: Etiqueta) -> list[str]:
    if label.usos or not label.objetivos:
        return []
    return ["Objetivos según el registro:", *(f"• {target}" for target in label.objetivos)]
