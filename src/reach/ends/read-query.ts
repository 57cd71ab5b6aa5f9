import { destinations } from "../../aws/destinations/destinations.ts";
import type { Topology } from "../topology/topology.ts";
import type { Query } from "../walk/trace.ts";
import { type FoundEnd, findEnd, findNode, INTERNET } from "./find-end.ts";
import { targetsOf } from "./pairs-of.ts";

/** A query with the names of its ends, or what is wrong with one of them. */
export type ReadQuery =
  | { readonly kind: "query"; readonly query: Query; readonly from: string; readonly to: string }
  | {
      readonly kind: "unknown";
      readonly end: "from" | "to";
      readonly message: string;
      readonly hint: string;
    };

/** Reads who opens a connection, and to whom: a target that takes connections on one port needs no port. */
export function readQuery(topology: Topology, from: string, to: string): ReadQuery {
  const source = from === INTERNET ? findEnd(topology, from) : findNode(topology, from, [INTERNET]);
  if (source.kind === "unknown") return { ...source, kind: "unknown", end: "from" };
  const target = findEnd(topology, to);
  if (target.kind === "unknown") return { ...target, end: "to" };
  const port = target.port ?? usualPort(topology, target);
  if (port === null) return { kind: "unknown", end: "to", ...withoutPort(topology, target) };
  const { protocol, end } = target;
  return { kind: "query", from: source.name, to, query: { from: source.end, to: end, protocol, port } };
}

type Target = Extract<FoundEnd, { readonly kind: "found" }>;

function usualPort(topology: Topology, { end }: Target): number | null {
  if (end.kind === "destination") return destinations.find(({ id }) => id === end.id)?.port ?? null;
  const [only, ...others] = targetsAt(topology, end);
  return only === undefined || others.length > 0 ? null : only.port;
}

function withoutPort(
  topology: Topology,
  { name, end }: Target,
): { readonly message: string; readonly hint: string } {
  const choices = targetsAt(topology, end).map((target) => target.name);
  const bracketed = name.includes(":") && !name.startsWith("[") ? `[${name}]` : name;
  const hint =
    choices.length === 0 ? `write one, as ${bracketed}:443` : `write ${choices.slice(0, 5).join(" or ")}`;
  return { message: `${JSON.stringify(name)} names no port`, hint };
}

function targetsAt(topology: Topology, end: Target["end"]) {
  if (end.kind !== "node") return [];
  return targetsOf(topology).filter((target) => target.end.kind === "node" && target.end.id === end.id);
}
