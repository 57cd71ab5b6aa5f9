import { destinations } from "../../aws/destinations/destinations.ts";
import { nearest } from "../../base/nearest.ts";
import { formatPath } from "../../base/path.ts";
import { parseAddress } from "../../base/prefix.ts";
import type { Node } from "../topology/nodes.ts";
import type { Topology } from "../topology/topology.ts";
import type { QueryEnd } from "../walk/trace.ts";

/** What a text names as an end of connections, and the port that it names; or why it names none, and what is near. */
export type FoundEnd =
  | ({ readonly kind: "found"; readonly end: QueryEnd } & NamedPort)
  | { readonly kind: "unknown"; readonly message: string; readonly hint: string };

/** A name, and the port behind it; null: none is written. */
interface NamedPort {
  readonly name: string;
  readonly port: number | null;
  readonly protocol: "tcp" | "udp";
}

/** The word for anybody on the internet. */
export const INTERNET = "internet";

/**
 * Reads `app`, `compute.instances.app`, `db:5432`, `db:53/udp`, `github.com`, `internet`, `192.0.2.1` or `[2001:db8::1]:443`. A
 * destination of Hextet's own list comes before a thing of the same name where no port is written.
 */
export function findEnd(topology: Topology, text: string): FoundEnd {
  const named = portOf(text);
  const { name, port } = named;
  const destination = destinations.find(({ id }) => id === name);
  if (destination !== undefined && port === null)
    return {
      ...named,
      protocol: destination.protocol,
      kind: "found",
      end: { kind: "destination", id: name },
    };
  if (name === INTERNET) return { ...named, kind: "found", end: { kind: "internet" } };
  const node = findNode(topology, name);
  if (node.kind === "found") return { ...named, kind: "found", end: node.end, name: node.name };
  if (destination !== undefined) return { ...named, kind: "found", end: { kind: "destination", id: name } };
  const address = parseAddress(name);
  if (address !== null) return { ...named, kind: "found", end: { kind: "address", ...address } };
  if (node.isAmbiguous) return unknown(node);
  const others = [INTERNET, ...destinations.map(({ id }) => id)];
  return unknown({ message: node.message, hint: nearHint(topology, name, others, listOf("destinations")) });
}

/** What a text names as something of the topology. */
export type FoundNode =
  | { readonly kind: "found"; readonly end: QueryEnd & { readonly kind: "node" }; readonly name: string }
  | {
      readonly kind: "unknown";
      readonly message: string;
      readonly hint: string;
      /** True when several have the name. */
      readonly isAmbiguous: boolean;
    };

/** The thing of that name, or of that name after its section; `others` are words that could have been written as well. */
export function findNode(
  { nodes }: Pick<Topology, "nodes">,
  name: string,
  others: readonly string[] = [],
): FoundNode {
  const named = nodes.filter((node) => node.name === name || longNameOf(node) === name);
  const [first, ...more] = named;
  if (first !== undefined && more.length === 0)
    return { kind: "found", end: { kind: "node", id: first.id }, name: shownName(nodes, first) };
  const quoted = JSON.stringify(name);
  if (first !== undefined) {
    const hint = `write ${named.map(longNameOf).sort().join(" or ")}`;
    return { kind: "unknown", message: `${quoted} names several things`, hint, isAmbiguous: true };
  }
  const hint = nearHint({ nodes }, name, others, listOf("names"));
  return { kind: "unknown", message: `nothing is called ${quoted}`, hint, isAmbiguous: false };
}

/** The shortest name that is the node's alone. */
export function shownName(nodes: readonly Node[], node: Node): string {
  const isTaken = nodes.some((other) => other !== node && other.name === node.name);
  return isTaken ? longNameOf(node) : node.name;
}

/** The name after its section, such as `compute.instances.web`, or the Terraform address. */
function longNameOf({ place }: Node): string {
  if (place.kind === "other-blueprint") return `${place.stack}/${formatPath(place.path)}`;
  return place.kind === "blueprint" ? formatPath(place.path) : place.address;
}

/** The name that was meant, as it would be taken: what several things have is no answer. */
function nearHint(
  { nodes }: Pick<Topology, "nodes">,
  name: string,
  others: readonly string[],
  otherwise: string,
): string {
  const near = nearest(name, [...others, ...namesOf({ nodes })]);
  if (near === null) return otherwise;
  const named = others.includes(near) ? [] : nodes.filter((node) => node.name === near);
  const meant = named.length > 1 ? named.map(longNameOf).sort() : [near];
  return `did you mean ${meant.map((one) => JSON.stringify(one)).join(" or ")}?`;
}

function namesOf({ nodes }: Pick<Topology, "nodes">): readonly string[] {
  return nodes.flatMap((node) => [node.name, longNameOf(node)]);
}

function listOf(what: string): string {
  return `\`hextet reach\` lists the ${what}`;
}

/** The port after the last colon; an IPv6 address with one stands in brackets. */
function portOf(text: string): NamedPort {
  const alone: NamedPort = { name: text, port: null, protocol: "tcp" };
  if (parseAddress(text) !== null) return alone;
  const [, bracketed, plain, digits, protocol] =
    /^(?:\[([^\]]*)\]|(.*?))(?::(\d{1,5})(?:\/(tcp|udp))?)?$/s.exec(text) ?? [];
  const port = digits === undefined ? null : Number(digits);
  // What is no port stays part of the name, of which then nothing is called.
  if (port !== null && port > LAST_PORT) return alone;
  return { name: bracketed ?? plain ?? text, port, protocol: protocol === "udp" ? "udp" : "tcp" };
}

const LAST_PORT = 65_535;

function unknown({ message, hint }: { readonly message: string; readonly hint: string }): FoundEnd {
  return { kind: "unknown", message, hint };
}
