"""Elastic Load Balancing v2."""

import threading
from typing import Any

from moto.elbv2 import models
from moto.elbv2.models import ELBv2Backend

from patching import around

UNKNOWN = "dualstack-without-public-ipv4"
_making = threading.local()


@around(ELBv2Backend, "create_load_balancer")
def _create(original: Any, self: ELBv2Backend, *args: Any, ip_address_type: str = "ipv4", **kw: Any) -> Any:
    """CreateLoadBalancer refuses the address type dualstack-without-public-ipv4."""
    odd = ip_address_type == UNKNOWN
    _making.kind = kw.get("loadbalancer_type")
    balancer = original(self, *args, ip_address_type="dualstack" if odd else ip_address_type, **kw)
    if odd:
        balancer.ip_address_type = UNKNOWN
    return balancer


@around(ELBv2Backend, "set_ip_address_type")
def _set(original: Any, self: ELBv2Backend, arn: str, ip_type: str) -> None:
    """SetIpAddressType refuses the address type dualstack-without-public-ipv4."""
    odd = ip_type == UNKNOWN
    original(self, arn, "dualstack" if odd else ip_type)
    if odd:
        self.load_balancers[arn].ip_address_type = UNKNOWN


@around(models, "make_arn_for_load_balancer")
def _arn(original: Any, *args: Any, **kw: Any) -> str:
    """The ARN of a Gateway Load Balancer is one of an application one, to whose listener the provider gives a protocol."""
    arn: str = original(*args, **kw)
    return arn.replace(":loadbalancer/app/", ":loadbalancer/gwy/") if _making.kind == "gateway" else arn
