import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importIds } from "../../src/aws/import-ids.ts";
import { atStage } from "../../src/model/migration/at-stage.ts";
import { importableAddresses } from "../../src/model/migration/importable/importable.ts";
import { STAGES } from "../../src/model/types/migration.ts";
import type { Network } from "../../src/model/types/network.ts";
import { migrationOf } from "../support/migration-of.ts";
import { networkFrom } from "../support/network.ts";
import { stageChangesOf } from "../support/stage-changes.ts";
import { addressesIn, stackJson } from "../support/synth-json.ts";

const BLUEPRINTS = new URL("../../blueprints/", import.meta.url);
const NAMES = readdirSync(BLUEPRINTS).filter((file) => file.endsWith(".yaml"));
const networkOf = (file: string) => networkFrom(readFileSync(new URL(file, BLUEPRINTS), "utf8"));

/** All but the VPC itself, which goes by `existing.id`. */
const TYPES = Object.keys(importIds).filter((type) => type !== "aws_vpc");

/** Links that are new in any case: attachments to a transit gateway of the blueprint's, and peerings that it accepts. */
function newLinks({ transitGatewayAttachments, vpcPeeringConnections }: Network): readonly string[] {
  const made = transitGatewayAttachments.filter(({ gateway }) => gateway.kind === "create");
  const accepted = vpcPeeringConnections.filter(({ side }) => side.kind === "accept");
  return [
    ...made.map(({ name }) => `transit-gateway-attachment ${name}`),
    ...accepted.map(({ name }) => `own-vpc-peering-connection ${name}`),
  ];
}

/**
 * Of importable types, but part of something new: what leads to new links, zones, lists and endpoints of the blueprint, flow
 * logs with a role of their own, the internet gateway's own table, and services' roles.
 */
function newByNature(network: Network, inStack: readonly string[]): readonly string[] {
  const links = [...network.vpcPeeringConnections, ...network.transitGatewayAttachments];
  const fresh = newLinks(network);
  const isFresh = (target: { readonly kind: string; readonly name?: string }) =>
    target.kind === "inspection-endpoint" || fresh.includes(`${target.kind} ${target.name}`);
  const newZones = network.route53.hostedZones.filter(({ source }) => source.kind !== "existing");
  const profiles = network.compute.instanceProfiles.map(({ name }) => `aws_iam_role.${name}`);
  return [
    ...inStack.filter((address) => address.startsWith("aws_iam_role.") && !profiles.includes(address)),
    ...inStack.filter((address) => address.startsWith("aws_launch_template.eks_")),
    ...inStack.filter((address) =>
      /^aws_route(_table|_table_association)?\.internet_gateway(_|$)/.test(address),
    ),
    ...network.gatewayLoadBalancerEndpoints.flatMap(({ endpoints }) =>
      endpoints.map(({ id }) => `aws_vpc_endpoint.${id}`),
    ),
    ...links.flatMap(({ returnRoutes }) => returnRoutes.map(({ id }) => `aws_route.${id}`)),
    ...network.routeTables.flatMap(({ routes }) =>
      routes.filter(({ target }) => isFresh(target)).map(({ id }) => `aws_route.${id}`),
    ),
    ...network.transitGatewayAttachments
      .filter(({ gateway }) => gateway.kind === "create")
      .map(({ name }) => `aws_ec2_transit_gateway_vpc_attachment.${name}`),
    ...network.flowLogs
      .filter(({ name }) => inStack.includes(`aws_iam_role.flow_log_${name}`))
      .flatMap(({ scopes }) => scopes.map(({ id }) => `aws_flow_log.${id}`)),
    ...network.vpnConnections
      .filter(({ gateway }) => isFresh(gateway))
      .map(({ name }) => `aws_vpn_connection.${name}`),
    ...network.route53.records
      .filter(({ hostedZone }) => newZones.some(({ name }) => name === hostedZone))
      .map(({ id }) => `aws_route53_record.${id}`),
  ].sort();
}

/** Builds the stack of every stage, which throws where a name leads nowhere, and looks at what each changes. */
function expectToGrow(network: Network): void {
  const changes = stageChangesOf(network);
  expect(changes.map(({ stage }) => stage)).toEqual(STAGES);
  expect(changes.flatMap(({ removes }) => removes.map(({ address }) => address))).toEqual([]);
  const imported = changes.flatMap(({ stage, imports }) =>
    imports.map(({ address }) => `${stage} ${address}`),
  );
  const wanted = network.existing?.imports.map(({ address }) => `import ${address}`) ?? [];
  expect(imported.sort()).toEqual([...wanted].sort());
  expect(atStage(network, "ipv6-only-subnets")).toEqual({
    ...network,
    migration: { ...network.migration, stage: "ipv6-only-subnets" },
  });
}

describe.each(NAMES)("%s as the target of a migration", (file) => {
  const network = networkOf(file);

  it("builds at every stage, imports all at the first, and only ever grows", () => {
    expectToGrow(migrationOf(network));
    expectToGrow(migrationOf(network, { isThere: () => false }));
  });

  it("does so whatever was there before", () => {
    const addresses = importableAddresses(network);
    fc.assert(
      fc.property(fc.infiniteStream(fc.boolean()), (coins) => {
        const there = new Set(addresses.filter(() => coins.next().value));
        expectToGrow(migrationOf(network, { isThere: (address) => there.has(address) }));
      }),
      { numRuns: 4 },
    );
  });

  it("has every importable address in its stack, and no other resource of an importable type", () => {
    const listed = importableAddresses(network);
    // All of it, though a blueprint of a migration may be at an earlier stage.
    const inStack = addressesIn(stackJson({ ...network, migration: null }));
    expect(listed.filter((address) => !inStack.includes(address))).toEqual([]);
    const others = inStack.filter((address) => TYPES.includes(address.slice(0, address.indexOf("."))));
    expect(others.filter((address) => !listed.includes(address))).toEqual(newByNature(network, inStack));
  });
});
