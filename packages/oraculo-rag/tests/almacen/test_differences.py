"""What is told to have changed between two loads of the register."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from oraculo_catalogo.fichas import Etiqueta, Ingrediente, Uso
from oraculo_rag.almacen.diferencias import Cambio, Diferencias, compare
from oraculo_rag.almacen.manifiesto import Conocido

LABEL = Etiqueta(
    id="uno",
    nombre="UNO 50 WP",
    autorizaciones=("1", "2"),
    objetivos=("Trips", "Oídio"),
    ingredientes=(Ingrediente(nombre="Azufre", concentracion="50%", activo=True),),
    titular="Inventos",
    usos=(
        Uso(cultivo="Vid", plaga="Trips", dosis="60 g/100 L", carencia="14 días", linea=3),
        Uso(cultivo="Vid", plaga="Oídio", dosis="80 g/100 L", linea=4),
    ),
    linea=2,
)


def known(*labels: Etiqueta) -> Conocido:
    return Conocido(etiquetas=labels)


def changes(new: Etiqueta) -> tuple[Cambio, ...]:
    (changed,) = compare(known(LABEL), known(new)).cambiados
    assert changed.id == LABEL.id
    return changed.cambios


def test_labels_come_and_go_by_their_id() -> None:
    others = [Etiqueta(id=name, nombre=name.upper()) for name in ("a", "b", "c")]
    found = compare(known(LABEL, *others[:2]), known(others[2], others[0]))
    assert found == Diferencias(nuevos=(others[2],), retirados=(LABEL, others[1]))


def test_a_single_value_is_told_as_it_was_and_as_it_is() -> None:
    new = msgspec.structs.replace(LABEL, titular="Otra", estado="Vigente")
    assert changes(new) == (
        Cambio(campo="titular", antes=("Inventos",), despues=("Otra",)),
        Cambio(campo="estado", antes=(), despues=("Vigente",)),
    )


def test_of_several_values_those_that_left_and_those_that_came_are_told() -> None:
    new = msgspec.structs.replace(
        LABEL,
        objetivos=("Oídio", "Pulgón"),
        ingredientes=(Ingrediente(nombre="Azufre", concentracion="80%", activo=True),),
    )
    assert changes(new) == (
        Cambio(campo="objetivos", antes=("Trips",), despues=("Pulgón",)),
        Cambio(
            campo="ingredientes", antes=("Azufre 50% (activo)",), despues=("Azufre 80% (activo)",)
        ),
    )


def test_a_dose_is_told_with_its_crop_and_pest() -> None:
    first, second = LABEL.usos
    changed = msgspec.structs.replace(first, dosis="90 g/100 L", carencia=None)
    new = msgspec.structs.replace(LABEL, usos=(changed, second))
    assert changes(new) == (
        Cambio(campo="dosis", uso="Vid · Trips", antes=("60 g/100 L",), despues=("90 g/100 L",)),
        Cambio(campo="carencia", uso="Vid · Trips", antes=("14 días",), despues=()),
    )


def test_a_use_that_came_or_left_is_told_whole() -> None:
    first, second = LABEL.usos
    other = Uso(cultivo="Peral", plaga="Trips", dosis="1 L/ha", reingreso="12 horas")
    twice = msgspec.structs.replace(second, dosis="95 g/100 L")
    new = msgspec.structs.replace(LABEL, usos=(second, twice, other))
    assert changes(new) == (
        Cambio(
            campo="usos",
            uso=f"{first.cultivo} · {first.plaga}",
            antes=("dosis 60 g/100 L; carencia 14 días",),
        ),
        Cambio(campo="usos", uso="Vid · Oídio", despues=("dosis 95 g/100 L",)),
        Cambio(campo="usos", uso="Peral · Trips", despues=("dosis 1 L/ha; reingreso 12 horas",)),
    )


def test_another_line_or_another_order_is_no_change() -> None:
    moved = tuple(msgspec.structs.replace(use, linea=99) for use in reversed(LABEL.usos))
    new = msgspec.structs.replace(
        LABEL, linea=7, usos=moved, autorizaciones=("2", "1"), objetivos=("Oídio", "Trips")
    )
    assert not compare(known(LABEL), known(new))


TEXTS = st.sampled_from(["a", "b", "c"])
SOME = st.lists(TEXTS, unique=True, max_size=3).map(tuple)
USES = st.builds(Uso, cultivo=TEXTS, plaga=TEXTS, dosis=TEXTS, carencia=st.none() | TEXTS)
LABELS = st.builds(
    Etiqueta,
    id=TEXTS,
    nombre=TEXTS,
    autorizaciones=SOME,
    titular=st.none() | TEXTS,
    usos=st.lists(USES, max_size=3).map(tuple),
    linea=st.integers(1, 9),
)
REGISTERS = st.lists(LABELS, unique_by=lambda label: label.id, max_size=3).map(
    lambda labels: known(*labels)
)


@given(REGISTERS, REGISTERS)
def test_the_way_back_tells_the_same_the_other_way_round(one: Conocido, other: Conocido) -> None:
    there, back = compare(one, other), compare(other, one)
    assert there.nuevos == back.retirados
    assert there.retirados == back.nuevos
    turned = {
        (label.id, change.campo, change.uso, change.despues, change.antes)
        for label in back.cambiados
        for change in label.cambios
    }
    assert turned == {
        (label.id, change.campo, change.uso, change.antes, change.despues)
        for label in there.cambiados
        for change in label.cambios
    }


@given(REGISTERS, REGISTERS)
def test_nothing_is_told_only_of_registers_that_say_the_same(
    one: Conocido, other: Conocido
) -> None:
    assert bool(compare(one, other)) == (said(one) != said(other))


def said(register: Conocido) -> dict[str, object]:
    """What a register says, whatever its order."""
    return {
        label.id: (
            label.nombre,
            label.titular,
            frozenset(label.autorizaciones),
            frozenset((use.cultivo, use.plaga, use.dosis, use.carencia) for use in label.usos),
        )
        for label in register.etiquetas
    }
