"""Texts that quote tables: `{pulgones.T2.d7}` is a cell, `{@pulgones}` the table's number.

A figure is written once, in its table; no sentence can contradict it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generador.contenido import ContenidoError
from generador.ensayos import Tabla
from generador.valores import parse_cell, write_number

_CITA = re.compile(r"\{(?P<tabla>\w+)\.(?P<fila>\w+)(?:-(?P<menos>T\d))?\.(?P<columna>\w+)\}")
_REFERENCIA = re.compile(r"\{@(?P<clave>[\w#]+)\}")


@dataclass(frozen=True)
class Prosa:
    """Fills in the texts of one report."""

    tablas: Mapping[str, Tabla]
    rotulos: Mapping[str, str]
    """What a table or figure is called in this report: «pulgones» → «Cuadro 2»."""

    def fill(self, texto: str) -> str:
        """Return `texto` with its quotations and references resolved.

        Raises:
            ContenidoError: When it quotes what is not there.
        """
        try:
            citado = _CITA.sub(self._quote, texto)
            return _REFERENCIA.sub(lambda cita: self.rotulos[cita["clave"]], citado)
        except (KeyError, ValueError) as error:
            raise ContenidoError(f"Nothing to quote for {error} in «{texto[:80]}…».") from error

    def _quote(self, cita: re.Match[str]) -> str:
        tabla = self.tablas[cita["tabla"]]
        columna = [clave for clave, _ in tabla.columnas].index(cita["columna"])
        if cita["fila"] == "p":
            valor = tabla.valor_p[columna]
            return f"p {valor[0]} {valor[1:]}" if valor.startswith("<") else f"p = {valor}"
        numero, _ = parse_cell(tabla.filas[cita["fila"]][columna])
        if cita["menos"]:
            numero -= parse_cell(tabla.filas[cita["menos"]][columna])[0]
        return write_number(numero)
