import type { TopologyIndex } from "../../../../reach/walk/index-topology.ts";
import type { Attempt, Hop, Passage, Query } from "../../../../reach/walk/trace.ts";

/** Where a packet is, and which hops of its attempt say so. */
export interface Stop {
  /** Id of a subnet, table, gateway or node; "outside": what lies behind the gateway beside it. */
  readonly id: string;
  readonly kind: "subnet" | "table" | "gateway" | "node" | "outside";
  /** Indexes of hops. */
  readonly hops: readonly number[];
  /** The worst of these hops. */
  readonly passes: Passage;
}

/** The stops of an attempt; hops that stand nowhere, as what a name answers, have none. */
export interface Stops {
  readonly there: readonly Stop[];
  readonly back: readonly Stop[];
}

/** Follows an attempt from place to place. A network ACL is at the subnet whose border is crossed, if it is that subnet's. */
export function stopsOf(index: TopologyIndex, { from, to }: Query, attempt: Attempt): Stops {
  const ends = {
    source: from.kind === "node" ? from.id : null,
    target: to.kind === "node" ? to.id : null,
  };
  const crossed = crossedSubnets(index, attempt);
  const begin = { crossed, at: attempt.fromSubnet === null ? -1 : 0, step: 1 } as const;
  const end = { crossed, at: crossed.length - (attempt.toSubnet === null ? 0 : 1), step: -1 } as const;
  const there = new Walk(index, ends, begin).along(attempt.hops, "there");
  const back = new Walk(index, ends, end).along(attempt.hops, "back");
  return { there: withOutside(there, attempt, back.length > 0), back: withNodes(back, ends, attempt) };
}

/** Where the packet comes from outside, and where it gets there. */
function withOutside(
  there: readonly Stop[],
  { fromSubnet, toSubnet, verdict }: Attempt,
  isAnswered: boolean,
): readonly Stop[] {
  const leaves = toSubnet === null && (verdict !== "no" || isAnswered);
  return [...(fromSubnet === null ? [OUTSIDE] : []), ...there, ...(leaves ? [OUTSIDE] : [])];
}

/** The way back begins at whom was called, and ends at the caller, where they stand in the picture. */
function withNodes(back: readonly Stop[], { source, target }: Ends, { verdict }: Attempt): readonly Stop[] {
  if (back.length === 0) return [];
  const ends = [target, verdict === "no" ? null : source].map((id) => (id === null ? [] : [nodeStop(id)]));
  return [...(ends[0] ?? []), ...back, ...(ends[1] ?? [])];
}

const OUTSIDE: Stop = { id: "outside", kind: "outside", hops: [], passes: "yes" };

function nodeStop(id: string): Stop {
  return { id, kind: "node", hops: [], passes: "yes" };
}

/** The subnets through which an attempt goes, in the order of the packet on its way there. */
function crossedSubnets(index: TopologyIndex, { fromSubnet, toSubnet, hops }: Attempt): readonly string[] {
  const between = hops
    .filter(({ kind, direction }) => kind === "gateway" && direction === "there")
    .map(({ what }) => {
      const gateway = index.topology.gateways.find(({ id }) => id === what);
      if (gateway?.kind === "nat-gateway") return gateway.subnet;
      const own = index.nodes.get(what)?.interfaces ?? [];
      return own.length === 1 ? (own[0]?.subnet ?? null) : null;
    });
  const all = [fromSubnet, ...between, toSubnet].filter((id) => id !== null);
  return all.filter((id, at) => id !== all[at - 1]);
}

/** The subnets, where among them a packet is (outside: before the first or behind the last), and which way it goes. */
interface Position {
  readonly crossed: readonly string[];
  readonly at: number;
  readonly step: 1 | -1;
}

interface Ends {
  readonly source: string | null;
  readonly target: string | null;
}

/** A packet on its way through the hops of one direction. */
class Walk {
  readonly #index: TopologyIndex;
  readonly #ends: Ends;
  readonly #position: Position;
  #at: number;
  /** What forwards packets of others, while one is in it. */
  #appliance: string | null = null;

  constructor(index: TopologyIndex, ends: Ends, position: Position) {
    this.#index = index;
    this.#ends = ends;
    this.#position = position;
    this.#at = position.at;
  }

  along(hops: readonly Hop[], direction: Hop["direction"]): readonly Stop[] {
    const stops: Stop[] = [];
    for (const [index, hop] of hops.entries()) {
      const place = hop.direction === direction ? this.#step(hop) : null;
      if (place === null) continue;
      const last = stops.at(-1);
      if (last?.id === place.id) stops.pop();
      const before = last?.id === place.id ? last : { hops: [], passes: "yes" as const };
      stops.push({ ...place, hops: [...before.hops, index], passes: worse(before.passes, hop.passes) });
    }
    return stops;
  }

  #step({ kind, what }: Hop): Pick<Stop, "id" | "kind"> | null {
    switch (kind) {
      case "source-address":
        return node(this.#ends.source);
      case "security-group-out":
        return node(this.#appliance ?? this.#ends.source);
      case "security-group-in":
        return node(this.#appliance ?? this.#ends.target);
      case "listener":
        return node(this.#ends.target);
      case "route":
        this.#appliance = null;
        return this.#isTable(what) ? { id: what, kind: "table" } : null;
      case "gateway":
        this.#appliance = this.#index.nodes.has(what) ? what : null;
        return { id: what, kind: this.#appliance === null ? "gateway" : "node" };
      case "network-acl-out":
        return this.#subnet(what);
      case "network-acl-in":
        this.#at += this.#position.step;
        return this.#subnet(what);
      case "dns":
      case "service":
      case "path-mtu":
        return null;
    }
  }

  #isTable(what: string): boolean {
    return this.#index.topology.routeTables.some(({ id }) => id === what);
  }

  #subnet(acl: string): Pick<Stop, "id" | "kind"> | null {
    const subnet = this.#index.subnets.get(this.#position.crossed[this.#at] ?? "");
    return subnet?.networkAcl === acl ? { id: subnet.id, kind: "subnet" } : null;
  }
}

function node(id: string | null): Pick<Stop, "id" | "kind"> | null {
  return id === null ? null : { id, kind: "node" };
}

const BY_WEIGHT: readonly Passage[] = ["yes", "unknown", "some", "no"];

function worse(one: Passage, other: Passage): Passage {
  return BY_WEIGHT.indexOf(one) >= BY_WEIGHT.indexOf(other) ? one : other;
}
