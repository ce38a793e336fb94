"""How the two arms of a search become one ranking."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fusion:
    """Reciprocal ranks, weighted, as the engine adds them up.

    The point at place `n` (from 0) of an arm of weight `w` gets `1 / ((n + 1) / w + k - 1)` from
    it; its score is the sum over the arms.

    The weights here are the measured ones (`measure/fusion.py`): meaning fills in where words find
    nothing and breaks near ties further down, and never takes the first place from the words'
    first. With equal weights even a good embedder costs one first place in seven.

    Attributes:
        k: The smaller, the more the first places count; the engine's own default is 2 too.
        texto: Weight of the words.
        denso: Weight of the meaning.
        alcance: Points that each arm contributes, at least.
    """

    k: int = 2
    texto: float = 1.0
    denso: float = 0.1
    alcance: int = 20

    def score(self, place: int, weight: float) -> float:
        """Return what an arm of `weight` gives the point at `place` of its ranking."""
        return 1 / ((place + 1) / weight + self.k - 1)


FUSION = Fusion()
