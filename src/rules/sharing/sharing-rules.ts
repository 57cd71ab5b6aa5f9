import { resourceShareAcceptedTwice } from "./resource-share-accepted-twice.ts";
import { resourceShareEmpty } from "./resource-share-empty.ts";
import { resourceShareOtherPartition } from "./resource-share-other-partition.ts";
import { resourceShareOutsideOrganization } from "./resource-share-outside-organization.ts";
import { sharedTransitGatewayOpen } from "./shared-transit-gateway-open.ts";

/** The rules on sharing, sorted by id. */
export const sharingRules = [
  resourceShareAcceptedTwice,
  resourceShareEmpty,
  resourceShareOtherPartition,
  resourceShareOutsideOrganization,
  sharedTransitGatewayOpen,
] as const;
