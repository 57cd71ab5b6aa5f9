import { byText } from "../../base/compare-texts.ts";
import { formatPath } from "../../base/path.ts";
import type { Node } from "../topology/nodes.ts";
import type { LeftOut, Place, Topology } from "../topology/topology.ts";
import { withDnsChanges } from "./dns-of-vpcs.ts";
import { joinDocuments, type NamedDocument } from "./join-documents.ts";
import { leaveOutTypes } from "./left-out-types.ts";
import { clusterGroupsOf } from "./nodes/eks.ts";
import { type Attachments, readAttachments } from "./nodes/interface-owners.ts";
import { readNodes } from "./nodes/read-nodes.ts";
import { withAssociations, withEdgeRouteTables } from "./read-associations.ts";
import { type ConfigurationJson, documentOfConfiguration } from "./read-configuration-json.ts";
import { readDocument } from "./read-document.ts";
import { readGateways } from "./read-gateways.ts";
import { readHostedZones } from "./read-hosted-zones.ts";
import { readInspectionEndpoints } from "./read-inspection-endpoints.ts";
import { readNetworkAcls } from "./read-network-acls.ts";
import { readPeering } from "./read-peering.ts";
import { readPrefixLists } from "./read-prefix-lists.ts";
import { readPublicAccess } from "./read-public-access.ts";
import { readRouteTables } from "./read-route-tables.ts";
import { readSecurityGroups } from "./read-security-groups.ts";
import { readSubnets } from "./read-subnets.ts";
import { readTransitGateways } from "./read-transit.ts";
import { readVpcs } from "./read-vpcs.ts";
import { openReading, type Reading } from "./reading.ts";
import { regionOf } from "./region-of.ts";
import { indexResources } from "./resource-index.ts";
import { type Behaving, unclearChoices } from "./signatures.ts";
import type { DocumentMistake, TerraformDocument } from "./terraform-document.ts";
import { defaultAliases, leaveOutUnclear } from "./vpc-defaults.ts";

/** A topology, or why there is none. */
export type PlanTopology =
  | { readonly topology: Topology; readonly mistake: null }
  | { readonly topology: null; readonly mistake: DocumentMistake };

/**
 * The topology of what Terraform makes or has made: of what `terraform show -json` writes of a plan or a state, or of a
 * state file, parsed. What is known after apply only is never guessed: it is left out, with what it touches. Never throws.
 */
export function topologyOfPlan(json: unknown): PlanTopology {
  const { document, mistake } = readDocument(json);
  if (document === null) return { topology: null, mistake };
  return { topology: topologyOf(document), mistake: null };
}

/** A plan or a state with the name that its addresses get among others. */
export interface NamedPlan {
  readonly name: string;
  readonly json: unknown;
}

/** As `topologyOfPlan`, of several that are joined by what AWS's ids name, each as if it were a module of that name. */
export function topologyOfPlans(plans: readonly NamedPlan[]): PlanTopology & { readonly of: string | null } {
  const documents: NamedDocument[] = [];
  for (const { name, json } of plans) {
    const { document, mistake } = readDocument(json);
    if (document === null) return { topology: null, mistake, of: name };
    documents.push({ name, document });
  }
  return { topology: topologyOf(joinDocuments(documents)), mistake: null, of: null };
}

/** The topology of a configuration in Terraform's JSON, which says less than a plan of it. */
export function topologyOfConfiguration(configuration: ConfigurationJson): Topology {
  return topologyOf(documentOfConfiguration(configuration));
}

function topologyOf(document: TerraformDocument): Topology {
  const index = indexResources(document);
  const reading = openReading(index, defaultAliases(openReading(index, new Map())));
  for (const gap of document.gaps) reading.leaveOut({ kind: "terraform", address: "the plan" }, gap, []);
  const region = regionOf(reading, document.providerRegion);
  const access = readPublicAccess(reading);
  const vpcs = withDnsChanges(reading, readVpcs(reading, access));
  const subnets = withAssociations(reading, readSubnets(reading, vpcs, access));
  const gateways = [
    ...withEdgeRouteTables(reading, readGateways(reading, subnets)),
    ...readInspectionEndpoints(reading, subnets),
    ...readPeering(reading, new Set(vpcs.map(({ id }) => id)), region),
    ...readTransitGateways(reading),
  ];
  const attachments = readAttachments(reading);
  const context = { reading, subnets: new Map(subnets.map((subnet) => [subnet.id, subnet])) };
  const nodes = readNodes(context, attachments, region);
  const lists = readPrefixLists(reading);
  const blocks = { lists, subnets };
  const { routeTables, outside } = readRouteTables(reading, blocks, gateways, forwarders(nodes, attachments));
  const securityGroups = [...readSecurityGroups(reading, lists), ...clusterGroupsOf(context)];
  const networkAcls = readNetworkAcls(reading);
  const hostedZones = readHostedZones(reading, byName(nodes));
  leaveOutRest(reading);
  const settled = settle(reading, { subnets, routeTables, gateways: [...gateways, ...outside] });
  return {
    region,
    vpcs: sorted(vpcs),
    subnets: sorted(settled.subnets),
    routeTables: sorted(settled.routeTables),
    filters: { networkAcls: sorted(networkAcls), securityGroups: sorted(securityGroups) },
    gateways: sorted(settled.gateways),
    nodes: sorted(nodes),
    hostedZones: sorted(hostedZones),
    blockPublicAccess: access.place,
    leftOut: leftOutOnce(reading),
  };
}

function leaveOutRest(reading: Reading): void {
  leaveOutUnclear(reading);
  leaveOutTypes(reading);
}

/** The node that a route to an instance or a network interface leads to. */
function forwarders(nodes: readonly Node[], { instanceOf }: Attachments): (id: string) => string | null {
  const known = new Set(nodes.map(({ id }) => id));
  return (id) => {
    const host = id.replace(/\.primary_network_interface_id$/, "");
    return [host, instanceOf.get(id)].find((one) => one !== undefined && known.has(one)) ?? null;
  };
}

function byName(nodes: readonly Node[]): ReadonlyMap<string, string> {
  return new Map(nodes.flatMap(({ id, names }) => names.map(({ name }) => [name.toLowerCase(), id])));
}

/** Takes back what was chosen among things that do not behave alike. */
function settle(reading: Reading, behaving: Behaving): Behaving {
  const unclear = unclearChoices(behaving, reading.choices);
  for (const { place, why, touches } of unclear) reading.leaveOut(place, why, touches);
  const touched = new Set([...unclear].flatMap(({ touches }) => touches));
  return {
    ...behaving,
    subnets: behaving.subnets.map((one) => (touched.has(one.id) ? { ...one, routeTable: null } : one)),
    gateways: behaving.gateways.map(({ id, place, ...rest }) =>
      touched.has(id)
        ? { id, place, kind: "other", what: "a gateway of which the subnet is not known" }
        : { id, place, ...rest },
    ),
  };
}

/** Each once, in an order that does not depend on the document's. */
function leftOutOnce({ leftOut }: Reading): readonly LeftOut[] {
  const keyOf = ({ place, why, touches }: LeftOut) => JSON.stringify([formatPlace(place), why, touches]);
  return [...new Map(leftOut.map((one) => [keyOf(one), one])).values()].sort(byText(keyOf));
}

function formatPlace(place: Place): string {
  return place.kind === "terraform" ? place.address : formatPath(place.path);
}

function sorted<T extends { readonly id: string }>(list: readonly T[]): readonly T[] {
  return [...list].sort(byText(({ id }) => id));
}
