"""EC2 network interfaces, above all in IPv6-only subnets."""

from typing import Any

from moto.core.responses import ActionResult
from moto.ec2.exceptions import EC2ClientError
from moto.ec2.models import elastic_network_interfaces as interfaces
from moto.ec2.models.elastic_network_interfaces import NetworkInterface, NetworkInterfaceBackend
from moto.ec2.responses import EC2Response
from moto.ec2.responses.elastic_network_interfaces import ElasticNetworkInterfaces

from api_model import faults
from patching import around, around_property, default, truthy

default(NetworkInterface, "primary_ipv6", False)
default(NetworkInterface, "public_ip_dns_name_options", None)


@around(interfaces, "random_private_ip")
def _random_private_ip(original: Any, cidr: str | None = None, ipv6: bool = False) -> str | None:
    """Answers 500 (IndexError) for an IPv6-only subnet, which has no IPv4 block to draw from."""
    return original(cidr, ipv6=ipv6) if cidr else None


@around(interfaces, "generate_dns_from_ip")
def _generate_dns(original: Any, ip: Any, *rest: Any, **kw: Any) -> str | None:
    """Makes an IPv4 host name out of no address or of an IPv6 one."""
    return original(ip, *rest, **kw) if ip and ":" not in str(ip) else None


@around(NetworkInterface, "__init__")
def _create(
    original: Any, self: NetworkInterface, ec2_backend: Any, subnet: Any, private_ip_address: Any = None, *rest: Any, **kw: Any
) -> None:
    """An interface in an IPv6-only subnet gets its IPv6 address as private IPv4 address."""
    place = ec2_backend.get_subnet(subnet) if isinstance(subnet, str) else subnet
    only_ipv6 = getattr(place, "ipv6_native", False)
    if only_ipv6:
        given = private_ip_address[0] if isinstance(private_ip_address, list) and private_ip_address else private_ip_address
        literal = [str(given)] if given and ":" in str(given) else []
        kw["ipv6_addresses"] = [*(kw.get("ipv6_addresses") or []), *literal]
        private_ip_address = None
    original(self, ec2_backend, subnet, private_ip_address, *rest, **kw)
    if only_ipv6:
        self.private_ip_address = None
        self.private_ip_addresses = []


@around_property(NetworkInterface, "instance_ipv6_address_list")
def _primary_ipv6(original: Any, self: NetworkInterface) -> list[dict[str, Any]]:
    """DescribeInstances says of no address that it is the primary IPv6 address."""
    addresses = original(self)
    if addresses and self.primary_ipv6:
        addresses[0]["IsPrimaryIpv6"] = True
    return addresses


def modify_public_ip_dns_name_options(self: EC2Response) -> ActionResult:
    asked = self._get_params()
    for fault in faults("ec2", "ModifyPublicIpDnsNameOptions", asked):
        raise EC2ClientError("InvalidParameterValue", fault)
    interface = self.ec2_backend.get_all_network_interfaces([asked["NetworkInterfaceId"]])[0]
    interface.public_ip_dns_name_options = {"DnsHostnameType": asked["HostnameType"]}
    return ActionResult({"Successful": True})


# Symptom without it: a choice of the public DNS name ends with the answer 500 (not implemented).
default(EC2Response, "modify_public_ip_dns_name_options", modify_public_ip_dns_name_options)


@around(ElasticNetworkInterfaces, "modify_network_interface_attribute")
def _make_primary(original: Any, self: ElasticNetworkInterfaces) -> Any:
    """ModifyNetworkInterfaceAttribute drops EnablePrimaryIpv6 (the change is planned for ever)."""
    if truthy(self._get_param("EnablePrimaryIpv6")):
        self.ec2_backend.get_network_interface(self._get_param("NetworkInterfaceId")).primary_ipv6 = True
    return original(self)


@around(NetworkInterfaceBackend, "modify_network_interface_attribute")
def _groups_of_instance(original: Any, self: NetworkInterfaceBackend, eni_id: str, group_ids: list[str], *rest: Any) -> None:
    """Security groups given to the first interface of an instance do not become the instance's (planned for ever)."""
    original(self, eni_id, group_ids, *rest)
    eni = self.get_network_interface(eni_id)
    if group_ids and eni.instance is not None and eni.instance.nics.get(0) is eni:
        eni.instance.security_groups = list(eni._group_set)
