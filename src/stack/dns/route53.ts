import { Route53Record, type Route53RecordConfig } from "@cdktf/provider-aws/lib/route53-record/index.js";
import { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone/index.js";
import type { Construct } from "constructs";
import { assertNever } from "../../base/invariant.ts";
import { terraformAddress } from "../../model/migration/terraform-address.ts";
import type { Network } from "../../model/types/network.ts";
import type { DnsRecord, RecordContent } from "../../model/types/route53.ts";
import { withNameTag } from "../name-tag.ts";
import {
  type ComputeMade,
  type ElasticIpsMade,
  type LoadBalancingMade,
  type Made,
  type RdsMade,
  resourceFor,
  type VpcMade,
} from "../resources.ts";
import { addResolver, type NeededByResolver } from "./resolver.ts";

type NeededByRecords = Pick<ComputeMade, "instances"> &
  Pick<LoadBalancingMade, "loadBalancers"> &
  Pick<RdsMade, "databases"> &
  ElasticIpsMade;

/** Adds the new hosted zones, the records in old and new ones, and what the resolver does; returns the new zones by name. */
export function addRoute53(
  scope: Construct,
  network: Network,
  made: NeededByRecords & NeededByResolver,
): Made<Route53Zone> {
  const zones = addZones(scope, network, made);
  const zoneIds = new Map(
    network.route53.hostedZones.map(({ name, source }) => [
      name,
      source.kind === "existing" ? source.id : resourceFor(zones, name).zoneId,
    ]),
  );
  for (const record of network.route53.records) {
    new Route53Record(scope, terraformAddress("aws_route53_record", record.id), {
      zoneId: resourceFor(zoneIds, record.hostedZone),
      name: record.fullName,
      type: record.type,
      ...contentArguments(made, record),
    });
  }
  addResolver(scope, network, made);
  return zones;
}

function addZones(
  scope: Construct,
  { awsName: stack, route53 }: Network,
  { vpc }: Pick<VpcMade, "vpc">,
): Made<Route53Zone> {
  const own = route53.hostedZones.filter(({ source }) => source.kind !== "existing");
  return new Map(
    own.map(({ name, domain, isPrivate, tags }) => [
      name,
      new Route53Zone(scope, terraformAddress("aws_route53_zone", name), {
        name: domain,
        comment: `Stack ${stack}`,
        ...(isPrivate ? { vpc: [{ vpcId: vpc.id }] } : {}),
        tags: withNameTag(domain, tags),
      }),
    ]),
  );
}

function contentArguments(
  made: NeededByRecords,
  { content, type }: DnsRecord,
): Pick<Route53RecordConfig, "alias" | "records" | "ttl"> {
  switch (content.kind) {
    case "alias": {
      const { dnsName, zoneId } = resourceFor(made.loadBalancers, content.loadBalancer);
      return { alias: { name: dnsName, zoneId, evaluateTargetHealth: content.evaluateTargetHealth } };
    }
    case "instance-address":
      return { ttl: content.ttl, records: addressesOf(made, content) };
    case "database":
      return { ttl: content.ttl, records: [resourceFor(made.databases, content.database).address] };
    case "values":
      return {
        ttl: content.ttl,
        records: content.values.map(({ text }) => (type === "TXT" ? inStrings(text) : text)),
      };
    default:
      return assertNever(content);
  }
}

/** A text as the provider takes it: a string of a TXT record has 255 characters at most, so that longer ones are several. */
function inStrings(text: string): string {
  return text.match(/.{1,255}/gsu)?.join('""') ?? text;
}

function addressesOf(
  made: NeededByRecords,
  { instance, address }: Extract<RecordContent, { kind: "instance-address" }>,
): string[] {
  const host = resourceFor(made.instances, instance);
  switch (address) {
    case "elastic-ip":
      return [resourceFor(made.elasticIps, instance).publicIp];
    case "public-ip":
      return [host.publicIp];
    case "private-ip":
      return [host.privateIp];
    case "ipv6":
      return host.ipv6Addresses;
    default:
      return assertNever(address);
  }
}
