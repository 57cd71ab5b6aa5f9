import type { GroupRule } from "../../topology/filters.ts";
import { groupsOf } from "../../topology/groups-of.ts";
import type { Node } from "../../topology/nodes.ts";
import { type Declared, isClient, type Meant, rulesOf, takesPort } from "./meant.ts";

/** A rule of a database's or a cache's group that names another group, on its port, means that group's members. */
export function clientIntents(declared: Declared): readonly Meant[] {
  const served = declared.nodes.filter(({ kind }) => kind === "database" || kind === "cache");
  return served.flatMap((node) => clientsOf(declared, node));
}

function clientsOf(declared: Declared, server: Node): readonly Meant[] {
  const [listening, ...others] = server.listens;
  // Of an engine whose port is not known nothing is meant.
  if (listening === undefined || others.length > 0) return [];
  const port = listening.from;
  return rulesOf(declared, server, "ingress")
    .filter(({ traffic }) => takesPort(traffic, port))
    .flatMap((rule) =>
      named(declared, server, rule).map(
        ({ id }): Meant => ({
          node: id,
          intent: {
            place: rule.place,
            to: { kind: "node", id: server.id },
            protocol: "tcp",
            port,
            family: "any",
            why: `client of ${server.kind} ${server.name}`,
          },
        }),
      ),
    );
}

function named({ nodes }: Declared, server: Node, { peer }: GroupRule): readonly Node[] {
  if (peer.kind !== "security-group") return [];
  return nodes.filter((node) => node !== server && isClient(node) && groupsOf(node).has(peer.id));
}
