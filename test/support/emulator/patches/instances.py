"""EC2 instances: what they take from the request and from their launch template."""

from contextvars import ContextVar
from typing import Any

from moto.ec2.models.instances import Instance, InstanceBackend, MetadataOptions
from moto.ec2.responses.instances import InstanceResponse
from moto.ec2.utils import random_private_ip

from patches.subnets import live_ipv6
from patching import around, around_property, default, truthy

# What stock moto does not read from a RunInstances request, carried to the backend below it.
unread: ContextVar[dict[str, Any]] = ContextVar("unread", default={})

default(Instance, "private_dns_name_options", None)


def primary_interface(interfaces: list[dict[str, Any]]) -> dict[str, Any]:
    """The specification of device 0, empty when there is none."""
    return next((i for i in interfaces if int(i.get("DeviceIndex", 0)) == 0), {})


def give_ipv6(instance: Instance, interface: dict[str, Any], wanted: dict[str, Any]) -> None:
    """Give the first interface the IPv6 addresses the request, the launch template or the subnet asks for."""
    eni = instance.nics.get(0)
    if eni is None:
        return
    requested = wanted.get("Ipv6Addresses") or []
    named = [address.get("Ipv6Address") if isinstance(address, dict) else address for address in requested]
    if named:
        # Where addresses are named, none is drawn beside them.
        eni.ipv6_addresses[:] = named
    automatic = truthy(getattr(eni.subnet, "assign_ipv6_address_on_creation", False))
    count = int(interface.get("Ipv6AddressCount") or 0) or int(automatic)
    blocks = live_ipv6(eni.subnet)
    while blocks and len(eni.ipv6_addresses) < count:
        eni.ipv6_addresses.append(random_private_ip(blocks[0]["ipv6CidrBlock"], ipv6=True))
    eni.primary_ipv6 = truthy(wanted.get("EnablePrimaryIpv6")) or truthy(interface.get("PrimaryIpv6"))


def host_names(options: dict[str, Any]) -> dict[str, Any]:
    """PrivateDnsNameOptions with every field filled."""
    return {
        "HostnameType": options.get("HostnameType", "ip-name"),
        "EnableResourceNameDnsARecord": truthy(options.get("EnableResourceNameDnsARecord")),
        "EnableResourceNameDnsAAAARecord": truthy(options.get("EnableResourceNameDnsAAAARecord")),
    }


@around(InstanceBackend, "run_instances")
def _launch(original: Any, self: InstanceBackend, *args: Any, **kw: Any) -> Any:
    """Instances lose the IPv6 addresses of request, launch template and subnet, security groups on the interface (of the
    template, and of a request with a private address), the template's metadata options and host name options.
    RunInstances and Auto Scaling both come through here."""
    wanted, template = unread.get(), {}
    if kw.get("launch_template"):
        template = self._get_template_from_args(kw["launch_template"]).data
    interface = primary_interface(kw.get("nics") or template.get("NetworkInterfaces") or [])
    if interface.get("Groups") and not kw.get("nics") and not kw.get("security_group_ids"):
        kw["security_group_ids"] = list(interface["Groups"])
    reservation = original(self, *args, **kw)
    for instance in reservation.instances:
        if interface.get("Groups") and not instance.security_groups:
            instance.security_groups = [self.get_security_group_from_id(group) for group in interface["Groups"]]
        give_ipv6(instance, interface, wanted)
        options = wanted.get("PrivateDnsNameOptions") or template.get("PrivateDnsNameOptions")
        if options:
            instance.private_dns_name_options = host_names(options)
        if template.get("MetadataOptions") and not kw.get("metadata_options"):
            instance.metadata_options = MetadataOptions(template["MetadataOptions"])
    return reservation


@around(InstanceResponse, "run_instances")
def _request(original: Any, self: InstanceResponse) -> Any:
    """RunInstances never reads Ipv6Addresses, PrivateDnsNameOptions and EnablePrimaryIpv6."""
    names = ("Ipv6Addresses", "PrivateDnsNameOptions", "EnablePrimaryIpv6")
    token = unread.set({name: self._get_param(name) for name in names})
    try:
        return original(self)
    finally:
        unread.reset(token)


@around_property(Instance, "private_dns_name")
def _private_dns_name(original: Any, self: Instance) -> str:
    """DescribeInstances answers 500 for an instance without IPv4 address."""
    if self.private_ip:
        return original(self)
    return f"i-{self.id[2:]}.{self.region_name}.compute.internal"
