"""onrecord: from news coverage to a sourced record."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.run import read, times
    from onrecord.store import Store as Ledger
    from onrecord.store import open_store as open_ledger

__version__ = "0.1.0"
__all__ = ["Ledger", "__version__", "open_ledger", "read", "times"]
_HOMES = {
    "read": "run:read",
    "times": "run:times",
    "Ledger": "store:Store",
    "open_ledger": "store:open_store",
}


def __getattr__(name: str) -> Any:  # what is heavy is imported when it is asked for
    module, _, attribute = _HOMES.get(name, "").partition(":")
    if not module:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{module}"), attribute)
