"""EC2 Instance Connect endpoints, which moto has not got."""

from typing import Any

from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from moto.ec2 import utils
from moto.ec2.exceptions import EC2ClientError
from moto.ec2.models import EC2Backend
from moto.ec2.models.core import TaggedEC2Resource
from moto.ec2.models.subnets import Subnet
from moto.ec2.responses import EC2Response
from moto.moto_api._internal import mock_random

from api_model import faults
from patching import default
from patches.subnets import live_ipv6

utils.EC2_RESOURCE_TO_PREFIX.setdefault("instance-connect-endpoint", "eice")
utils.EC2_PREFIX_TO_RESOURCE.setdefault("eice", "instance-connect-endpoint")

# What a state becomes by the next question about it: as in AWS, nothing is made or gone at once.
NEXT = {
    "create-in-progress": "create-complete",
    "update-in-progress": "update-complete",
    "delete-in-progress": "delete-complete",
}


def refuse(code: str, message: str) -> None:
    raise EC2ClientError(code, message)


class InstanceConnectEndpoint(TaggedEC2Resource):
    """One endpoint; its attributes are the members of the API's structure."""

    def __init__(self, backend: Any, subnet: Subnet, address_type: str, groups: list[str], preserve: bool):
        self.id = f"eice-{mock_random.get_random_hex(17)}"
        self.ec2_backend = backend
        self.subnet = subnet
        self.ip_address_type = address_type
        self.security_group_ids = groups
        self.preserve_client_ip = preserve
        self.state = "create-in-progress"
        self.created_at = utcnow()

    @property
    def vpc_id(self) -> str:
        return self.subnet.vpc_id

    @property
    def instance_connect_endpoint_id(self) -> str:
        return self.id

    @property
    def subnet_id(self) -> str:
        return self.subnet.id

    def describe(self) -> dict[str, Any]:
        region, account = self.ec2_backend.region_name, self.ec2_backend.account_id
        return {
            "OwnerId": account,
            "InstanceConnectEndpointId": self.id,
            "InstanceConnectEndpointArn": f"arn:aws:ec2:{region}:{account}:instance-connect-endpoint/{self.id}",
            "State": self.state,
            "DnsName": f"{self.id}.ec2-instance-connect-endpoint.{region}.amazonaws.com",
            "FipsDnsName": f"{self.id}.ec2-instance-connect-endpoint-fips.{region}.amazonaws.com",
            "NetworkInterfaceIds": [],
            "VpcId": self.vpc_id,
            "AvailabilityZone": self.subnet.availability_zone,
            "CreatedAt": self.created_at,
            "SubnetId": self.subnet_id,
            "PreserveClientIp": self.preserve_client_ip,
            "SecurityGroupIds": self.security_group_ids,
            "Tags": [{"Key": tag["key"], "Value": tag["value"]} for tag in self.get_tags()],
            "IpAddressType": self.ip_address_type,
        }


def endpoints(backend: Any) -> dict[str, InstanceConnectEndpoint]:
    """All endpoints of an account and region."""
    if not hasattr(backend, "instance_connect_endpoints"):
        backend.instance_connect_endpoints = {}
    found: dict[str, InstanceConnectEndpoint] = backend.instance_connect_endpoints
    return found


def address_type_of(subnet: Subnet, wanted: str | None, preserve: bool) -> str:
    """The type asked for, or the one that the subnet's families give; refused where the subnet lacks one of them."""
    families = {"ipv6"} if subnet.ipv6_native else {"ipv4", "ipv6"} if live_ipv6(subnet) else {"ipv4"}
    given = "dualstack" if len(families) == 2 else next(iter(families))
    address_type = wanted or given
    if not ({"ipv4", "ipv6"} if address_type == "dualstack" else {address_type}) <= families:
        refuse("InvalidParameterCombination", f"{subnet.id} has no addresses for the type {address_type}")
    if preserve and address_type != "ipv4":
        refuse("InvalidParameterCombination", "PreserveClientIp is only supported on IPv4 endpoints")
    return address_type


def checked(response: EC2Response, operation: str) -> dict[str, Any]:
    """The parameters of a request, held to the API's model."""
    parameters: dict[str, Any] = response._get_params()
    for fault in faults("ec2", operation, parameters):
        refuse("InvalidParameterValue", fault)
    return parameters


def found(backend: Any, endpoint_id: str) -> InstanceConnectEndpoint:
    if endpoint_id not in endpoints(backend):
        refuse("InvalidInstanceConnectEndpointId.NotFound", f"The instance connect endpoint {endpoint_id} does not exist")
    return endpoints(backend)[endpoint_id]


def create_instance_connect_endpoint(self: EC2Response) -> ActionResult:
    asked = checked(self, "CreateInstanceConnectEndpoint")
    backend: EC2Backend = self.ec2_backend
    subnet = backend.get_subnet(asked["SubnetId"])
    if any(one.vpc_id == subnet.vpc_id and one.state != "delete-complete" for one in endpoints(backend).values()):
        refuse("InstanceConnectEndpointLimitExceeded", f"{subnet.vpc_id} has its one endpoint already")
    groups = [backend.get_security_group_from_id(group) for group in asked.get("SecurityGroupIds", [])]
    if None in groups:
        refuse("InvalidGroup.NotFound", "a security group does not exist")
    preserve = asked.get("PreserveClientIp", False)
    address_type = address_type_of(subnet, asked.get("IpAddressType"), preserve)
    endpoint = InstanceConnectEndpoint(backend, subnet, address_type, asked.get("SecurityGroupIds", []), preserve)
    endpoints(backend)[endpoint.id] = endpoint
    endpoint.add_tags(utils.add_tag_specification(asked.get("TagSpecifications", [])))
    return ActionResult({"InstanceConnectEndpoint": endpoint.describe()})


def describe_instance_connect_endpoints(self: EC2Response) -> ActionResult:
    asked = checked(self, "DescribeInstanceConnectEndpoints")
    backend: EC2Backend = self.ec2_backend
    ids = asked.get("InstanceConnectEndpointIds", [])
    chosen = [found(backend, one) for one in ids] or list(endpoints(backend).values())
    # Refuses a filter that it does not know; tags are among those it knows.
    chosen = utils.generic_filter(self._filters_from_querystring(), chosen)
    answer = [endpoint.describe() for endpoint in chosen]
    for endpoint in chosen:
        if endpoint.state == "delete-complete":
            del endpoints(backend)[endpoint.id]
        endpoint.state = NEXT.get(endpoint.state, endpoint.state)
    return ActionResult({"InstanceConnectEndpoints": answer})


def modify_instance_connect_endpoint(self: EC2Response) -> ActionResult:
    asked = checked(self, "ModifyInstanceConnectEndpoint")
    endpoint = found(self.ec2_backend, asked["InstanceConnectEndpointId"])
    preserve = asked.get("PreserveClientIp", endpoint.preserve_client_ip)
    endpoint.ip_address_type = address_type_of(
        endpoint.subnet, asked.get("IpAddressType", endpoint.ip_address_type), preserve
    )
    endpoint.preserve_client_ip = preserve
    endpoint.security_group_ids = asked.get("SecurityGroupIds", endpoint.security_group_ids)
    endpoint.state = "update-in-progress"
    return ActionResult({"Return": True})


def delete_instance_connect_endpoint(self: EC2Response) -> ActionResult:
    asked = checked(self, "DeleteInstanceConnectEndpoint")
    endpoint = found(self.ec2_backend, asked["InstanceConnectEndpointId"])
    endpoint.state = "delete-in-progress"
    return ActionResult({"InstanceConnectEndpoint": endpoint.describe()})


# Symptom without them: an endpoint, native or of the hook, ends with the answer 500 (not implemented).
default(EC2Response, "create_instance_connect_endpoint", create_instance_connect_endpoint)
default(EC2Response, "describe_instance_connect_endpoints", describe_instance_connect_endpoints)
default(EC2Response, "modify_instance_connect_endpoint", modify_instance_connect_endpoint)
default(EC2Response, "delete_instance_connect_endpoint", delete_instance_connect_endpoint)
