import type { Gateway } from "./graph.ts";
import type { RoutePlace } from "./lay-out-row.ts";
import type { Wire } from "./picture.ts";

/** Between two wires beside each other, in pixels. */
export const WIRE_GAP = 12;

/** Where wires may run. */
export interface WireRoom {
  readonly ports: ReadonlyMap<string, readonly [x: number, y: number]>;
  /** The right edge of the route tables. */
  readonly tables: number;
  /** The x of the first vertical. */
  readonly left: number;
  /** The y of the lowest horizontal. */
  readonly bottom: number;
}

/** The gateways that routes lead to: each has a wire of its own. */
export function wiredGateways(gateways: readonly Gateway[], routes: readonly { readonly gateway: string }[]) {
  return gateways.filter(({ key }) => routes.some(({ gateway }) => gateway === key));
}

/**
 * The wires from gateways to routes. A gateway's wire goes down, right and down along the tables; each route joins it. The
 * first gateway's runs lowest and leftmost, so that these never cross each other.
 */
export function layOutWires(
  wired: readonly Gateway[],
  routes: readonly RoutePlace[],
  room: WireRoom,
): readonly Wire[] {
  return wired.flatMap(({ key, kind, ids }, index) => {
    const port = room.ports.get(key);
    const ys = routes.filter(({ gateway }) => gateway === key).map(({ y }) => y);
    if (port === undefined || ys.length === 0) return [];
    const [x, y] = port;
    const down = room.left + index * WIRE_GAP;
    const across = room.bottom - index * WIRE_GAP;
    const points = [
      [x, y],
      [x, across],
      [down, across],
      [down, Math.max(...ys)],
    ] as const;
    return [
      { kind, points, heads: "none", joins: false, ids } as const,
      ...ys.map(
        (at): Wire => ({
          kind,
          points: [
            [room.tables, at],
            [down, at],
          ],
          heads: "none",
          joins: true,
          ids,
        }),
      ),
    ];
  });
}
