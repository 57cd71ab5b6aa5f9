import { cacheEngineVersionForm } from "./cache-engine-version-form.ts";
import { cacheEngineVersionWithoutIpv6 } from "./cache-engine-version-without-ipv6.ts";
import { cacheIpDiscovery } from "./cache-ip-discovery.ts";
import { cacheNetworkType } from "./cache-network-type.ts";
import { cacheNodeTypeNotNitro } from "./cache-node-type-not-nitro.ts";
import { databaseBackupWindowUnused } from "./database-backup-window-unused.ts";
import { databaseIdentifierTwice } from "./database-identifier-twice.ts";
import { databaseInLocalZone } from "./database-in-local-zone.ts";
import { databaseMaxStorage } from "./database-max-storage.ts";
import { databaseNetworkType } from "./database-network-type.ts";
import { databaseParameterGroupFamily } from "./database-parameter-group-family.ts";
import { databasePublicWithoutInternetGateway } from "./database-public-without-internet-gateway.ts";
import { databasePubliclyAccessible } from "./database-publicly-accessible.ts";
import { databaseSubnetGroupIpv6Only } from "./database-subnet-group-ipv6-only.ts";
import { databaseSubnetGroupSingleZone } from "./database-subnet-group-single-zone.ts";
import { databaseWindowTooShort } from "./database-window-too-short.ts";
import { databaseWindowsOverlap } from "./database-windows-overlap.ts";

/** The rules on databases, sorted by id. */
export const databasesRules = [
  cacheEngineVersionForm,
  cacheEngineVersionWithoutIpv6,
  cacheIpDiscovery,
  cacheNetworkType,
  cacheNodeTypeNotNitro,
  databaseBackupWindowUnused,
  databaseIdentifierTwice,
  databaseInLocalZone,
  databaseMaxStorage,
  databaseNetworkType,
  databaseParameterGroupFamily,
  databasePublicWithoutInternetGateway,
  databasePubliclyAccessible,
  databaseSubnetGroupIpv6Only,
  databaseSubnetGroupSingleZone,
  databaseWindowTooShort,
  databaseWindowsOverlap,
] as const;
