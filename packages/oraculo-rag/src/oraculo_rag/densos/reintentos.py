"""Trying again, for as long as a deadline allows."""

import time
from collections.abc import Callable
from typing import TypeVar

import tenacity

from oraculo_rag.densos.errores import IncrustadorInaccesibleError

MAX_PAUSA = 20.0

_T = TypeVar("_T")


def within(plazo: float, pausa: float, call: Callable[[float], _T]) -> _T:
    """Return the result of `call`, tried until it succeeds, is refused or `plazo` runs out.

    Pauses grow and are random, so that many who failed together do not come back together.

    Args:
        plazo: Seconds for everything, pauses included.
        pausa: Seconds before the second try, about.
        call: What to try; it is told how many seconds are left.

    Raises:
        IncrustadorInaccesibleError: The last one of `call`, when another try would come too late.
    """
    end = time.monotonic() + plazo
    backoff = tenacity.wait_random_exponential(multiplier=pausa, max=MAX_PAUSA)

    def wait(state: tenacity.RetryCallState) -> float:
        return max(backoff(state), _asked_for(state))

    trying = tenacity.Retrying(
        retry=tenacity.retry_if_exception_type(IncrustadorInaccesibleError),
        stop=tenacity.stop_before_delay(plazo),
        wait=wait,
        reraise=True,
    )
    return trying(lambda: call(end - time.monotonic()))


def _asked_for(state: tenacity.RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    return error.espera if isinstance(error, IncrustadorInaccesibleError) else 0.0
