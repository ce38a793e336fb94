"""What Oráculo says. Complete Spanish sentences that end with what to do next."""

from collections.abc import Sequence

from oraculo_contracts.tipos import Fuente, Mencion, MetodoEnlace, TipoEntidad

NOMBRE_FUENTE = {Fuente.CER: "los ensayos del CER", Fuente.SAG: "el registro SAG"}

MENU = (
    "Hola, soy Oráculo. Busco en los ensayos de campo del CER y en el registro de plaguicidas "
    "del SAG.\n"
    "Cuéntame tu problema o lo que buscas, por ejemplo:\n"
    "• una plaga o enfermedad: «pulgón en duraznero»\n"
    "• un ingrediente: «¿qué productos contienen abamectina?»\n"
    "• ensayos de un cultivo, un producto o una empresa: «todos los ensayos de cerezo»"
)
CORTESIA = "¡De nada! Si tienes otra consulta, escríbela cuando quieras."
CORTESIA_CON_LISTA = (
    "¡De nada! La lista sigue abierta: escribe el número de un resultado para ver su detalle, o "
    "hazme otra consulta."
)
VACIO = (
    "No pude leer ningún texto en tu mensaje. Escribe qué plaga, cultivo, producto o ingrediente "
    "te interesa."
)
SIN_LISTA = (
    "No hay ninguna lista abierta a la que se refiera tu mensaje. Escribe qué plaga, cultivo, "
    "producto o ingrediente buscas."
)
SIN_MAS = "Ya te mostré todos los resultados de la lista. Puedes elegir uno por su número."
SIN_PREGUNTA = {
    Fuente.CER: (
        "¿Qué quieres buscar en los ensayos del CER? Escribe un cultivo, un producto, una empresa "
        "o un objetivo."
    ),
    Fuente.SAG: (
        "¿Qué quieres buscar en el registro SAG? Escribe una plaga, un producto o un ingrediente."
    ),
}
CUAL = "Tu mensaje puede referirse a más de un resultado de la lista. ¿Cuál de estos te interesa?"
PLAZO = (
    "Lo siento: no alcancé a terminar la búsqueda a tiempo. Tu consulta no se perdió; pulsa "
    "«Intentar otra vez» o escríbela de nuevo."
)
FALLA = (
    "Lo siento: una de las búsquedas falló y prefiero no darte una respuesta a medias. Pulsa "
    "«Intentar otra vez» o escribe tu consulta de nuevo."
)
PIE_LISTA = "Escribe el número de un resultado para ver su detalle."
PIE_MAS = "Escribe «más» para ver los siguientes, o el número de un resultado para ver su detalle."
APROXIMADA = "No es una lista completa: son los resultados cuyo texto más se parece a tu consulta."


def out_of_range(total: int) -> str:
    """Return the answer to a position that the list does not have."""
    if total == 1:
        return "La lista tiene un solo resultado. Escribe «1» para ver su detalle."
    return f"La lista tiene {total} resultados. Escribe un número del 1 al {total}."


def unknown_ingrediente(que: str) -> str:
    """Return the answer to a question for an ingredient that no label names."""
    return (
        f"Ningún producto del registro cargado contiene «{que}». Revisa cómo se escribe el "
        "ingrediente, o busca por la plaga o por el nombre del producto."
    )


def searching(menciones: Sequence[Mencion], fuentes: Sequence[Fuente]) -> str:
    """Return the sign of life while workers search: what is being looked for, and where."""
    where = " y en ".join(NOMBRE_FUENTE[fuente] for fuente in fuentes)
    subject = subject_of(menciones)
    return f"Buscando {subject} en {where}…" if subject else f"Buscando en {where}…"


def subject_of(menciones: Sequence[Mencion]) -> str:
    """Return what was understood: «pulgón y duraznero»."""
    names = list(dict.fromkeys(_said(mencion) for mencion in menciones))
    if len(names) < 2:  # noqa: PLR2004
        return "".join(names)
    return f"{', '.join(names[:-1])} y {names[-1]}"


def _said(mencion: Mencion) -> str:
    """What was written exactly is repeated as it was written."""
    return mencion.texto if mencion.metodo is MetodoEnlace.EXACTO else mencion.nombre


def understood(menciones: Sequence[Mencion]) -> str:
    """Return how a word that was not written exactly was read; empty when all were."""
    guessed = [m for m in menciones if m.metodo in {MetodoEnlace.TIPEO, MetodoEnlace.ALIAS}]
    products = [m for m in guessed if _is_guessed_product(m)]
    read = [f"«{m.texto}» como {m.nombre}" for m in guessed if m not in products]
    sentences = [f"Leí {' y '.join(read)}."] if read else []
    sentences.extend(
        f"«{m.texto}» no está escrito así en lo que tengo cargado; lo más parecido es {m.nombre}. "
        "Revisa que sea el producto que buscas."
        for m in products
    )
    return " ".join(sentences)


def _is_guessed_product(mencion: Mencion) -> bool:
    """A brand read for another is the dangerous mistake: it is told in full."""
    return mencion.tipo is TipoEntidad.PRODUCTO and mencion.metodo is MetodoEnlace.TIPEO


def not_found(menciones: Sequence[Mencion], fuentes: Sequence[Fuente], texto: str) -> str:
    """Return the honest answer to a question that nothing loaded answers."""
    where = " ni en ".join(NOMBRE_FUENTE[fuente] for fuente in fuentes)
    subject = subject_of(menciones)
    about = f"sobre {subject}" if subject else f"sobre «{shorten(texto)}»"
    return (
        f"No encontré nada {about} en {where} que tengo cargados. Prueba con otra plaga, cultivo, "
        "producto o ingrediente, o con menos condiciones."
    )


def shorten(texto: str, limit: int = 80) -> str:
    """Return `texto` on one line of at most `limit` characters."""
    line = " ".join(texto.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def count_phrase(ensayos: int, productos: int) -> str:
    """Return «2 ensayos del CER y 6 productos del registro SAG»."""
    parts: list[str] = []
    if ensayos:
        parts.append(f"{ensayos} {'ensayo' if ensayos == 1 else 'ensayos'} del CER")
    if productos:
        parts.append(
            f"{productos} {'producto' if productos == 1 else 'productos'} del registro SAG"
        )
    return " y ".join(parts)
