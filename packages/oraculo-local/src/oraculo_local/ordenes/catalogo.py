"""`oraculo catalogo`: which entities a text names, and through which words."""

from typing import Annotated

import typer
from oraculo_contracts.tipos import Mencion
from oraculo_rag.almacen.abierto import ConocimientoAbierto

from oraculo_local.bootstrap import knowledge_path
from oraculo_local.charla import clean_text
from oraculo_local.ordenes.comun import Datos, open_rutas, progress, salida, told

MAX_ENTIDADES = 15


def catalogo(
    texto: Annotated[str, typer.Argument(help="Un nombre o una pregunta, entre comillas.")],
    datos: Datos = None,
) -> None:
    """Muestra qué entidades del catálogo nombra un texto, con sus sinónimos."""
    with told():
        with progress() as advance:
            abierto = ConocimientoAbierto(knowledge_path(open_rutas(datos), advance))
        menciones = abierto.link(clean_text(texto))
        if not menciones:
            salida.print(
                "Ninguna palabra del texto nombra algo del catálogo. Prueba con una plaga, un "
                "cultivo, un producto, un ingrediente o una empresa."
            )
        for mencion in menciones:
            _show(abierto, mencion)


def _show(abierto: ConocimientoAbierto, mencion: Mencion) -> None:
    salida.print(
        f"«{mencion.texto}» → {mencion.tipo} «{mencion.nombre}» "
        f"({mencion.metodo}, confianza {mencion.confianza:.2f})",
        markup=False,
    )
    known = abierto.version().catalogo
    for entity_id in mencion.ids[:MAX_ENTIDADES]:
        entity = known.get(entity_id)
        if entity is not None:
            forms = ", ".join(form for form in entity.formas if form != entity.nombre)
            suffix = f" (también: {forms})" if forms else ""
            salida.print(f"  {entity.nombre}{suffix}: {entity.n_registros} registros", markup=False)
    if len(mencion.ids) > MAX_ENTIDADES:
        salida.print(f"  … y {len(mencion.ids) - MAX_ENTIDADES} más.")
