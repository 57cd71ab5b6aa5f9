"""RDS."""

import secrets
from typing import Any

from moto.rds.models import DBInstance, DBSubnetGroup

from patching import around, default


@around(DBInstance, "__init__")
def _instance(original: Any, self: DBInstance, *args: Any, **kw: Any) -> None:
    """All instances share one DbiResourceId (the second is never found), and NetworkType is dropped."""
    original(self, *args, **kw)
    self.dbi_resource_id = "db-" + secrets.token_hex(13).upper()
    self.network_type = kw.get("network_type") or "IPV4"


# Stock moto says of no subnet group which address families it supports.
default(DBSubnetGroup, "supported_network_types", ["IPV4", "DUAL"])
