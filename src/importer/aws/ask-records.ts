import {
  type HostedZoneSummary,
  ListHostedZonesByVPCCommand,
  ListResourceRecordSetsCommand,
  type ListResourceRecordSetsCommandOutput,
  paginateListHostedZones,
  type ResourceRecordSet,
  type Route53Client,
  type VPCRegion,
} from "@aws-sdk/client-route-53";
import { plainDnsName } from "../dns-name.ts";
import type { Unplaced } from "../types/inventory.ts";
import { ask, askAll } from "./ask.ts";
import { orRefusal } from "./ask-others.ts";

/** A VPC, and the DNS names of its load balancers. */
export interface NamedVpc {
  readonly vpcId: string;
  readonly region: string;
  readonly balancers: readonly string[];
}

/**
 * The private hosted zones of the VPC with their records, and the records of all other zones that lead to its load
 * balancers. Zones are asked one after another, for Route 53 answers five requests a second.
 */
export async function askRecords(client: Route53Client, vpc: NamedVpc): Promise<readonly Unplaced[]> {
  const own = await orRefusal(askPrivateZones(client, vpc));
  const ids = new Set(own.map(({ id }) => id));
  const balancers = new Set(vpc.balancers.map(plainDnsName));
  if (balancers.size === 0) return own;
  return [...own, ...(await orRefusal(askAliases(client, ids, balancers)))];
}

async function askPrivateZones(client: Route53Client, vpc: NamedVpc): Promise<readonly Unplaced[]> {
  const found: Unplaced[] = [];
  for (const { HostedZoneId: id = "", Name = "" } of await askZones(client, vpc)) {
    found.push({ kind: "private hosted zone", id, detail: Name });
    const records = await askZone(client, id);
    // AWS makes these with each zone.
    const ofPeople = records.filter(
      ({ Type, Name: name }) => Name !== name || (Type !== "NS" && Type !== "SOA"),
    );
    found.push(...ofPeople.map((record) => recordOf(id, record, `of private hosted zone ${id}`)));
  }
  return found;
}

async function askZones(
  client: Route53Client,
  { vpcId, region }: NamedVpc,
): Promise<readonly HostedZoneSummary[]> {
  const zones: HostedZoneSummary[] = [];
  let NextToken: string | undefined;
  do {
    const page = await ask("route53:ListHostedZonesByVPC", () =>
      client.send(
        new ListHostedZonesByVPCCommand({ VPCId: vpcId, VPCRegion: region as VPCRegion, NextToken }),
      ),
    );
    zones.push(...(page.HostedZoneSummaries ?? []));
    NextToken = page.NextToken;
  } while (NextToken !== undefined && NextToken !== "");
  return zones;
}

async function askAliases(
  client: Route53Client,
  own: ReadonlySet<string>,
  balancers: ReadonlySet<string>,
): Promise<readonly Unplaced[]> {
  const pages = paginateListHostedZones({ client }, {});
  const zones = await askAll("route53:ListHostedZones", pages, (page) => page.HostedZones);
  const found: Unplaced[] = [];
  for (const zone of zones
    .map(({ Id = "" }) => Id.replace(/^\/hostedzone\//, ""))
    .filter((id) => !own.has(id))) {
    const leading = (await askZone(client, zone)).filter((record) =>
      targetsOf(record).some((name) => balancers.has(plainDnsName(name))),
    );
    found.push(...leading.map((record) => recordOf(zone, record, "it leads to a load balancer of the VPC")));
  }
  return found;
}

async function askZone(client: Route53Client, HostedZoneId: string): Promise<readonly ResourceRecordSet[]> {
  const records: ResourceRecordSet[] = [];
  let page: Partial<ListResourceRecordSetsCommandOutput> = { IsTruncated: true };
  while (page.IsTruncated === true) {
    const { NextRecordName, NextRecordType, NextRecordIdentifier } = page;
    const from = {
      StartRecordName: NextRecordName,
      StartRecordType: NextRecordType,
      StartRecordIdentifier: NextRecordIdentifier,
    };
    page = await ask("route53:ListResourceRecordSets", () =>
      client.send(new ListResourceRecordSetsCommand({ HostedZoneId, ...from })),
    );
    records.push(...(page.ResourceRecordSets ?? []));
  }
  return records;
}

function targetsOf({ AliasTarget, ResourceRecords = [] }: ResourceRecordSet): readonly string[] {
  return [AliasTarget?.DNSName, ...ResourceRecords.map(({ Value }) => Value)].flatMap((name) => name ?? []);
}

function recordOf(
  zone: string,
  { Name = "", Type, SetIdentifier }: ResourceRecordSet,
  detail: string,
): Unplaced {
  const ending = SetIdentifier === undefined ? "" : `_${SetIdentifier}`;
  return { kind: "DNS record", id: `${zone}_${Name.replace(/\.$/, "")}_${Type}${ending}`, detail };
}
