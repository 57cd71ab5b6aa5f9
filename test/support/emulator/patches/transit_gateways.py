"""Transit gateway attachments."""

from typing import Any

from moto.ec2.models.transit_gateway import TransitGateway
from moto.ec2.models.transit_gateway_attachments import TransitGatewayAttachmentBackend
from moto.ec2.models.transit_gateway_route_tables import TransitGatewayRouteTableBackend
from moto.ec2.responses.transit_gateway_attachments import TransitGatewayAttachment

from patching import around


@around(TransitGatewayAttachment, "create_transit_gateway_vpc_attachment")
def _create(original: Any, self: TransitGatewayAttachment) -> Any:
    """CreateTransitGatewayVpcAttachment drops the tags (the change is planned for ever)."""
    answer = original(self)
    tags = self._parse_tag_specification().get("transit-gateway-attachment", {})
    answer.result["TransitGatewayVpcAttachment"].add_tags(tags)
    return answer


@around(TransitGatewayAttachmentBackend, "delete_transit_gateway_vpc_attachment")
def _delete(original: Any, self: TransitGatewayAttachmentBackend, *args: Any, **kw: Any) -> Any:
    """A deleted attachment is gone at once; AWS shows it as deleted for a while, for which the provider waits."""
    attachment = original(self, *args, **kw)
    self.transit_gateway_attachments[attachment.id] = attachment
    return attachment


@around(TransitGateway, "__init__")
def _init(original: Any, self: TransitGateway, *args: Any, **kw: Any) -> None:
    """A gateway without default association or propagation names a default table (the provider takes attachments out of it)."""
    original(self, *args, **kw)
    table = self.default_route_table
    table.default_association_route_table = self.options["DefaultRouteTableAssociation"] == "enable"
    table.default_propagation_route_table = self.options["DefaultRouteTablePropagation"] == "enable"
    if not table.default_association_route_table:
        del self.options["AssociationDefaultRouteTableId"]
    if not table.default_propagation_route_table:
        del self.options["PropagationDefaultRouteTableId"]


@around(TransitGatewayAttachmentBackend, "create_transit_gateway_vpc_attachment")
def _attach(original: Any, self: TransitGatewayAttachmentBackend, *args: Any, **kw: Any) -> Any:
    """Each attachment is associated with the default table, also of a gateway that associates none by default."""
    attachment = original(self, *args, **kw)
    table = attachment.transit_gateway_route_table
    if not table.default_association_route_table:
        del table.route_table_associations[attachment.id]
        attachment.transit_gateway_route_table = None
    return attachment


@around(TransitGatewayRouteTableBackend, "create_transit_gateway_route")
def _route(original: Any, self: TransitGatewayRouteTableBackend, *args: Any, **kw: Any) -> Any:
    """The attachment of a route is no list, and the answer has none (the provider takes each route for a black hole)."""
    route = original(self, *args, **kw)
    attachment = route.get("transitGatewayAttachments")
    if isinstance(attachment, dict):
        route["transitGatewayAttachments"] = [attachment]
    return route
