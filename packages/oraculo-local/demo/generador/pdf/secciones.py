"""The sections of a report: what each one says, whatever its layout."""

from collections.abc import Callable

from reportlab.platypus import Table

from generador.derivados import BLOQUES, derive_bloques, derive_eficacia
from generador.ensayos import Resultado
from generador.pdf.redaccion import Redaccion
from generador.pdf.tablas import build_table, means_table, pairs_table, treatments_table

SITIO, TRATAMIENTOS, ANEXO = "sitio", "tratamientos", "anexo"
"""Keys of the tables that every report has, beside those of its results."""


def write_resumen(informe: Redaccion) -> None:
    """Write the summary, if the report has one."""
    if not informe.ensayo.resumen:
        return
    informe.section("Resumen")
    informe.text(informe.ensayo.resumen)


def write_antecedentes(informe: Redaccion) -> None:
    """Write the introduction."""
    informe.section("Antecedentes")
    informe.text(informe.ensayo.antecedentes)


def write_objetivo(informe: Redaccion) -> None:
    """Write the objective, general and specific."""
    informe.section("Objetivo")
    informe.text(informe.ensayo.objetivo)
    informe.items(informe.ensayo.objetivos_especificos)


def write_metodos(informe: Redaccion) -> None:
    """Write where, with what and how the trial was done."""
    ensayo, estilo = informe.ensayo, informe.estilo
    informe.section("Materiales y métodos", sitio=16)
    informe.part("Lugar y material vegetal")
    informe.table(SITIO, "Antecedentes del huerto.", pairs_table(ensayo.sitio, estilo))
    informe.part("Diseño experimental y tratamientos")
    informe.text(ensayo.diseno)
    informe.table(TRATAMIENTOS, "Tratamientos evaluados.", treatments_table(ensayo, estilo))
    informe.text(ensayo.aplicacion)
    informe.part("Evaluaciones")
    informe.items(ensayo.evaluaciones)
    informe.part("Análisis estadístico")
    informe.text(ensayo.analisis)


def write_resultados(informe: Redaccion) -> None:
    """Write the results: text, table, efficacy and chart of each part."""
    informe.section("Resultados")
    for resultado in informe.ensayo.resultados:
        informe.part(resultado.titulo)
        informe.text(resultado.texto)
        _write_tables(informe, resultado)


def write_discusion(informe: Redaccion) -> None:
    """Write the discussion."""
    informe.section("Discusión")
    informe.text(informe.ensayo.discusion)


def write_conclusiones(informe: Redaccion) -> None:
    """Write the conclusions."""
    informe.section("Conclusiones")
    informe.items(informe.ensayo.conclusiones, numeradas=True)


def write_anexo(informe: Redaccion) -> None:
    """Write the values by block of the annexed table, if the report has one."""
    ensayo = informe.ensayo
    if not ensayo.anexo:
        return
    tabla = ensayo.tablas[ensayo.anexo]
    informe.section("Anexo", sitio=12)
    filas = [[codigo, bloque, *celdas] for codigo, bloque, celdas in derive_bloques(tabla)]
    titulo = f"{tabla.titulo} Valores por bloque ({BLOQUES[0]} a {BLOQUES[-1]})."
    informe.long_table(ANEXO, titulo, _block_table(informe, filas))


def _block_table(informe: Redaccion, filas: list[list[str]]) -> Table:
    tabla = informe.ensayo.tablas[informe.ensayo.anexo]
    cifras = len(tabla.columnas)
    cabeza = ["Trat.", "Bloque", *[titulo for _, titulo in tabla.columnas]]
    return build_table(cabeza, filas, [0.12, 0.18, *[0.7 / cifras] * cifras], informe.estilo)


def _write_tables(informe: Redaccion, resultado: Resultado) -> None:
    tabla, ensayo, estilo = resultado.tabla, informe.ensayo, informe.estilo
    informe.table(tabla.clave, tabla.titulo, means_table(ensayo, tabla, estilo), tabla.nota)
    if resultado.eficacia:
        eficacia = derive_eficacia(resultado.eficacia, tabla)
        informe.table(
            eficacia.clave, eficacia.titulo, means_table(ensayo, eficacia, estilo), eficacia.nota
        )
    if resultado.grafico:
        informe.chart(resultado.grafico, tabla)


SECCIONES: dict[str, Callable[[Redaccion], None]] = {
    "resumen": write_resumen,
    "antecedentes": write_antecedentes,
    "objetivo": write_objetivo,
    "metodos": write_metodos,
    "resultados": write_resultados,
    "discusion": write_discusion,
    "conclusiones": write_conclusiones,
    "anexo": write_anexo,
}
