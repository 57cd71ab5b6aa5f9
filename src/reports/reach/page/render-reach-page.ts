import type { Network } from "../../../model/types/network.ts";
import { findingsOf } from "../../../reach/findings/findings-of.ts";
import { halfSeen } from "../../../reach/findings/half-seen.ts";
import type { ReachFinding } from "../../../reach/findings/reach-finding.ts";
import type { TopologyIndex } from "../../../reach/walk/index-topology.ts";
import type { Trace } from "../../../reach/walk/trace.ts";
import { traceIn } from "../../../reach/walk/trace-query.ts";
import { layOutNetwork } from "../../graph/lay-out-network.ts";
import { graphOf } from "../../graph/network-graph.ts";
import { svgWithWays } from "../../graph/render-svg.ts";
import { type AskedPairs, askedPairs } from "../asked-pairs.ts";
import type { NamedTrace } from "../render-trace.ts";
import { type Draw, PackedTraces } from "./pack-traces.ts";
import { type PageCell, pageCell } from "./page-cell.ts";
import { drawAttempt } from "./path/draw-attempt.ts";
import { type PageStack, renderPage } from "./render-page.ts";

/** What the page shows of one stack. */
interface Shown {
  readonly name: string;
  readonly index: TopologyIndex;
  /** Null: somebody's Terraform. */
  readonly network: Network | null;
}

/** The page with every connection of every stack. */
export function renderReachPage(stacks: readonly Shown[]): string {
  const packed = new PackedTraces();
  const shown = stacks.map((stack) => {
    const { picture, draw } = pictureOf(stack);
    const met: ReachFinding[] = [];
    const pairs = askedPairs(stack.index.topology, (query, from, to) => {
      const trace = traceIn(stack.index, query);
      met.push(...halfSeen(trace));
      return cellOf(packed, { trace, from, to }, draw);
    });
    return { ...stackOf(stack, pairs, picture), findings: findingsOf(stack.index, met) };
  });
  return renderPage(shown, packed.data());
}

/** The page with one connection, in each stack that has both ends. */
export function renderTracesPage(traces: readonly (NamedTrace & { readonly followed: Shown })[]): string {
  const packed = new PackedTraces();
  const shown = traces.map(({ followed, from, to, trace }) => {
    const { picture, draw } = pictureOf(followed);
    const { protocol, port } = trace.query;
    const row = {
      target: to,
      isOutside: false,
      protocol,
      port,
      cells: [cellOf(packed, { trace, from, to }, draw)],
    };
    // Who asks for one connection wants no list of what else there is, here as on a terminal.
    return { ...stackOf(followed, { sources: [from], rows: [row] }, picture), findings: [] };
  });
  return renderPage(shown, packed.data());
}

function cellOf(
  packed: PackedTraces,
  { trace, from, to }: { readonly trace: Trace; readonly from: string; readonly to: string },
  draw: Draw,
): PageCell {
  return pageCell(trace, packed.add(trace, from, to, draw));
}

function stackOf(
  { name, index }: Shown,
  pairs: AskedPairs<PageCell>,
  picture: PageStack["picture"],
): Omit<PageStack, "findings"> {
  const { region, leftOut } = index.topology;
  return { stack: name, region, ...pairs, picture, leftOut: leftOut.map(({ why }) => why) };
}

const NO_TIERS =
  "There is no picture of this network: Terraform has no tiers to draw it by. The list of hops shows the path.";

function pictureOf({ network, index }: Shown): {
  readonly picture: PageStack["picture"];
  readonly draw: Draw;
} {
  if (network === null) return { picture: { svg: null, why: NO_TIERS }, draw: () => null };
  const picture = layOutNetwork(graphOf(network));
  return {
    picture: { svg: svgWithWays(picture) },
    draw: ({ query }, attempt) => drawAttempt(index, picture, { query, attempt }),
  };
}
