"""Transit gateway attachments."""

from typing import Any

from moto.ec2.models.transit_gateway_attachments import TransitGatewayAttachmentBackend
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
