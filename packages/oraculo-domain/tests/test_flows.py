import pytest
from oraculo_contracts.eventos import EstadoRespuesta, TipoConsulta
from oraculo_contracts.tipos import Fuente
from oraculo_domain import Accion, Estado
from oraculo_domain.interpretacion import Intencion
from oraculo_domain.listados import PAGINA
from oraculo_domain.testing.builders import CONVERSACION, fila, mensaje, respuesta
from oraculo_domain.testing.escena import Escena, new_scene, options, rows, text


@pytest.mark.parametrize("texto", ["hola", "Buenos días", "menú", "volver al menú", "/start"])
def test_a_greeting_or_menu_shows_what_can_be_asked(escena: Escena, texto: str) -> None:
    turno = escena.say(texto)
    assert turno.traza.accion == Accion.PEDIR_PROBLEMA
    assert "pulgón en duraznero" in text(turno)


def test_a_question_asks_both_bodies_of_evidence_and_answers_once(escena: Escena) -> None:
    escena.found = {Fuente.CER: rows(Fuente.CER, 2), Fuente.SAG: rows(Fuente.SAG, 3)}
    turno = escena.say("¿qué tienes para pulgón en duraznero?")
    assert [consulta.fuente for consulta in escena.asked] == [Fuente.CER, Fuente.SAG]
    assert turno.traza.accion == Accion.CONSULTA_CER
    assert turno.traza.resultados.fuente == "ambas"
    assert turno.traza.resultados.total == 5
    assert "2 ensayos del CER y 3 productos del registro SAG" in text(turno)
    assert len(escena.sent(final=True)) == 1


def test_a_sign_of_life_says_what_is_being_looked_for(escena: Escena) -> None:
    escena.say("pulgón en duraznero")
    (progress,) = escena.sent(final=False)
    assert "pulgon y duraznero" in str(progress.bloques)


def test_all_trials_of_a_crop_ask_the_trials_only(escena: Escena) -> None:
    escena.found = {Fuente.CER: rows(Fuente.CER, 4)}
    turno = escena.say("todos los ensayos de cerezo")
    assert [consulta.fuente for consulta in escena.asked] == [Fuente.CER]
    assert turno.traza.resultados.ids == tuple(f"cer-{n}" for n in range(1, 5))


def test_a_content_question_asks_the_register_only(escena: Escena) -> None:
    escena.found = {Fuente.SAG: rows(Fuente.SAG, 2)}
    turno = escena.say("qué productos contienen abamectina")
    assert [consulta.fuente for consulta in escena.asked] == [Fuente.SAG]
    assert turno.traza.accion == Accion.CONSULTA_SAG


def test_an_ingredient_that_no_label_names_is_said_to_be_unknown(escena: Escena) -> None:
    turno = escena.say("qué productos contienen kriptonita")
    assert "«kriptonita»" in text(turno)
    assert turno.traza.resultados.total == 0
    assert not escena.asked


def test_more_goes_through_every_page_and_then_says_that_it_was_the_last(escena: Escena) -> None:
    total = 2 * PAGINA + 1
    escena.found = {Fuente.SAG: rows(Fuente.SAG, total)}
    shown = text(escena.say("qué productos contienen abamectina"))
    for _ in range(2):
        turno = escena.say("más")
        assert turno.traza.accion == Accion.CONVERSAR
        assert turno.traza.resultados.total == total
        shown += "\n" + text(turno)
    lines = shown.splitlines()
    for number in range(1, total + 1):
        assert sum(line.startswith(f"{number}. ") for line in lines) == 1
    assert "Ya te mostré todos" in text(escena.say("ver más"))


@pytest.mark.parametrize(
    ("texto", "chosen"),
    [
        ("2", "sag-2"),
        ("el 2", "sag-2"),
        ("el segundo", "sag-2"),
        ("detalle del 3", "sag-3"),
        ("el último", "sag-4"),
        ("muéstrame el primero", "sag-1"),
    ],
)
def test_a_row_is_chosen_by_its_position(escena: Escena, texto: str, chosen: str) -> None:
    escena.found = {Fuente.SAG: rows(Fuente.SAG, 4)}
    escena.say("qué productos contienen abamectina")
    turno = escena.say(texto)
    assert turno.traza.accion == Accion.DETALLE
    assert turno.traza.resultados.ids == (chosen,)
    assert escena.asked[-1].tipo is TipoConsulta.DETALLAR


def test_two_rows_are_chosen_at_once(escena: Escena) -> None:
    escena.found = {Fuente.SAG: rows(Fuente.SAG, 4)}
    escena.say("qué productos contienen abamectina")
    assert escena.say("el 1 y el 3").traza.resultados.ids == ("sag-1", "sag-3")


def test_a_row_is_chosen_by_its_button(escena: Escena) -> None:
    escena.found = {Fuente.SAG: rows(Fuente.SAG, 4)}
    first = escena.say("qué productos contienen abamectina")
    button = next(o for o in options(first) if o.endswith(":3"))
    assert escena.say("", opcion=button).traza.resultados.ids == ("sag-3",)


def test_a_button_of_an_earlier_list_points_into_that_list(escena: Escena) -> None:
    escena.found = {Fuente.SAG: rows(Fuente.SAG, 4), Fuente.CER: rows(Fuente.CER, 3)}
    escena.say("qué productos contienen abamectina")
    escena.say("todos los ensayos de cerezo")
    assert escena.say("", opcion="fila:L1:2").traza.resultados.ids == ("sag-2",)


def test_a_row_is_chosen_by_its_name(escena: Escena) -> None:
    products = (fila(Fuente.CER, 1, "Ficticol"), fila(Fuente.CER, 2, "Inventox"))
    escena.found = {Fuente.CER: products}
    escena.say("todos los ensayos de cerezo")
    turno = escena.say("cuéntame de inventox")
    assert turno.traza.accion == Accion.DETALLE
    assert turno.traza.resultados.ids == ("cer-2",)


def test_a_name_that_two_rows_share_is_asked_back_with_the_candidates(escena: Escena) -> None:
    products = tuple(fila(Fuente.CER, n, "Ficticol") for n in (1, 2))
    escena.found = {Fuente.CER: (*products, fila(Fuente.CER, 3, "Inventox"))}
    escena.say("todos los ensayos de cerezo")
    turno = escena.say("ficticol")
    assert turno.traza.accion == Accion.ACLARAR
    assert [o for o in options(turno) if o.startswith("fila:")] == ["fila:L1:1", "fila:L1:2"]
    assert escena.say("2").traza.resultados.ids == ("cer-2",)


def test_a_position_outside_the_list_says_how_long_it_is(escena: Escena) -> None:
    escena.found = {Fuente.SAG: rows(Fuente.SAG, 4)}
    escena.say("qué productos contienen abamectina")
    turno = escena.say("el 9")
    assert turno.traza.accion == Accion.ACLARAR
    assert "del 1 al 4" in text(turno)


def test_a_position_without_a_list_is_asked_back(escena: Escena) -> None:
    assert escena.say("el primero").traza.accion == Accion.ACLARAR


def test_the_same_question_can_be_asked_of_the_register(escena: Escena) -> None:
    escena.found = {Fuente.CER: rows(Fuente.CER, 2), Fuente.SAG: rows(Fuente.SAG, 3)}
    escena.say("ensayos de pulgón en cerezo")
    turno = escena.say("busca en el SAG")
    assert turno.traza.accion == Accion.CONSULTA_SAG
    assert [m.nombre for m in escena.asked[-1].menciones] == ["pulgon", "cerezo"]


def test_the_register_without_a_question_is_asked_back(escena: Escena) -> None:
    assert escena.say("busca en el SAG").traza.accion == Accion.ACLARAR


def test_a_new_question_is_taken_while_a_list_is_open(escena: Escena) -> None:
    escena.found = {Fuente.SAG: rows(Fuente.SAG, 9)}
    escena.say("qué productos contienen abamectina")
    escena.say("y el oídio?")
    assert [m.nombre for m in escena.asked[-1].menciones] == ["oidio"]


def test_an_ellipsis_keeps_the_crop_and_changes_the_pest(escena: Escena) -> None:
    escena.say("pulgón en duraznero")
    escena.say("y el oídio?")
    assert [m.nombre for m in escena.asked[-1].menciones] == ["oidio", "duraznero"]


def test_a_full_question_forgets_the_crop_of_the_last_one(escena: Escena) -> None:
    escena.say("pulgón en duraznero")
    escena.say("qué hay para oídio")
    assert [m.nombre for m in escena.asked[-1].menciones] == ["oidio"]


def test_thanks_keep_the_list_open(escena: Escena) -> None:
    escena.found = {Fuente.SAG: rows(Fuente.SAG, 3)}
    escena.say("qué productos contienen abamectina")
    assert escena.say("muchas gracias").traza.accion == Accion.CONVERSAR
    assert escena.say("1").traza.accion == Accion.DETALLE


def test_an_empty_message_is_asked_back(escena: Escena) -> None:
    assert escena.say("   …  ").traza.accion == Accion.ACLARAR


def test_a_search_without_results_says_so_and_offers_a_way_out(escena: Escena) -> None:
    turno = escena.say("pulgón en cerezo")
    assert turno.traza.accion == Accion.CONSULTA_CER
    assert turno.traza.resultados.total == 0
    assert "No encontré nada" in text(turno)
    assert "menu" in options(turno)


def test_a_message_that_nothing_understands_asks_the_model_and_then_searches(
    escena: Escena,
) -> None:
    turno = escena.say("quiero más calibre")
    assert escena.modelo.preguntas == ["quiero más calibre"]
    assert len(escena.asked) == 2
    assert turno.traza.accion == Accion.ACLARAR


def test_the_model_can_choose_an_intention_that_exists() -> None:
    turno = new_scene(Intencion.MENU).say("no sé por dónde partir")
    assert turno.traza.accion == Accion.PEDIR_PROBLEMA


def test_menu_leads_out_of_every_state(escena: Escena) -> None:
    escena.found = {Fuente.SAG: rows(Fuente.SAG, 9)}
    for before in ("qué productos contienen abamectina", "2", "el 99"):
        escena.say(before)
        assert escena.say("menú").traza.accion == Accion.PEDIR_PROBLEMA
        assert escena.sesion.estado is Estado.INICIO
        escena.say("qué productos contienen abamectina")


def test_fifteen_minutes_of_silence_close_the_session_with_its_turns(escena: Escena) -> None:
    escena.found = {Fuente.SAG: rows(Fuente.SAG, 9)}
    escena.say("qué productos contienen abamectina")
    escena.reloj.advance(minutes=15, seconds=1)
    assert escena.say("el primero").traza.accion == Accion.ACLARAR
    (closed,) = escena.closed
    assert [t.mensaje.mensaje for t in closed.turnos] == ["qué productos contienen abamectina"]


def test_a_session_lives_on_while_its_person_writes(escena: Escena) -> None:
    escena.found = {Fuente.SAG: rows(Fuente.SAG, 9)}
    escena.say("qué productos contienen abamectina")
    for _ in range(3):
        escena.reloj.advance(minutes=14)
        assert escena.say("gracias").traza.accion == Accion.CONVERSAR
    assert escena.say("el primero").traza.accion == Accion.DETALLE


def test_a_repeated_message_is_answered_once(escena: Escena) -> None:
    escena.router.handle(mensaje("hola", "m1"))
    escena.router.handle(mensaje("hola", "m1"))
    assert len(escena.sent(final=True)) == 1


def test_the_order_in_which_workers_answer_does_not_show(escena: Escena) -> None:
    shown: list[str] = []
    for order in (1, -1):
        consultas = escena.say_unanswered("pulgón en cerezo")
        for consulta in consultas[::order]:
            escena.router.handle(respuesta(consulta, rows(consulta.fuente, 2)))
        shown.append(text(escena.turns[-1]))
    assert shown[0] == shown[1]


def test_a_question_past_its_deadline_gets_an_apology_with_a_retry(escena: Escena) -> None:
    consultas = escena.say_unanswered("pulgón en cerezo")
    escena.router.handle(escena.deadlines[-1])
    assert "reintentar" in options(escena.turns[-1])
    escena.router.handle(respuesta(consultas[0], rows(Fuente.CER, 2)))
    assert len(escena.sent(final=True)) == 1
    escena.found = {Fuente.CER: rows(Fuente.CER, 2)}
    assert escena.say("", opcion="reintentar").traza.resultados.total == 2


def test_a_deadline_after_the_answer_changes_nothing(escena: Escena) -> None:
    escena.say("pulgón en cerezo")
    escena.router.handle(escena.deadlines[-1])
    assert len(escena.sent(final=True)) == 1


def test_the_late_answer_of_a_cancelled_question_is_not_shown(escena: Escena) -> None:
    consultas = escena.say_unanswered("pulgón en cerezo")
    escena.say("menú")
    for consulta in consultas:
        escena.router.handle(respuesta(consulta, rows(consulta.fuente, 2)))
    assert len(escena.sent(final=True)) == 1
    assert escena.sesion.estado is Estado.INICIO


def test_a_failed_search_is_not_answered_by_half(escena: Escena) -> None:
    cer, sag = escena.say_unanswered("pulgón en cerezo")
    escena.router.handle(respuesta(cer, rows(Fuente.CER, 2)))
    escena.router.handle(respuesta(sag, estado=EstadoRespuesta.FALLIDA))
    assert "falló" in text(escena.turns[-1])


def test_a_long_detail_goes_on_with_more(escena: Escena) -> None:
    escena.found = {Fuente.SAG: rows(Fuente.SAG, 2)}
    escena.say("qué productos contienen abamectina")
    (consulta,) = escena.say_unanswered("1")
    long_text = "\n".join(f"Línea número {n} de una ficha muy larga." for n in range(200))
    escena.router.handle(respuesta(consulta, rows(Fuente.SAG, 1), texto=long_text))
    shown = text(escena.turns[-1])
    while escena.sesion.resto:
        shown += "\n" + text(escena.say("más"))
    assert shown == long_text


def test_only_the_last_lists_stay_on_the_table(escena: Escena) -> None:
    escena.found = {Fuente.CER: rows(Fuente.CER, 3)}
    for _ in range(5):
        escena.say("todos los ensayos de cerezo")
    assert [lista.id for lista in escena.memory.sesiones[CONVERSACION].listas] == [
        "L3",
        "L4",
        "L5",
    ]
