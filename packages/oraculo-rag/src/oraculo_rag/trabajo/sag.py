"""The register's worker: complete lists by name, and the card of a label."""

from collections.abc import Iterable, Sequence

import msgspec
from oraculo_catalogo.catalogo import Catalogo
from oraculo_catalogo.fichas import Etiqueta, Ingrediente, Uso
from oraculo_contracts.eventos import ConsultaRag, RespuestaRag, TipoConsulta
from oraculo_contracts.tipos import Fila, Fuente, Mencion, TipoEntidad
from oraculo_domain.puertos import Reloj

from oraculo_rag.almacen.abierto import ConocimientoAbierto
from oraculo_rag.almacen.manifiesto import CargaFuente
from oraculo_rag.indice.coleccion import Coleccion, Filtro, Hallazgo
from oraculo_rag.trabajo import plantilla_sag as plantilla
from oraculo_rag.trabajo.armado import (
    answer,
    groups_of,
    is_question,
    overdue,
    search_text,
    subject_words,
)

_TIPO = "etiqueta"
_POR_NOMBRE = (
    TipoEntidad.PRODUCTO,
    TipoEntidad.INGREDIENTE,
    TipoEntidad.PLAGA,
    TipoEntidad.EMPRESA,
)
_AJENAS = {TipoEntidad.TEMPORADA, TipoEntidad.VARIEDAD}
"""What only trials have: a question that names one is not for the register."""


class ConocimientoSag:
    """Answers from the register: every row and every number of an answer is a label's."""

    def __init__(self, abierto: ConocimientoAbierto, reloj: Reloj, clave: bytes) -> None:
        self._abierto = abierto
        self._reloj = reloj
        self._clave = clave

    def resolve(self, consulta: ConsultaRag) -> RespuestaRag:
        """Answer `consulta`: the card of some labels, or a list."""
        late = overdue(consulta, self._clave, self._reloj.now())
        if late is not None:
            return late
        version = self._abierto.version()
        carga = version.manifiesto.fuentes.get(Fuente.SAG)
        if carga is None:
            return answer(consulta, self._clave, avisos=[plantilla.SIN_REGISTRO])
        coleccion = version.coleccion(Fuente.SAG)
        trabajo = _Busqueda(consulta, coleccion, version.catalogo, carga, self._clave)
        if consulta.tipo is TipoConsulta.DETALLAR:
            return trabajo.detail(coleccion.matching(Filtro(tipo=_TIPO, ids=consulta.ids)))
        return trabajo.run()


class _Busqueda:
    """One query against one load of the register."""

    def __init__(
        self,
        consulta: ConsultaRag,
        coleccion: Coleccion,
        catalogo: Catalogo,
        carga: CargaFuente,
        clave: bytes,
    ) -> None:
        self.consulta = consulta
        self.coleccion = coleccion
        self.catalogo = catalogo
        self.carga = carga
        self.clave = clave
        self.cultivos = [m for m in consulta.menciones if m.tipo is TipoEntidad.CULTIVO]
        self.plagas = [m for m in consulta.menciones if m.tipo is TipoEntidad.PLAGA]

    def run(self) -> RespuestaRag:
        """Return the list that the query asks for."""
        if any(mencion.tipo in _AJENAS for mencion in self.consulta.menciones):
            return answer(self.consulta, self.clave)
        narrowed = self._filter()
        alike = search_text(self.coleccion, subject_words(self.consulta), narrowed)
        if alike or (not self.consulta.menciones and is_question(self.consulta.texto)):
            return self._list(alike, completa=False)
        return self._list(self.coleccion.matching(narrowed), completa=True)

    def detail(self, found: Sequence[Hallazgo]) -> RespuestaRag:
        """Return the cards of the labels found."""
        labels = [_label(hallazgo) for hallazgo in found]
        return answer(
            self.consulta,
            self.clave,
            filas=[self._row(label) for label in labels],
            texto="\n\n".join(plantilla.card(label, self.carga) for label in labels),
            fuentes=[plantilla.citation(label, self.carga) for label in labels],
        )

    def _filter(self) -> Filtro:
        """Crop and pest must stand in one row of a label, where the register has rows."""
        entities = groups_of(self.consulta.menciones, _POR_NOMBRE)
        if not self.cultivos or not self.carga.con_usos:
            # A crop alone cannot be looked up in a register that names none.
            return Filtro(tipo=_TIPO, entidades=entities or self._cultivo_group())
        row = [(TipoEntidad.CULTIVO.value, _ids(self.cultivos))]
        if self.plagas:
            row.append((TipoEntidad.PLAGA.value, _ids(self.plagas)))
        return Filtro(tipo=_TIPO, entidades=entities, uso=tuple(row))

    def _cultivo_group(self) -> tuple[tuple[str, ...], ...]:
        return (_ids(self.cultivos),) if self.cultivos else ()

    def _list(self, found: Sequence[Hallazgo], *, completa: bool) -> RespuestaRag:
        if len(found) == 1:
            return self.detail(found)
        return answer(
            self.consulta,
            self.clave,
            filas=[self._row(_label(hallazgo)) for hallazgo in found],
            avisos=self._notes(),
            completa=completa,
            traza={"fuente": "sag", "encontrados": len(found), "completa": completa},
        )

    def _notes(self) -> list[str]:
        notes = plantilla.notes_of(self.carga)
        if self.carga.con_usos:
            return notes
        if self.cultivos:
            cultivos = ", ".join(mencion.nombre for mencion in self.cultivos)
            return [*notes, plantilla.without_cultivos(cultivos, self.carga)]
        return [*notes, plantilla.without_dosis(self.carga)]

    def _row(self, label: Etiqueta) -> Fila:
        return plantilla.row(label, self._uses(label), self._ingredientes(label), self.carga)

    def _uses(self, label: Etiqueta) -> list[Uso]:
        """Return the uses that the question is about; none when it names no crop and no pest."""
        if not self.cultivos and not self.plagas:
            return []
        wanted = [set(_ids(group)) for group in (self.cultivos, self.plagas) if group]
        return [
            use
            for use in label.usos
            if all(group.intersection(self.catalogo.ids_of(use)) for group in wanted)
        ]

    def _ingredientes(self, label: Etiqueta) -> list[Ingrediente]:
        """Return the ingredients that were asked for, as the label writes them; else its active."""
        asked = {
            entity
            for mencion in self.consulta.menciones
            if mencion.tipo is TipoEntidad.INGREDIENTE
            for entity in mencion.ids
        }
        if not asked:
            active = [i for i in label.ingredientes if i.activo]
            return active or [i for i in label.ingredientes if i.activo is None]
        return [
            ingrediente
            for ingrediente in label.ingredientes
            if asked.intersection(
                self.catalogo.ids_of(Etiqueta(id="", nombre="", ingredientes=(ingrediente,)))
            )
        ]


def _label(hallazgo: Hallazgo) -> Etiqueta:
    return msgspec.convert(hallazgo.payload["ficha"], Etiqueta)


def _ids(menciones: Iterable[Mencion]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entity for mencion in menciones for entity in mencion.ids))
