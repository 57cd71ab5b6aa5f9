"""RDS."""

import secrets
from typing import Any

from moto.rds.models import DBCluster, DBInstance, DBParameterGroup, DBSubnetGroup

from patching import around, around_property, default


@around(DBInstance, "__init__")
def _instance(original: Any, self: DBInstance, *args: Any, **kw: Any) -> None:
    """All instances share one DbiResourceId (the second is never found), and NetworkType is dropped."""
    original(self, *args, **kw)
    self.dbi_resource_id = "db-" + secrets.token_hex(13).upper()
    self.network_type = kw.get("network_type") or "IPV4"


@around_property(DBCluster, "scaling_configuration_info")
def _scaling(original: Any, self: DBCluster) -> Any:
    """A cluster that is not serverless has an empty scaling configuration: the second plan fills it."""
    return original(self) if self.scaling_configuration else None


@around(DBParameterGroup, "update_parameters")
def _parameters(original: Any, self: DBParameterGroup, *args: Any, **kw: Any) -> None:
    """No parameter says who set it, and the provider takes none but the user's: the second plan sets them again."""
    original(self, *args, **kw)
    for parameter in self.parameters.values():
        parameter["Source"] = "user"


# Stock moto says of no subnet group which address families it supports.
default(DBSubnetGroup, "supported_network_types", ["IPV4", "DUAL"])
