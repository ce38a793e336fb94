"""The verdict in words: what changed and what to do next."""

from collections.abc import Sequence

from oraculo_contracts.compat.changes import Change, Effect, overall
from oraculo_contracts.flujos import EN_UNA_MAQUINA, Flujo

_NAMES = {
    Effect.ANY_ORDER: "compatible en cualquier orden",
    Effect.CONSUMERS_FIRST: "compatible, primero los consumidores",
    Effect.BREAKING: "incompatible",
}


def render_report(evento: str, changes: Sequence[Change], flujo: Flujo) -> str:
    """Return the report on an event whose schema changed, in Spanish, ending in a line break."""
    if not changes:
        return f"{evento}: los dos esquemas dicen lo mismo. No hay nada que desplegar.\n"
    ordered = sorted(changes, key=lambda change: -change.effect)
    lines = [f"{evento}: {len(changes)} {'cambio' if len(changes) == 1 else 'cambios'}."]
    lines += [f"- {c.campo}: {c.detalle} ({_NAMES[c.effect]})." for c in ordered]
    lines.append(_advice(evento, overall(changes), flujo))
    return "\n".join(lines) + "\n"


def _advice(evento: str, effect: Effect, flujo: Flujo) -> str:
    productores, consumidores = _listed(flujo.productores), _listed(flujo.consumidores)
    match effect:
        case Effect.ANY_ORDER:
            return "Despliegue los servicios en cualquier orden."
        case Effect.CONSUMERS_FIRST:
            return (
                f"Despliegue primero a todos los consumidores: {consumidores}. "
                f"Cuando todos estén al día, despliegue a los productores: {productores}."
                f"{_advice_for_both(flujo)}"
            )
        case Effect.BREAKING:
            return (
                f"Deje {evento} como estaba y publique el cambio como una versión nueva a su lado. "
                f"Haga que los consumidores entiendan las dos versiones: {consumidores}. "
                f"Después pase a los productores a la nueva: {productores}. "
                "Retire la antigua cuando ya nadie la envíe."
            )


def _advice_for_both(flujo: Flujo) -> str:
    # The one-machine runtime is replaced at once: it never talks to its own older release.
    both = [s for s in flujo.productores if s in flujo.consumidores and s != EN_UNA_MAQUINA]
    if not both:
        return ""
    return (
        f" Hay servicios que lo envían y lo reciben: {_listed(both)}. Despliéguelos dos veces: "
        "primero solo lo entienden y después también lo envían."
    )


def _listed(services: Sequence[str]) -> str:
    *others, last = services
    return f"{', '.join(others)} y {last}" if others else last
