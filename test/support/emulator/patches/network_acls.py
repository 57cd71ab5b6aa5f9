"""EC2 network ACLs."""

from typing import Any

from moto.ec2.responses.network_acls import NetworkACLs

from patching import around


@around(NetworkACLs, "_get_param")
def _icmp_parameters(original: Any, self: NetworkACLs, param_name: str, *rest: Any, **kw: Any) -> Any:
    """ICMP type and code of a network ACL entry are lost (an inline entry plans a change for ever).

    moto reads the parameter under its wire name `Icmp`; the parsed request has it as `IcmpTypeCode`.
    """
    if param_name.startswith("Icmp."):
        param_name = param_name.replace("Icmp.", "IcmpTypeCode.", 1)
    return original(self, param_name, *rest, **kw)
