import { existingAddressUnknown } from "./existing-address-unknown.ts";
import { existingIdForm } from "./existing-id-form.ts";
import { existingIdTwice } from "./existing-id-twice.ts";
import { existingImportAndReference } from "./existing-import-and-reference.ts";
import { existingImportWithoutParent } from "./existing-import-without-parent.ts";
import { existingInstanceFixedAddress } from "./existing-instance-fixed-address.ts";
import { existingInstancePrimaryAddress } from "./existing-instance-primary-address.ts";
import { existingNetworkAclNewSubnet } from "./existing-network-acl-new-subnet.ts";
import { existingReferenceNeedsIpv6 } from "./existing-reference-needs-ipv6.ts";
import { existingSubnetNewRouteTable } from "./existing-subnet-new-route-table.ts";
import { migrationInstanceTypeUnchanged } from "./migration-instance-type-unchanged.ts";
import { migrationStageNotReady } from "./migration-stage-not-ready.ts";
import { migrationWithoutExisting } from "./migration-without-existing.ts";

/** The rules on migration, sorted by id. */
export const migrationRules = [
  existingAddressUnknown,
  existingIdForm,
  existingIdTwice,
  existingImportAndReference,
  existingImportWithoutParent,
  existingInstanceFixedAddress,
  existingInstancePrimaryAddress,
  existingNetworkAclNewSubnet,
  existingReferenceNeedsIpv6,
  existingSubnetNewRouteTable,
  migrationInstanceTypeUnchanged,
  migrationStageNotReady,
  migrationWithoutExisting,
] as const;
