"""The IPv6 prefixes for source NAT of network load balancers."""

from ipaddress import IPv6Network
from typing import Any

from moto.elbv2.exceptions import InvalidConfigurationRequest
from moto.elbv2.models import AvailabilityZone, ELBv2Backend, FakeLoadBalancer
from moto.elbv2.responses import ELBV2Response

from api_model import faults
from patching import around, around_property, default
from patches.subnets import live_ipv6

UDP = ("UDP", "TCP_UDP")

default(FakeLoadBalancer, "enable_prefix_for_ipv6_source_nat", None)


def prefixes(subnet: Any) -> list[str]:
    """A /80 of the subnet, as auto_assigned gives one."""
    return [str(next(IPv6Network(a["ipv6CidrBlock"]).subnets(new_prefix=80))) for a in live_ipv6(subnet)]


@around_property(FakeLoadBalancer, "availability_zones")
def _zones(original: Any, self: FakeLoadBalancer) -> list[AvailabilityZone]:
    """DescribeLoadBalancers knows no SourceNatIpv6Prefixes."""
    zones = original(self)
    if self.enable_prefix_for_ipv6_source_nat == "on":
        for zone, subnet in zip(zones, self.subnets, strict=True):
            zone.source_nat_ipv6_prefixes = prefixes(subnet)
    return zones


def listens_for_udp(balancer: FakeLoadBalancer) -> bool:
    return any(listener.protocol in UDP for listener in balancer.listeners.values())


@around(ELBV2Response, "set_subnets")
def _set_subnets(original: Any, self: ELBV2Response) -> Any:
    """SetSubnets drops EnablePrefixForIpv6SourceNat, and checks it neither."""
    for fault in faults("elbv2", "SetSubnets", self._get_params()):
        raise InvalidConfigurationRequest(fault)
    answer = original(self)
    balancer = self.elbv2_backend.load_balancers[self._get_param("LoadBalancerArn")]
    wanted = self._get_param("EnablePrefixForIpv6SourceNat")
    if wanted == "on" and (balancer.type, balancer.ip_address_type) != ("network", "dualstack"):
        raise InvalidConfigurationRequest("IPv6 source NAT is for dualstack network load balancers")
    if wanted == "off" and listens_for_udp(balancer):
        raise InvalidConfigurationRequest("a UDP listener needs the prefixes for IPv6 source NAT")
    if wanted is not None:
        balancer.enable_prefix_for_ipv6_source_nat = wanted
    answer.result["EnablePrefixForIpv6SourceNat"] = balancer.enable_prefix_for_ipv6_source_nat
    answer.result["AvailabilityZones"] = balancer.availability_zones
    return answer


@around(ELBv2Backend, "create_listener")
def _create_listener(original: Any, self: ELBv2Backend, load_balancer_arn: str, protocol: str, *args: Any, **kw: Any) -> Any:
    """A dualstack network load balancer takes a UDP listener without prefixes for IPv6 source NAT, which AWS refuses."""
    balancer = self.load_balancers.get(load_balancer_arn)
    if balancer is not None and balancer.ip_address_type == "dualstack" and protocol in UDP:
        if balancer.enable_prefix_for_ipv6_source_nat != "on":
            raise InvalidConfigurationRequest(f"{protocol} on a dualstack load balancer needs prefixes for IPv6 source NAT")
    return original(self, load_balancer_arn, protocol, *args, **kw)
