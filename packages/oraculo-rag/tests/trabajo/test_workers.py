"""Both workers over a small knowledge: complete lists, bound doses, honest gaps."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from oraculo_catalogo.fichas import Ensayo, Etiqueta, Ingrediente, Uso
from oraculo_contracts.eventos import (
    ConsultaRag,
    EstadoRespuesta,
    RespuestaRag,
    TipoConsulta,
)
from oraculo_contracts.tipos import Canal, Conversacion, Fuente
from oraculo_rag.almacen.abierto import ConocimientoAbierto
from oraculo_rag.almacen.carpeta import CarpetaConocimiento
from oraculo_rag.almacen.construccion import publish
from oraculo_rag.almacen.manifiesto import CargaFuente, Conocido
from oraculo_rag.informes.modelo import Informe, Pasaje, TipoPasaje
from oraculo_rag.trabajo.cer import ConocimientoCer
from oraculo_rag.trabajo.sag import ConocimientoSag

CLAVE = b"clave"
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


class Reloj:
    def now(self) -> datetime:
        return NOW


def use(cultivo: str, plaga: str, dosis: str, carencia: str = "14 días") -> Uso:
    return Uso(cultivo=cultivo, plaga=plaga, dosis=dosis, carencia=carencia)


def label(name: str, ingrediente: str, *uses: Uso, targets: tuple[str, ...] = ()) -> Etiqueta:
    return Etiqueta(
        id=name.lower(),
        nombre=name,
        autorizaciones=("90001",),
        ingredientes=(
            Ingrediente(nombre=ingrediente, concentracion="1,8% p/v (18 g/L)", activo=True),
        ),
        objetivos=targets or tuple(u.plaga for u in uses),
        usos=uses,
    )


LABELS = (
    label(
        "TRALENKO",
        "Abamectina",
        use("Nogal", "Arañita bimaculada (Tetranychus urticae)", "80 cc/100 L"),
        use("Cerezo", "Pulgón negro del cerezo (Myzus cerasi)", "60 cc/100 L"),
    ),
    label("QUELTARA", "Imidacloprid", use("Nogal", "Pulgón del nogal", "50 cc/100 L", "21 días")),
    label("METALVEDO", "Metalaxilo-M", use("Vid", "Mildiú (Plasmopara viticola)", "2 kg/ha")),
    label("METALVEDA", "Metalaxilo", use("Vid", "Mildiú (Plasmopara viticola)", "3 kg/ha")),
)
REPORT = Informe(
    id="a.pdf",
    titulo="TRALENKO sobre arañita bimaculada en nogal",
    paginas=2,
    pasajes=(
        Pasaje(
            id="p1",
            informe="a.pdf",
            pagina=1,
            seccion="1. Objetivo",
            texto="Medir el control de arañita bimaculada (Tetranychus urticae) en nogal.",
        ),
        Pasaje(
            id="p2",
            informe="a.pdf",
            pagina=2,
            seccion="2. Tratamientos",
            tipo=TipoPasaje.TABLA,
            texto="N° | Producto | Dosis\nT1 | TRALENKO | 90 cc/100 L",
            cabecera=("N°", "Producto", "Dosis"),
            filas=(("T0", "Testigo", "—"), ("T1", "TRALENKO", "90 cc/100 L")),
        ),
        Pasaje(
            id="p3",
            informe="a.pdf",
            pagina=2,
            seccion="3. Discusión",
            texto="No se observó pulgón. El calibre no cambió.",
        ),
    ),
)
ENSAYOS = (
    Ensayo(
        id="a.pdf",
        producto="TRALENKO",
        cultivo="Nogal",
        variedad="Chandler",
        temporada="2021-2022",
        empresa="Lirquiagro",
        url_pdf="https://ejemplo.invalid/a.pdf",
    ),
    Ensayo(id="b.pdf", producto="ALGAMARIS", cultivo="Cerezo", variedad="Lapins"),
    Ensayo(id="c.pdf", producto="ALGAMARIS", cultivo="Cerezo", variedad="Bing"),
)


@pytest.fixture(scope="module")
def abierto(tmp_path_factory: pytest.TempPathFactory) -> ConocimientoAbierto:
    return load(tmp_path_factory.mktemp("conocido"), Conocido(
        etiquetas=LABELS, ensayos=ENSAYOS, informes=(REPORT,)
    ))  # fmt: skip


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> ConocimientoAbierto:
    """Like the real sample: labels without uses, trials without reports."""
    labels = (label("TRALENKO", "Abamectina", targets=("Pulgón verde (Myzus persicae)",)),
              label("QUELTARA", "Imidacloprid", targets=("Pulgones",)))  # fmt: skip
    return load(tmp_path_factory.mktemp("pelado"), Conocido(etiquetas=labels, ensayos=ENSAYOS))


def load(path: Path, known: Conocido) -> ConocimientoAbierto:
    loads = {
        Fuente.SAG: CargaFuente(
            archivo="r.csv",
            cargado=NOW,
            registros=len(known.etiquetas),
            con_usos=any(item.usos for item in known.etiquetas),
        ),
        Fuente.CER: CargaFuente(
            archivo="i.csv",
            cargado=NOW,
            registros=len(known.ensayos),
            con_informes=bool(known.informes),
        ),
    }
    publish(CarpetaConocimiento(path), known, loads)
    return ConocimientoAbierto(path)


def ask(
    abierto: ConocimientoAbierto,
    fuente: Fuente,
    texto: str,
    *,
    ids: tuple[str, ...] = (),
    vence: int | None = None,
) -> RespuestaRag:
    consulta = ConsultaRag(
        id="0" * 32,
        causa="1" * 32,
        conversacion=Conversacion(canal=Canal.TERMINAL, user_id="u", chat_id="c"),
        fuente=fuente,
        tipo=TipoConsulta.DETALLAR if ids else TipoConsulta.BUSCAR,
        vence=int(NOW.timestamp()) + 30 if vence is None else vence,
        texto=texto,
        menciones=abierto.link(texto),
        ids=ids,
    )
    worker = ConocimientoSag if fuente is Fuente.SAG else ConocimientoCer
    return worker(abierto, Reloj(), CLAVE).resolve(consulta)


def ids(respuesta: RespuestaRag) -> set[str]:
    return {fila.id for fila in respuesta.filas}


def test_an_ingredient_gives_every_label_that_holds_it_shown_as_written(
    abierto: ConocimientoAbierto,
) -> None:
    found = ask(abierto, Fuente.SAG, "metalaxilo")
    assert ids(found) == {"metalvedo", "metalveda"}
    assert found.completa
    assert "Metalaxilo-M 1,8%" in next(f.detalle for f in found.filas if f.id == "metalvedo")


def test_crop_and_pest_are_matched_within_one_use(abierto: ConocimientoAbierto) -> None:
    found = ask(abierto, Fuente.SAG, "pulgón en nogal")
    assert ids(found) == {"queltara"}
    assert "50 cc/100 L" in found.texto


def test_the_dose_of_another_pest_is_not_in_the_line(abierto: ConocimientoAbierto) -> None:
    found = ask(abierto, Fuente.SAG, "pulgón")
    line = next(fila.detalle for fila in found.filas if fila.id == "tralenko")
    assert "60 cc/100 L" in line
    assert "80 cc/100 L" not in line


def test_a_register_without_uses_says_what_it_does_not_hold(bare: ConocimientoAbierto) -> None:
    found = ask(bare, Fuente.SAG, "pulgón en cerezo")
    assert ids(found) == {"tralenko", "queltara"}
    (note,) = found.avisos
    assert "no indica cultivos ni dosis" in note
    assert "24-11-2026" in note
    card = ask(bare, Fuente.SAG, "", ids=("tralenko",))
    assert "no trae la dosis" in card.texto


def test_a_question_that_only_trials_can_know_is_empty_for_the_register(
    abierto: ConocimientoAbierto,
) -> None:
    found = ask(abierto, Fuente.SAG, "variedad Lapins")
    assert found.estado is EstadoRespuesta.VACIA


def test_trials_that_differ_in_variety_only_are_two_lines(abierto: ConocimientoAbierto) -> None:
    found = ask(abierto, Fuente.CER, "ensayos de algamaris")
    assert ids(found) == {"b.pdf", "c.pdf"}
    assert len({fila.detalle for fila in found.filas}) == 2


def test_a_trial_is_found_by_the_pest_of_its_objective(abierto: ConocimientoAbierto) -> None:
    assert ids(ask(abierto, Fuente.CER, "arañita")) == {"a.pdf"}


def test_a_pest_that_a_report_menciones_in_passing_is_not_its_subject(
    abierto: ConocimientoAbierto,
) -> None:
    assert ids(ask(abierto, Fuente.CER, "pulgón")) == set()


def test_an_index_without_reports_says_that_it_cannot_know_pests(
    bare: ConocimientoAbierto,
) -> None:
    found = ask(bare, Fuente.CER, "pulgón")
    assert found.estado is EstadoRespuesta.VACIA
    assert "no trae el texto de los informes" in found.avisos[0]


def test_the_detail_of_a_trial_names_its_doses_as_the_trials_and_cites_its_pages(
    abierto: ConocimientoAbierto,
) -> None:
    found = ask(abierto, Fuente.CER, "", ids=("a.pdf",))
    assert "dosis del ensayo, no de la etiqueta" in found.texto
    assert "T1: Producto: TRALENKO; Dosis: 90 cc/100 L" in found.texto
    assert [fuente.pagina for fuente in found.fuentes] == [1, 2]


def test_a_trial_without_its_report_says_so_and_links_it(bare: ConocimientoAbierto) -> None:
    found = ask(bare, Fuente.CER, "", ids=("a.pdf",))
    assert "no está cargado" in found.texto
    assert "https://ejemplo.invalid/a.pdf" in found.texto


def test_words_that_no_name_says_are_searched_in_the_passages(
    abierto: ConocimientoAbierto,
) -> None:
    found = ask(abierto, Fuente.CER, "quiero calibre")
    assert ids(found) == {"a.pdf"}


def test_words_that_nothing_holds_find_nothing(abierto: ConocimientoAbierto) -> None:
    for fuente in Fuente:
        assert not ask(abierto, fuente, "quién ganó el partido de ayer").filas


def test_a_question_for_everything_lists_everything(abierto: ConocimientoAbierto) -> None:
    assert ask(abierto, Fuente.CER, "").total == len(ENSAYOS)
    assert ask(abierto, Fuente.SAG, "").total == len(LABELS)


def test_a_query_past_its_deadline_is_declined(abierto: ConocimientoAbierto) -> None:
    late = ask(abierto, Fuente.SAG, "pulgón", vence=int(NOW.timestamp()) - 1)
    assert late.estado is EstadoRespuesta.VENCIDA


def test_the_same_query_gets_the_same_answer(abierto: ConocimientoAbierto) -> None:
    assert ask(abierto, Fuente.SAG, "pulgón") == ask(abierto, Fuente.SAG, "pulgón")


def test_a_source_that_is_not_loaded_is_told(tmp_path: Path) -> None:
    publish(CarpetaConocimiento(tmp_path), Conocido(ensayos=ENSAYOS), {})
    abierto = ConocimientoAbierto(tmp_path)
    assert "no está cargado" in ask(abierto, Fuente.SAG, "pulgón").avisos[0]
    assert "no está cargado" in ask(abierto, Fuente.CER, "cerezo").avisos[0]


def test_the_numbers_of_a_charts_axes_are_left_out(tmp_path: Path) -> None:
    passage = Pasaje(
        id="p1",
        informe="a.pdf",
        pagina=1,
        seccion="Resultados",
        texto="La cuaja fue de 38,1 % en T3.\n38,1\n30 20 10 0\nT0 T1 T2 T3\n0 DDA 3 DDA",
    )
    report = Informe(id="a.pdf", titulo="", pasajes=(passage,))
    abierto = load(tmp_path, Conocido(ensayos=ENSAYOS, informes=(report,)))
    texto = ask(abierto, Fuente.CER, "", ids=("a.pdf",)).texto
    assert "La cuaja fue de 38,1 % en T3." in texto
    assert "T0 T1" not in texto
    assert "30 20" not in texto
    assert "DDA" not in texto
