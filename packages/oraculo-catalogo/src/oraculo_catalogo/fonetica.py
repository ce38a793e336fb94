"""The sound of a Spanish word: what people who spell by ear confuse gets the same key."""

import re
from functools import lru_cache

_RULES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"ph", "f"),
        (r"th", "t"),
        (r"[ck]h", "k"),
        (r"sc(?=[eiy])", "s"),
        (r"xc(?=[eiy])", "s"),
        (r"^x", "s"),
        (r"x", "ks"),
        (r"qu(?=[eiy])", "k"),
        (r"q", "k"),
        (r"g(?=[eiy])", "j"),
        (r"gu(?=[eiy])", "g"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"z", "s"),
        (r"v|w", "b"),
        (r"ll", "y"),
        (r"i(?=[aeou])", "y"),
        (r"y(?![aeiou])", "i"),
        (r"h", ""),
        (r"n(?=[pb])", "m"),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=16_384)
def phonetic_key(token: str) -> str:
    """Return the key that words of the same Spanish sound share: «ovidio» and «obidio»."""
    key = token
    for pattern, replacement in _RULES:
        key = pattern.sub(replacement, key)
    return key
