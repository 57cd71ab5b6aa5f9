"""VPC endpoints."""

from typing import Any

from moto.ec2.responses.vpc_service_configuration import VPCEndpointServiceConfiguration
from moto.ec2.responses.vpcs import VPCs

from patching import around


@around(VPCs, "create_vpc_endpoint")
def _create(original: Any, self: VPCs) -> Any:
    """CreateVpcEndpoint drops IpAddressType and DnsOptions (the change is planned for ever)."""
    answer = original(self)
    endpoint = answer.result["VpcEndpoint"]
    endpoint.ip_address_type = self._get_param("IpAddressType") or "ipv4"
    options = self._get_param("DnsOptions") or {}
    endpoint.dns_options = {"DnsRecordIpType": options.get("DnsRecordIpType") or endpoint.ip_address_type}
    return answer


@around(VPCs, "modify_vpc_endpoint")
def _modify(original: Any, self: VPCs) -> Any:
    """ModifyVpcEndpoint drops IpAddressType and DnsOptions."""
    ids = [self._get_param("VpcEndpointId")]
    endpoint = self.ec2_backend.describe_vpc_endpoints(vpc_end_point_ids=ids)[0]
    if self._get_param("IpAddressType"):
        endpoint.ip_address_type = self._get_param("IpAddressType")
    if self._get_param("DnsOptions.DnsRecordIpType"):
        endpoint.dns_options = {"DnsRecordIpType": self._get_param("DnsOptions.DnsRecordIpType")}
    return original(self)


@around(VPCEndpointServiceConfiguration, "create_vpc_endpoint_service_configuration")
def _create_service(original: Any, self: VPCEndpointServiceConfiguration) -> Any:
    """CreateVpcEndpointServiceConfiguration drops SupportedIpAddressTypes (the change is planned for ever)."""
    answer = original(self)
    types = self._get_param("SupportedIpAddressTypes") or ["ipv4"]
    answer.result["ServiceConfiguration"].supported_ip_address_types = sorted(types)
    return answer
