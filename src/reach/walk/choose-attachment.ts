import { type Block, familyOf } from "../topology/block.ts";
import type { Gateway, TransitAttachment, TransitPeering, TransitTable } from "../topology/topology.ts";
import { choicesOf } from "./choose-route.ts";
import { firstMatch, type Matcher } from "./first-match.ts";
import { coversParty, type TopologyIndex } from "./index-topology.ts";
import { ALL_PORTS, type Party } from "./packet.ts";

type TransitGateway = Extract<Gateway, { readonly kind: "transit-gateway" }>;

type Taken = TransitAttachment | TransitPeering | "blackhole" | "unknown";

/** Where a transit gateway sends packets to a party: null where no route applies. */
export interface AttachmentChoice {
  readonly taken: Taken | null;
  readonly party: Party;
}

/** Looks up the table of the attachment by which packets came in. */
export function chooseAttachment(
  index: TopologyIndex,
  gateway: TransitGateway,
  { associatedWith }: TransitAttachment,
  party: Party,
): readonly AttachmentChoice[] {
  const table = gateway.tables?.find(({ id }) => id === associatedWith);
  if (table === undefined) return [{ taken: "unknown", party }];
  const matchers = [...staticRoutes(gateway, table), ...propagated(index, gateway, table)]
    .filter(({ block }) => block === "unknown" || familyOf(block) === party.family)
    .sort((a, b) => b.length - a.length)
    .map(({ block, result }): Matcher<Ranked["result"]> => ({ block, ports: ALL_PORTS, result }));
  const pieces = party.blocks.map((block) => ({ block, ports: ALL_PORTS }));
  return choicesOf(party, firstMatch(matchers, pieces, coversParty(index, party)));
}

interface Ranked {
  readonly block: Block | "unknown";
  readonly length: number;
  readonly result: Taken;
}

function staticRoutes(
  { attachments, peerings }: TransitGateway,
  { routes }: TransitTable,
): readonly Ranked[] {
  return routes.map(({ destination, target }) => {
    const attachment = [...attachments, ...peerings].find(({ id }) => id === target);
    return {
      block: destination,
      length: lengthOf(destination),
      result: target === "blackhole" ? target : (attachment ?? "unknown"),
    };
  });
}

/** The blocks of the VPCs that propagate; after the static ones, which win where they are as long. */
function propagated(
  { vpcs }: TopologyIndex,
  { attachments }: TransitGateway,
  { propagatedBy }: TransitTable,
): readonly Ranked[] {
  return propagatedBy.flatMap((id): readonly Ranked[] => {
    const attachment = attachments.find((one) => one.id === id);
    const blocks = attachment === undefined ? undefined : vpcs.get(attachment.vpc)?.blocks;
    if (attachment === undefined || blocks === undefined)
      return [{ block: "unknown", length: Number.POSITIVE_INFINITY, result: attachment ?? "unknown" }];
    return blocks
      .filter((block) => familyOf(block) === "ipv4" || attachment.ipv6 !== "no")
      .map((block) => ({ block, length: lengthOf(block), result: attachment }));
  });
}

function lengthOf(block: Block): number {
  return block.kind === "known" ? block.prefix.length : block.length;
}
