"""The name for what comes from libraries without types; it never leaves the module that got it."""

from typing import Any, TypeAlias

Untyped: TypeAlias = Any
