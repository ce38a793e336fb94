"""`oraculo preguntar`: one question, printed as a person would read it."""

from typing import Annotated

import typer

from oraculo_local.bootstrap import build
from oraculo_local.charla import Charla
from oraculo_local.ordenes.comun import Datos, fail, open_rutas, progress, salida, told
from oraculo_local.presentacion import readable


def preguntar(
    pregunta: Annotated[str, typer.Argument(help="La pregunta, entre comillas.")],
    datos: Datos = None,
) -> None:
    """Responde una sola pregunta."""
    with told():
        if not pregunta.strip():
            raise fail("La pregunta está vacía. Escribe, por ejemplo: oraculo preguntar «pulgón».")
        with progress() as advance:
            oraculo = build(open_rutas(datos), advance)
        registro, _ = Charla(oraculo.maquina).say(pregunta)
        if registro.respuesta is not None:
            salida.print(readable(registro.respuesta), markup=False)
