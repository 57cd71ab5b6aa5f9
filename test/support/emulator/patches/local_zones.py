"""Local Zones: one, in Los Angeles, of which moto knows nothing."""

from typing import Any

from moto.ec2.models.availability_zones_and_regions import RegionsAndZonesBackend, Zone
from moto.ec2.models.vpcs import VPC
from moto.ec2.responses.elastic_ip_addresses import ElasticIPAddresses

from patching import around, around_property

RegionsAndZonesBackend.zones["us-west-2"].append(
    Zone(name="us-west-2-lax-1a", region_name="us-west-2", zone_id="usw2-lax1-az1", zone_type="local-zone")
)


@around(VPC, "associate_vpc_cidr_block")
def _second_block(original: Any, self: VPC, *args: Any, **kwargs: Any) -> Any:
    """AssociateVpcCidrBlock refuses a second IPv6 block of Amazon's; AWS gives five to a VPC."""
    held = self._cidr_block_association_set
    ipv6 = {key: one for key, one in held.items() if one.get("ipv6_pool") == "Amazon"}
    if len(ipv6) >= 5:
        return original(self, *args, **kwargs)
    for key in ipv6:
        del held[key]
    try:
        made = original(self, *args, **kwargs)
    finally:
        # In their order: the first is the VPC's own.
        now = dict(held)
        held.clear()
        held.update({**{key: one for key, one in now.items() if one.get("ipv6_pool") is None}, **ipv6, **now})
    return made


@around_property(VPC, "ipv6_cidr_block_association_set")
def _border_groups(original: Any, self: VPC) -> list[dict[str, Any]]:
    """DescribeVpcs leaves out a block's network border group (the change is planned for ever)."""
    groups = ((one, one.get("ipv6_cidr_block_network_border_group")) for one in original(self))
    return [one if group in (None, self.region) else {**one, "networkBorderGroup": group} for one, group in groups]


@around(ElasticIPAddresses, "allocate_address")
def _allocate(original: Any, self: ElasticIPAddresses) -> Any:
    """AllocateAddress drops NetworkBorderGroup (the address is planned to be replaced for ever)."""
    answer = original(self)
    group = self._get_param("NetworkBorderGroup")
    if group:
        [address] = self.ec2_backend.describe_addresses(allocation_ids=[answer.result["AllocationId"]])
        address.network_border_group = group
    return answer
