"""IPv6 blocks of a VPC that are not Amazon's: a pool of one's own addresses, or IPAM."""

import random
from typing import Any

from moto.core.responses import ActionResult
from moto.ec2.responses.vpcs import VPCs
from moto.ec2.utils import random_vpc_cidr_association_id

from patching import around


def associate(vpc: Any, block: str | None, pool: str) -> dict[str, Any]:
    """Note an IPv6 block of `pool` at the VPC; without `block` one of the documentation prefix is drawn."""
    drawn = f"2001:db8:{random.randrange(65536):x}:{random.randrange(256):x}00::/56"
    association = {
        "association_id": random_vpc_cidr_association_id(),
        "cidr_block_state": {"state": "associated", "StatusMessage": None},
        "cidr_block": block or drawn,
        "ipv6_pool": pool,
        "ipv6_cidr_block_network_border_group": vpc.ec2_backend.region_name,
    }
    vpc._cidr_block_association_set[association["association_id"]] = association
    return association


@around(VPCs, "associate_vpc_cidr_block")
def _associate(original: Any, self: VPCs) -> Any:
    """AssociateVpcCidrBlock with a pool answers with an IPv4 association, on which the AWS provider crashes."""
    ipam = self._get_param("Ipv6IpamPoolId")
    pool = self._get_param("Ipv6Pool")
    if not ipam and not pool:
        return original(self)
    vpc = self.ec2_backend.get_vpc(self._get_param("VpcId"))
    made = associate(vpc, self._get_param("Ipv6CidrBlock"), "IPAM Managed" if ipam else pool)
    for table in list(self.ec2_backend.route_tables.values()):
        if table.vpc_id == vpc.id:
            self.ec2_backend.create_route(table.id, None, destination_ipv6_cidr_block=made["cidr_block"], local=True)
    association = {
        "AssociationId": made["association_id"],
        "Ipv6CidrBlock": made["cidr_block"],
        "Ipv6CidrBlockState": {"State": "associating"},
        "Ipv6Pool": made["ipv6_pool"],
    }
    return ActionResult({"VpcId": vpc.id, "Ipv6CidrBlockAssociation": association})
