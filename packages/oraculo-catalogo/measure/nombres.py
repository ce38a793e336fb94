"""The names that are asked for, taken from the sample without the package under measure."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

from oraculo_catalogo.fichas import Ensayo, Etiqueta
from oraculos import plain

AQUI = Path(__file__).parent
_ENTRY = re.compile(
    r"(?P<comun>[A-ZÁÉÍÓÚÑ][a-záéíóúñü]+(?: [A-Za-záéíóúñü]+){0,5})"
    r"(?: \((?P<latin>[A-Z][a-z]+ [a-z]{3,})\))?\.?"
)
_NO_PLAGA = re.compile(
    r"\b(y|o|e|u|para|anuales|perennes|angosta|ancha|malezas?|post|sobre|estados|huevos|larvas|en"
    r"|spp?|cerezo|garbanzo|herbicidas)\b",
    re.IGNORECASE,
)
_GENUS = re.compile(r"[(\[]([A-Z][a-z]+)")
_OTHERS = (
    "alernariosis",
    "chanchi to blanco",
    "chanchi to blanco de la vid",
    "idio",
    "meloidogine incognita",
    "mosquita blanca de losinvernaderos",
    "alernariosis oidio",
    "cancer europeo",
    "concunilla de las hortalizas",
    "moquita blanca",
    "oidio erysiphe poligony",
    "palgui",
    "rizopus",
    "tizon bacterial",
)
"""What the register misspells: who types so means the name that is spelt well."""
_WIDENED = ("afidos", "botrytis", "cercospora", "mosca blanca", "sarna del manzano")
"""What the curated list makes stand for more: measured among the colloquial forms."""


def plagas(etiquetas: Sequence[Etiqueta]) -> list[str]:
    """Return the common names that stand alone in a target text, as people type them.

    Left out are scientific names, which have a measure of their own, and what only qualifies
    another name («larvas de …»).
    """
    genera = {
        plain(genus)
        for label in etiquetas
        for objetivo in label.objetivos
        for genus in _GENUS.findall(objetivo)
    }
    names = {
        plain(match["comun"])
        for label in etiquetas
        if label.categorias and "otro" not in label.categorias
        for objetivo in label.objetivos
        if (match := _ENTRY.fullmatch(objetivo)) and not _NO_PLAGA.search(match["comun"])
    }
    common = {name for name in names if name.split()[0] not in genera}
    return sorted(common.difference(_OTHERS, _WIDENED))


def ingredientes(etiquetas: Iterable[Etiqueta]) -> list[str]:
    """Return every ingredient's name, as people type it."""
    return sorted(
        {
            name
            for label in etiquetas
            for ingrediente in label.ingredientes
            if re.search(r"[a-z]{3}", name := plain(ingrediente.nombre))
        }
    )


def products(etiquetas: Iterable[Etiqueta], ensayos: Iterable[Ensayo]) -> dict[str, set[str]]:
    """Return the products' names, as people type them, with the records that bear them."""
    found: dict[str, set[str]] = {}
    for record, name in [
        *((label.id, label.nombre) for label in etiquetas),
        *((ensayo.id, ensayo.producto) for ensayo in ensayos if ensayo.producto != "NA"),
    ]:
        found.setdefault(re.sub(r"[^a-z0-9%.,+/-]+", " ", plain(name or "")).strip(), set()).add(
            record
        )
    return dict(sorted(found.items()))


def colloquial() -> dict[str, dict[str, list[str]]]:
    """Return the colloquial questions by type, with the names they ask for."""
    return tomllib.loads((AQUI / "coloquiales.toml").read_text("utf-8"))


def synonyms() -> dict[str, list[str]]:
    """Return scientific names and synonyms, with all names of the same pest."""
    return tomllib.loads((AQUI / "sinonimos.toml").read_text("utf-8"))


def off_subject(archivo: str) -> list[str]:
    """Return the ordinary questions of a file, in which nothing is to be found."""
    lines = (AQUI / archivo).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
