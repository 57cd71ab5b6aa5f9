import { parameterPrefixReserved } from "./parameter-prefix-reserved.ts";
import { peeredVpcsOverlap } from "./peered-vpcs-overlap.ts";
import { peeringConnectionTwice } from "./peering-connection-twice.ts";
import { peeringRegion } from "./peering-region.ts";
import { peeringReturnRoutesElsewhere } from "./peering-return-routes-elsewhere.ts";
import { peeringReturnRoutesOfOtherAccount } from "./peering-return-routes-of-other-account.ts";
import { referenceOfOtherRegion } from "./reference-of-other-region.ts";
import { returnRouteTwice } from "./return-route-twice.ts";
import { transitAttachmentSubnetFamily } from "./transit-attachment-subnet-family.ts";
import { transitAttachmentWithoutApplianceMode } from "./transit-attachment-without-appliance-mode.ts";
import { transitAttachmentWithoutIpv6 } from "./transit-attachment-without-ipv6.ts";
import { transitAttachmentWithoutTable } from "./transit-attachment-without-table.ts";
import { transitAttachmentZoneMissing } from "./transit-attachment-zone-missing.ts";
import { transitAttachmentZoneTwice } from "./transit-attachment-zone-twice.ts";
import { transitGatewayRouteDeadEnd } from "./transit-gateway-route-dead-end.ts";
import { transitGatewayRouteTwice } from "./transit-gateway-route-twice.ts";
import { transitGatewayTableElsewhere } from "./transit-gateway-table-elsewhere.ts";
import { transitGatewayVpcsOverlap } from "./transit-gateway-vpcs-overlap.ts";
import { transitIpv6DefaultRoute } from "./transit-ipv6-default-route.ts";
import { transitRouteWithoutIpv6Twin } from "./transit-route-without-ipv6-twin.ts";
import { vpcIpv6BlocksOverlap } from "./vpc-ipv6-blocks-overlap.ts";

/** The rules on transit, sorted by id. */
export const transitRules = [
  parameterPrefixReserved,
  peeredVpcsOverlap,
  peeringConnectionTwice,
  peeringRegion,
  peeringReturnRoutesElsewhere,
  peeringReturnRoutesOfOtherAccount,
  referenceOfOtherRegion,
  returnRouteTwice,
  transitAttachmentSubnetFamily,
  transitAttachmentWithoutApplianceMode,
  transitAttachmentWithoutIpv6,
  transitAttachmentWithoutTable,
  transitAttachmentZoneMissing,
  transitAttachmentZoneTwice,
  transitGatewayRouteDeadEnd,
  transitGatewayRouteTwice,
  transitGatewayTableElsewhere,
  transitGatewayVpcsOverlap,
  transitIpv6DefaultRoute,
  transitRouteWithoutIpv6Twin,
  vpcIpv6BlocksOverlap,
] as const;
