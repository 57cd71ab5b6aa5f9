import type { Network } from "../../model/types/network.ts";
import { layOutNetwork } from "./lay-out-network.ts";
import { graphOf } from "./network-graph.ts";
import { renderHtml } from "./render-html.ts";
import { renderMermaid } from "./render-mermaid.ts";
import { renderSvg } from "./render-svg.ts";

/** The networks as Markdown with Mermaid diagrams. They must have passed the rules. */
export function renderMermaidGraphs(networks: readonly Network[]): string {
  return renderMermaid(networks.map(graphOf));
}

/** The network as one SVG file. */
export function renderSvgGraph(network: Network): string {
  return renderSvg(layOutNetwork(graphOf(network)));
}

/** The networks as one HTML page. */
export function renderHtmlGraphs(networks: readonly Network[]): string {
  return renderHtml(networks.map((network) => layOutNetwork(graphOf(network))));
}
