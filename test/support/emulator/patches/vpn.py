"""VPN connections, and route propagation of virtual private gateways, which moto 5.2.1 has not."""

from typing import Any

from moto.core.responses import EmptyResult
from moto.ec2.models.route_tables import RouteTable
from moto.ec2.responses.virtual_private_gateways import VirtualPrivateGateways
from moto.ec2.responses.vpn_connections import VPNConnections

from patching import around, default, truthy


@around(VPNConnections, "create_vpn_connection")
def _create(original: Any, self: VPNConnections) -> Any:
    """CreateVpnConnection drops the options (the family inside is planned for ever)."""
    answer = original(self)
    options = self._get_param("Options") or {}
    answer.result["VpnConnection"].options = {
        "StaticRoutesOnly": truthy(options.get("StaticRoutesOnly")),
        "TunnelInsideIpVersion": options.get("TunnelInsideIpVersion", "ipv4"),
    }
    return answer


def _enable(self: VirtualPrivateGateways) -> EmptyResult:
    """EnableVgwRoutePropagation is not implemented (HTTP 500)."""
    table = self.ec2_backend.get_route_table(self._get_param("RouteTableId"))
    gateway = self._get_param("GatewayId")
    others = [one for one in table.propagating_vgws if one["GatewayId"] != gateway]
    table.propagating_vgws = [*others, {"GatewayId": gateway}]
    return EmptyResult()


def _disable(self: VirtualPrivateGateways) -> EmptyResult:
    """DisableVgwRoutePropagation is not implemented (HTTP 500)."""
    table = self.ec2_backend.get_route_table(self._get_param("RouteTableId"))
    gateway = self._get_param("GatewayId")
    table.propagating_vgws = [one for one in table.propagating_vgws if one["GatewayId"] != gateway]
    return EmptyResult()


default(RouteTable, "propagating_vgws", [])
default(VirtualPrivateGateways, "enable_vgw_route_propagation", _enable)
default(VirtualPrivateGateways, "disable_vgw_route_propagation", _disable)
