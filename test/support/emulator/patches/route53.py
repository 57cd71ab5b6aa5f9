"""Route 53."""

from typing import Any

from moto.route53.responses import Route53

from patching import around


@around(Route53, "_get_bool_param")
def _private(original: Any, self: Route53, name: str, *rest: Any, **kw: Any) -> Any:
    """A zone made with a VPC is private; moto wants PrivateZone said as well, and forgets the VPC: second plan not empty."""
    said = original(self, name, *rest, **kw)
    if name != "HostedZoneConfig.PrivateZone":
        return said
    return said or self._get_param("VPC.VPCId") is not None
