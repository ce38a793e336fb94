"""`oraculo estado`: what is loaded, and what answers."""

from oraculo_contracts.tipos import Fuente
from oraculo_rag.almacen.carpeta import CarpetaConocimiento
from oraculo_rag.almacen.manifiesto import CargaFuente
from rich.table import Table

from oraculo_local.bootstrap import knowledge_path
from oraculo_local.ordenes.comun import Datos, open_rutas, progress, salida, told

_NOMBRES = {Fuente.CER: "Ensayos CER", Fuente.SAG: "Registro SAG"}


def estado(datos: Datos = None) -> None:
    """Muestra qué está cargado, desde cuándo y con qué se responde."""
    with told():
        rutas = open_rutas(datos)
        with progress() as advance:
            carpeta = CarpetaConocimiento(knowledge_path(rutas, advance))
        manifest = carpeta.manifest(carpeta.current() or "")
        table = Table("Fuente", "Archivo", "Cargado", "Registros", "No cargados", "Detalle")
        for fuente in Fuente:
            carga = manifest.fuentes.get(fuente)
            table.add_row(_NOMBRES[fuente], *_cells(fuente, carga, manifest.pasajes))
        salida.print(f"Carpeta de datos: {rutas.datos}", markup=False)
        if manifest.ficticia:
            salida.print(
                "Corpus de demostración: productos, ensayos y dosis FICTICIOS. Carga los tuyos con "
                "«oraculo ingerir»."
            )
        salida.print(table)
        salida.print(f"Versión del conocimiento: {manifest.version}")
        salida.print("Modelo de lenguaje: ninguno (reglas y plantillas).")
        salida.print("Búsqueda: Qdrant embebido, BM25 en español; sin vectores densos.")


def _cells(fuente: Fuente, carga: CargaFuente | None, pasajes: int) -> tuple[str, ...]:
    if carga is None:
        return "—", "—", "0", "0", "sin cargar"
    if fuente is Fuente.SAG:
        detail = "con usos y dosis" if carga.con_usos else "sin usos ni dosis"
    else:
        detail = f"{pasajes} pasajes de informes" if carga.con_informes else "solo el índice"
    loaded = f"{carga.cargado.astimezone():%d-%m-%Y %H:%M}"
    return carga.archivo, loaded, str(carga.registros), str(carga.rechazadas), detail
