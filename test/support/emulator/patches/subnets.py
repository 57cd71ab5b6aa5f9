"""EC2 subnets."""

from ipaddress import IPv6Network
from typing import Any

from moto.ec2.exceptions import InvalidSubnetConflictError, InvalidSubnetRangeError
from moto.ec2.models.subnets import Subnet, SubnetBackend
from moto.ec2.responses.subnets import Subnets

from patching import around, around_property, default, truthy


def live_ipv6(subnet: Subnet) -> list[dict[str, Any]]:
    """The IPv6 associations of a subnet that are not taken off again."""
    associations = subnet.ipv6_cidr_block_associations.values()
    return [a for a in associations if a["ipv6CidrBlockState"]["State"] == "associated"]


@around(Subnet, "get_filter_value")
def _filters(original: Any, self: Subnet, filter_name: str, method_name: str | None = None) -> Any:
    """DescribeSubnets answers 500 to the filter on which the AWS provider waits after every IPv6 association."""
    if filter_name == "ipv6-cidr-block-association.association-id":
        return [a["associationId"] for a in live_ipv6(self)]
    if filter_name == "ipv6-cidr-block-association.ipv6-cidr-block":
        return [a["ipv6CidrBlock"] for a in live_ipv6(self)]
    if filter_name == "ipv6-cidr-block-association.state":
        return [a["ipv6CidrBlockState"]["State"] for a in live_ipv6(self)]
    if filter_name == "ipv6-native":
        return self.ipv6_native
    return original(self, filter_name, method_name)


@around_property(Subnet, "available_ip_address_count")
def _free_addresses(original: Any, self: Subnet) -> int:
    """An IPv6-only subnet reports 2^64-5 free addresses, which overflows the 32-bit integer of the AWS SDKs."""
    return 0 if self.ipv6_native else original(self)


@around_property(Subnet, "ipv6_cidr_block_association_set")
def _association_set(_original: Any, self: Subnet) -> list[dict[str, Any]]:
    """Ipv6CidrBlockState.State reads "{'State': 'associated'}" instead of "associated"."""
    return [
        {
            "Ipv6CidrBlock": a["ipv6CidrBlock"],
            "AssociationId": a["associationId"],
            "Ipv6CidrBlockState": {"State": a["ipv6CidrBlockState"]["State"]},
        }
        for a in live_ipv6(self)
    ]


default(Subnet, "enable_dns64", False)


@around(Subnets, "modify_subnet_attribute")
def _attributes(original: Any, self: Subnets) -> Any:
    """ModifySubnetAttribute drops DNS64, AAAA records and the host name type: the provider waits until it times out."""
    subnet = self.ec2_backend.get_subnet(self._get_param("SubnetId"))
    dns64 = self._get_param("EnableDns64.Value")
    if dns64 is not None:
        subnet.enable_dns64 = truthy(dns64)
    aaaa = self._get_param("EnableResourceNameDnsAAAARecordOnLaunch.Value")
    if aaaa is not None:
        subnet.private_dns_name_options_on_launch["EnableResourceNameDnsAAAARecord"] = truthy(aaaa)
    host_name = self._get_param("PrivateDnsHostnameTypeOnLaunch")
    if host_name is not None:
        subnet.private_dns_name_options_on_launch["HostnameType"] = host_name
    return original(self)


def refuse_unless_free(backend: SubnetBackend, vpc_id: str, block: str) -> None:
    """Raise what AWS raises when an IPv6 block lies outside the VPC's or overlaps another subnet's."""
    wanted = IPv6Network(block)
    of_vpc = backend.get_vpc(vpc_id).get_cidr_block_association_set(ipv6=True)
    if not any(wanted.subnet_of(IPv6Network(a["cidr_block"])) for a in of_vpc):
        raise InvalidSubnetRangeError(block)
    for subnet in backend.describe_subnets(filters={"vpc-id": vpc_id}):
        if any(wanted.overlaps(IPv6Network(a["ipv6CidrBlock"])) for a in live_ipv6(subnet)):
            raise InvalidSubnetConflictError(block)


@around(SubnetBackend, "create_subnet")
def _create(
    original: Any, self: SubnetBackend, vpc_id: str, cidr_block: str, ipv6_cidr_block: str | None = None, *rest: Any, **kw: Any
) -> Subnet:
    """CreateSubnet accepts any IPv6 block, also outside the VPC or overlapping another subnet."""
    if ipv6_cidr_block:
        refuse_unless_free(self, vpc_id, ipv6_cidr_block)
    return original(self, vpc_id, cidr_block, ipv6_cidr_block, *rest, **kw)


@around(SubnetBackend, "associate_subnet_cidr_block")
def _associate(original: Any, self: SubnetBackend, subnet_id: str, ipv6_cidr_block: str) -> Any:
    """AssociateSubnetCidrBlock accepts any IPv6 block, as CreateSubnet does."""
    refuse_unless_free(self, self.get_subnet(subnet_id).vpc_id, ipv6_cidr_block)
    return original(self, subnet_id, ipv6_cidr_block)
