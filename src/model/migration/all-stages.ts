import type { Stage } from "./stage.ts";
import { databasesStage } from "./stages/databases.ts";
import { importStage } from "./stages/import.ts";
import { instanceAddressesStage } from "./stages/instance-addresses.ts";
import { instanceTypesStage } from "./stages/instance-types.ts";
import { ipv6OnlySubnetsStage } from "./stages/ipv6-only-subnets.ts";
import { loadBalancersStage } from "./stages/load-balancers.ts";
import { routesStage } from "./stages/routes.ts";
import { securityStage } from "./stages/security.ts";
import { subnetAddressBlocksStage } from "./stages/subnet-address-blocks.ts";
import { vpcAddressBlockStage } from "./stages/vpc-address-block.ts";

/** Every stage, in the order in which they are applied. */
export const allStages: readonly Stage[] = [
  importStage,
  vpcAddressBlockStage,
  subnetAddressBlocksStage,
  securityStage,
  routesStage,
  instanceTypesStage,
  instanceAddressesStage,
  loadBalancersStage,
  databasesStage,
  ipv6OnlySubnetsStage,
];
