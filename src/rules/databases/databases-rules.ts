import { cacheEngineVersionForm } from "./cache-engine-version-form.ts";
import { cacheEngineVersionWithoutIpv6 } from "./cache-engine-version-without-ipv6.ts";
import { cacheIpDiscovery } from "./cache-ip-discovery.ts";
import { cacheNetworkType } from "./cache-network-type.ts";
import { cacheNodeTypeNotNitro } from "./cache-node-type-not-nitro.ts";
import { databaseIdentifierTwice } from "./database-identifier-twice.ts";
import { databaseInLocalZone } from "./database-in-local-zone.ts";
import { databaseNetworkType } from "./database-network-type.ts";
import { databasePublicWithoutInternetGateway } from "./database-public-without-internet-gateway.ts";
import { databasePubliclyAccessible } from "./database-publicly-accessible.ts";
import { databaseSubnetGroupIpv6Only } from "./database-subnet-group-ipv6-only.ts";
import { databaseSubnetGroupSingleZone } from "./database-subnet-group-single-zone.ts";

/** The rules on databases, sorted by id. */
export const databasesRules = [
  cacheEngineVersionForm,
  cacheEngineVersionWithoutIpv6,
  cacheIpDiscovery,
  cacheNetworkType,
  cacheNodeTypeNotNitro,
  databaseIdentifierTwice,
  databaseInLocalZone,
  databaseNetworkType,
  databasePublicWithoutInternetGateway,
  databasePubliclyAccessible,
  databaseSubnetGroupIpv6Only,
  databaseSubnetGroupSingleZone,
] as const;
