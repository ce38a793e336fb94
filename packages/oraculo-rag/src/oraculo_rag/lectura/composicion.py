"""Joins the register's two cells about ingredients: the names, and the texts with amounts."""

import re

from oraculo_catalogo.fichas import Ingrediente

from oraculo_rag.lectura.limpieza import clean, clean_name, is_contact, split_cell

_ROL = re.compile(r"^\s*\((?P<rol>[a-z_]+)\)")
_FILLER = re.compile(r"(?:co|con)-?formulantes|otros (?:ingredientes|agentes)")
_MAX_CONCENTRACION = 120
"""Characters; a longer text is not an amount but a paragraph that slipped into the cell."""


def read_ingredientes(nombres: str, composicion: str) -> tuple[Ingrediente, ...]:
    """Return the distinct ingredients of a label with role and amount, in the cell's order.

    Two spellings that differ in footnote marks only («Abamectina», «Abamectina (*)») are one; its
    amounts are kept once each. A telephone number among the ingredients is left out.
    """
    texts = split_cell(composicion)
    merged: dict[str, Ingrediente] = {}
    for raw in split_cell(nombres):
        name = clean_name(raw)
        if name is None or is_contact(name):
            continue
        found = merged.get(name.casefold())
        parts = [_parse(text[len(raw) :]) for text in texts if _describes(text, raw)]
        roles = [role for role, _ in parts if role] + _roles_of(found)
        amounts = dict.fromkeys(
            ([found.concentracion] if found and found.concentracion else [])
            + [amount for _, amount in parts if amount]
        )
        merged[name.casefold()] = Ingrediente(
            nombre=found.nombre if found else name,
            concentracion=" o ".join(amounts) or None,
            activo=_is_active(name, roles),
        )
    return tuple(merged.values())


def _describes(text: str, raw: str) -> bool:
    """«Abamectina: 1,8%» describes «Abamectina», not «Abamectina B1a»."""
    rest = text[len(raw) :]
    return text.startswith(raw) and (not rest or _ROL.match(rest) is not None or rest[0] in ":(")


def _roles_of(found: Ingrediente | None) -> list[str]:
    return ["ingrediente_activo"] if found is not None and found.activo else []


def _parse(rest: str) -> tuple[str | None, str | None]:
    """Return the role and the amount of «␣(ingrediente_activo): 1,8% p/v (18 g/L)»."""
    match = _ROL.match(rest)
    role = match["rol"] if match else None
    amount = clean((rest[match.end() :] if match else rest).lstrip(": "))
    if amount is None or len(amount) > _MAX_CONCENTRACION or is_contact(amount):
        return role, None
    return role, amount


def _is_active(name: str, roles: list[str]) -> bool | None:
    """A name that says «coformulantes» is none, whatever role the cell gives it.

    The other way round the cell is not believed: the register calls some active organisms
    «coformulantes», so for a named substance that is only «not known».
    """
    if _FILLER.match(name.casefold()):
        return False
    return True if "ingrediente_activo" in roles else None
