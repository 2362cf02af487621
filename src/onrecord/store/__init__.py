"""Store: the ledger file. Claims are only added, links stand beside them."""

from onrecord.store.ledger import Store, open_store

__all__ = ["Store", "open_store"]
