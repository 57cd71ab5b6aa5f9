import type { Gateway } from "../topology/topology.ts";
import { placeOf } from "./place-of.ts";
import type { ReadRoute, WrittenRoute } from "./read-routes.ts";
import type { Reading } from "./reading.ts";

/** Finds what routes lead to, and makes a gateway of what only routes name. */
export class RouteTargets {
  readonly #reading: Reading;
  readonly #known: ReadonlySet<string>;
  readonly #nodeOf: (id: string) => string | null;
  readonly #outside = new Map<string, Gateway>();

  /** `nodeOf`: the node of an instance or network interface. */
  constructor(reading: Reading, gateways: readonly Gateway[], nodeOf: (id: string) => string | null) {
    this.#reading = reading;
    this.#known = new Set(gateways.map(({ id }) => id));
    this.#nodeOf = nodeOf;
  }

  /** Gateways that only routes name. */
  get outside(): readonly Gateway[] {
    return [...this.#outside.values()];
  }

  /** The id of the gateway or node that a route of a table leads to. */
  idFor(
    { resource }: WrittenRoute,
    { target }: ReadRoute,
    table: { readonly id: string; readonly vpc: string },
  ): string {
    const place = placeOf(resource);
    if (target.kind === "one") {
      const known = this.#known.has(target.id) ? target.id : this.#nodeOf(target.id);
      return known ?? this.#add(outsideGateway(target.id, place, table.vpc));
    }
    if (target.kind === "one-of" && target.isClosed && target.ids.length > 0) {
      const why = "a route: to which gateway is known after apply";
      const key = this.#reading.index.byAddress.get(table.id)?.key ?? null;
      const chosen = this.#reading.choose({ ids: target.ids, place, why, touches: [table.id] }, key);
      const known = chosen === null || this.#known.has(chosen) ? chosen : this.#nodeOf(chosen);
      if (known !== null) return known;
    }
    const id = `${resource.address} target`;
    return this.#add({ id, place, kind: "other", what: "a target that is known after apply" });
  }

  /** What a route leads to that may be in a table or not. */
  uncertain({ address }: { readonly address: string }): string {
    const place = { kind: "terraform", address } as const;
    const what = "a route of which is known after apply whether it is in this table";
    return this.#add({ id: `${address} target`, place, kind: "other", what });
  }

  #add(gateway: Gateway): string {
    this.#outside.set(gateway.id, gateway);
    return gateway.id;
  }
}

/** What AWS's own id says of a gateway that the document does not hold. */
function outsideGateway(id: string, place: Gateway["place"], vpc: string): Gateway {
  // Only a VPC's own gateways of these kinds can be in its tables.
  if (id.startsWith("igw-")) return { id, place, kind: "internet-gateway", vpc, edgeRouteTable: null };
  if (id.startsWith("eigw-")) return { id, place, kind: "egress-only-internet-gateway", vpc };
  if (id.startsWith("vgw-")) return { id, place, kind: "virtual-private-gateway", vpc };
  if (id.startsWith("tgw-"))
    return { id, place, kind: "transit-gateway", attachments: [], peerings: [], tables: null };
  return { id, place, kind: "other", what: `${id}, which lies outside` };
}
