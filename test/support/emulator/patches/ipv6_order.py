"""IPv6 put on and taken off in the wrong order, which AWS refuses and stock moto lets pass: blocks that are in use,
addresses for instance types and subnets without IPv6."""

from ipaddress import IPv6Address, IPv6Network
from typing import Any

from moto.core.exceptions import ServiceException
from moto.ec2.models import ec2_backends
from moto.ec2.models.elastic_network_interfaces import NetworkInterfaceBackend
from moto.ec2.models.instance_types import INSTANCE_TYPES
from moto.ec2.models.instances import InstanceBackend
from moto.ec2.models.subnets import SubnetBackend
from moto.ec2.models.vpcs import VPCBackend
from moto.elbv2.models import ELBv2Backend
from moto.rds.models import RDSBackend

from patches.subnets import live_ipv6
from patching import around


class Refused(ServiceException):
    """An answer 400 with a code of AWS's."""


def has_ipv6(instance_type: str) -> bool:
    """Whether instances of the type can have IPv6 addresses."""
    return INSTANCE_TYPES.get(instance_type, {}).get("NetworkInfo", {}).get("Ipv6Supported", True)


def is_gone(eni: Any) -> bool:
    """Whether it went with its instance, of which moto keeps it."""
    return eni.instance is not None and eni.instance._state.name == "terminated"


@around(VPCBackend, "disassociate_vpc_cidr_block")
def _take_from_vpc(original: Any, self: VPCBackend, association_id: str) -> Any:
    """DisassociateVpcCidrBlock takes an IPv6 block away from under the subnets that have a part of it."""
    for vpc in self.vpcs.values():
        block = next((a for a in vpc.get_cidr_block_association_set(ipv6=True) if a["association_id"] == association_id), None)
        if block is None:
            continue
        for subnet in self.describe_subnets(filters={"vpc-id": vpc.id}):
            if any(IPv6Network(a["ipv6CidrBlock"]).subnet_of(IPv6Network(block["cidr_block"])) for a in live_ipv6(subnet)):
                raise Refused("InvalidCidrBlock.InUse", f"The vpc currently has a subnet within CIDR block {block['cidr_block']}")
    return original(self, association_id)


@around(SubnetBackend, "disassociate_subnet_cidr_block")
def _take_from_subnet(original: Any, self: SubnetBackend, association_id: str) -> Any:
    """DisassociateSubnetCidrBlock takes an IPv6 block away from under the network interfaces that have addresses of it."""
    subnet = self.get_subnet_from_ipv6_association(association_id)
    if subnet:
        block = IPv6Network(subnet.ipv6_cidr_block_associations[association_id]["ipv6CidrBlock"])
        interfaces = [eni for eni in self.describe_network_interfaces() if eni.subnet.id == subnet.id and not is_gone(eni)]
        if any(IPv6Address(address) in block for eni in interfaces for address in eni.ipv6_addresses):
            raise Refused("InvalidCidrBlock.InUse", f"The CIDR block {block} has network interfaces with addresses of it")
    return original(self, association_id)


@around(NetworkInterfaceBackend, "assign_ipv6_addresses")
def _assign(
    original: Any, self: NetworkInterfaceBackend, eni_id: str, ipv6_addresses: Any = None, ipv6_count: Any = None
) -> Any:
    """AssignIpv6Addresses gives IPv6 addresses to instance types that have none, and in blocks the subnet lost."""
    eni = self.get_network_interface(eni_id)
    if eni.instance and not has_ipv6(eni.instance.instance_type):
        raise Refused("InvalidParameterCombination", f"IPv6 addresses are not supported for {eni.instance.instance_type}")
    live = live_ipv6(eni.subnet)
    if not live:
        raise Refused("InvalidParameterValue", f"The subnet {eni.subnet.id} has no IPv6 CIDR block")
    associations = eni.subnet.ipv6_cidr_block_associations
    for association_id in [key for key, value in associations.items() if value not in live]:
        del associations[association_id]
    return original(self, eni_id, ipv6_addresses, ipv6_count)


@around(InstanceBackend, "modify_instance_attribute")
def _resize(original: Any, self: InstanceBackend, instance_id: str, key: str, value: Any) -> Any:
    """ModifyInstanceAttribute gives an instance with IPv6 addresses a type that cannot have any."""
    if key == "instance_type" and not has_ipv6(str(value)):
        if any(eni.ipv6_addresses for eni in self.get_instance(instance_id).nics.values()):
            raise Refused("InvalidParameterCombination", f"The instance type {value} does not support IPv6")
    return original(self, instance_id, key, value)


def without_ipv6(backend: Any, subnet_ids: list[str]) -> list[str]:
    """Those of the subnets that have no IPv6 block."""
    subnets = ec2_backends[backend.account_id][backend.region_name]
    return [subnet_id for subnet_id in subnet_ids if not live_ipv6(subnets.get_subnet(subnet_id))]


@around(ELBv2Backend, "set_ip_address_type")
def _dual_stack_balancer(original: Any, self: ELBv2Backend, arn: str, ip_type: str) -> None:
    """SetIpAddressType makes a load balancer dual-stack in subnets without IPv6."""
    balancer = self.load_balancers.get(arn)
    bare = without_ipv6(self, [subnet.id for subnet in balancer.subnets]) if balancer and ip_type != "ipv4" else []
    if bare:
        raise Refused("InvalidSubnet", f"You must specify subnets with an associated IPv6 CIDR block, not {', '.join(bare)}")
    original(self, arn, ip_type)


@around(RDSBackend, "modify_db_instance")
def _dual_stack_database(original: Any, self: RDSBackend, db_instance_identifier: str, db_kwargs: dict[str, Any]) -> Any:
    """ModifyDBInstance takes network type DUAL in a subnet group that has subnets without IPv6."""
    group = self.describe_db_instances(db_instance_identifier)[0].db_subnet_group
    bare = without_ipv6(self, [subnet.id for subnet in group._subnets]) if group and db_kwargs.get("network_type") == "DUAL" else []
    if bare:
        raise Refused("NetworkTypeNotSupported", f"The network type DUAL is not supported by subnets {', '.join(bare)}")
    return original(self, db_instance_identifier, db_kwargs)
