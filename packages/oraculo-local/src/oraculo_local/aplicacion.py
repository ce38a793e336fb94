"""The orders of `oraculo`, put together."""

import typer

from oraculo_local.bootstrap import build
from oraculo_local.idioma import in_spanish
from oraculo_local.ordenes.buscar import buscar
from oraculo_local.ordenes.catalogo import catalogo
from oraculo_local.ordenes.chat import run_chat
from oraculo_local.ordenes.comun import Datos, open_rutas, progress, told
from oraculo_local.ordenes.conversar import conversar
from oraculo_local.ordenes.diferencias import diferencias
from oraculo_local.ordenes.estado import estado
from oraculo_local.ordenes.ingerir import ingerir
from oraculo_local.ordenes.preguntar import preguntar

app = typer.Typer(
    name="oraculo",
    help="Oráculo: ensayos CER y registro SAG, con fuentes. Sin orden, abre la conversación.",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(ingerir, name="ingerir")
app.command()(preguntar)
app.command()(conversar)
app.command()(estado)
app.command()(buscar)
app.command()(catalogo)
app.command()(diferencias)


@app.callback(invoke_without_command=True)
def start(contexto: typer.Context, datos: Datos = None) -> None:
    """Conversa con Oráculo, o ejecuta una orden."""
    if contexto.invoked_subcommand is None:
        with told():
            with progress() as advance:
                oraculo = build(open_rutas(datos), advance)
            run_chat(oraculo)


in_spanish(app)
