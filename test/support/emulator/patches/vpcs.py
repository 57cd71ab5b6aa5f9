"""IPv6 blocks of a VPC: those that are not Amazon's (a pool of one's own addresses, or IPAM), and what AWS does on its own
when a VPC gets one."""

import random
from typing import Any

from moto.core.responses import ActionResult
from moto.ec2.models.vpcs import VPCBackend
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
    open_egress(self.ec2_backend, vpc.id)
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


def open_egress(backend: Any, vpc_id: str) -> None:
    """What AWS does when a VPC gets an IPv6 block: groups whose outbound rules are the default ones may send to ::/0."""
    for group in list(backend.groups[vpc_id].values()):
        rules = [(rule.ip_protocol, rule.ip_range.get("CidrIp")) for rule in group.egress_rules]
        if rules == [("-1", "0.0.0.0/0")]:
            backend.authorize_security_group_egress(group.group_id, "-1", None, None, [{"CidrIpv6": "::/0"}], vpc_id=vpc_id)


@around(VPCBackend, "associate_vpc_cidr_block")
def _associate_amazons(
    original: Any, self: VPCBackend, vpc_id: str, cidr_block: str, amazon_provided_ipv6_cidr_block: bool
) -> Any:
    """AssociateVpcCidrBlock leaves security groups alone; AWS adds the outbound rule ::/0 to those with the default rules
    (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-migrate-ipv6.html, step 3)."""
    association = original(self, vpc_id, cidr_block, amazon_provided_ipv6_cidr_block)
    if amazon_provided_ipv6_cidr_block:
        open_egress(self, vpc_id)
    return association
