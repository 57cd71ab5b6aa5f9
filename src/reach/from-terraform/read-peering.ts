import { elsewhere } from "../topology/elsewhere.ts";
import type { Gateway, PeeringSideOf } from "../topology/topology.ts";
import { ASK_FOR_BOTH } from "../walk/pass-peering.ts";
import { placeOf } from "./place-of.ts";
import type { Reading, Reference } from "./reading.ts";
import { referents } from "./referents.ts";
import type { TerraformResource } from "./terraform-document.ts";

/** The peering connections of a document. */
export function readPeering(reading: Reading, vpcs: ReadonlySet<string>, region: string): readonly Gateway[] {
  const known: Known = { vpcs, region };
  const accepted = new Set(
    reading.index.ofType("aws_vpc_peering_connection_accepter").flatMap((resource) => {
      const connection = reading.one(resource, referents.peering, "vpc_peering_connection_id");
      if (connection.kind === "one") return [connection.id];
      reading.leaveOut(resource, "which peering connection it accepts is known after apply", []);
      return [];
    }),
  );
  const made = reading.index.ofType(...referents.peering.types).map((resource): Gateway => {
    const ends = [
      reading.one(resource, referents.vpc, "vpc_id"),
      reading.one(resource, referents.vpc, "peer_vpc_id"),
    ];
    if (!isActive(reading, resource, accepted)) {
      reading.leaveOut(resource, "a peering connection: nothing here accepts it", [resource.address]);
    }
    return peering(reading, resource, resource.address, ends, known);
  });
  const there = new Set(made.map(({ id }) => id));
  const foreign = reading.index.ofType("aws_vpc_peering_connection_accepter").flatMap((resource) => {
    const connection = reading.one(resource, referents.peering, "vpc_peering_connection_id");
    if (connection.kind !== "one" || there.has(connection.id)) return [];
    const own = reading.one(resource, referents.vpc, "vpc_id");
    const peer = reading.one(resource, referents.vpc, "peer_vpc_id");
    return [peering(reading, resource, connection.id, [own, peer], known)];
  });
  return [...made, ...foreign];
}

interface Known {
  readonly vpcs: ReadonlySet<string>;
  /** In which the document's own VPCs stand; empty: not known. */
  readonly region: string;
}

function peering(
  reading: Reading,
  resource: TerraformResource,
  id: string,
  ends: readonly Reference[],
  { vpcs, region }: Known,
): Gateway {
  // Of an accepter it is the region that it stands in itself.
  const isAccepter = resource.type === "aws_vpc_peering_connection_accepter";
  const peerRegion = isAccepter ? null : textOf(reading, resource, "peer_region");
  const crosses = peerRegion !== null && region !== "" && peerRegion !== region;
  const where = elsewhere(crosses ? peerRegion : null, textOf(reading, resource, "peer_owner_id"));
  const sides = ends.flatMap((end): readonly PeeringSideOf[] => {
    if (end.kind !== "one") return [];
    const isKnown = vpcs.has(end.id);
    return [{ vpc: end.id, isKnown, where: isKnown ? null : where }];
  });
  if (sides.length < 2) {
    reading.leaveOut(resource, "a peering connection: which VPCs it joins is known after apply", [id]);
    return {
      id,
      place: placeOf(resource),
      kind: "other",
      what: `a peering connection of which one side is not known: ${ASK_FOR_BOTH}`,
    };
  }
  const crossesRegions = peerRegion === null || region === "" ? "unknown" : crosses ? "yes" : "no";
  return { id, place: placeOf(resource), kind: "vpc-peering-connection", sides, crossesRegions };
}

function textOf(reading: Reading, resource: TerraformResource, name: string): string | null {
  const value = reading.fields(resource).text(name);
  return value.kind === "known" ? value.value : null;
}

function isActive(reading: Reading, resource: TerraformResource, accepted: ReadonlySet<string>): boolean {
  const fields = reading.fields(resource);
  const [status, auto] = [fields.text("accept_status"), fields.flag("auto_accept")];
  if (status.kind === "known" && status.value === "active") return true;
  return accepted.has(resource.address) || (auto.kind === "known" && auto.value);
}
