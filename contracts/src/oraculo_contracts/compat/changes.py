"""What a change of a schema means for those who send and those who receive."""

from collections.abc import Iterable
from enum import IntEnum

import msgspec


class Effect(IntEnum):
    """Who may be deployed when; a higher one is worse."""

    ANY_ORDER = 0
    """Old and new understand each other."""
    CONSUMERS_FIRST = 1
    """New consumers accept old events; old consumers may reject new events."""
    BREAKING = 2
    """New consumers may reject, or misread, old events."""


class Change(msgspec.Struct, frozen=True):
    """One difference between two versions of a schema."""

    campo: str
    """Path such as `bloques[*].texto`; `$` for the event itself."""
    effect: Effect
    detalle: str
    """What changed, in Spanish, without a full stop."""


def overall(changes: Iterable[Change]) -> Effect:
    """Return the worst effect; without changes, any order will do."""
    return max((change.effect for change in changes), default=Effect.ANY_ORDER)
