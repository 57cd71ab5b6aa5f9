import type { NatGateway } from "@aws-sdk/client-ec2";
import { fieldsOf } from "./field.ts";

const { text } = fieldsOf<NatGateway>();

/** What import reads of a NAT gateway beside its addresses. */
export const natGatewayFields = {
  subnetId: text("subnet_id", "SubnetId", ""),
  /** The Elastic IP's `eipalloc-` id; null for a private one. */
  allocationId: text(
    "allocation_id",
    ({ NatGatewayAddresses: all }) => (all?.find(({ IsPrimary }) => IsPrimary) ?? all?.[0])?.AllocationId,
    null,
  ),
};
