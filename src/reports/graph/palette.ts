import type { GatewayKind } from "./graph.ts";
import type { Face, Tone } from "./picture.ts";

/** Colours for the reader's light and dark scheme, as `#rrggbb`. */
interface InSchemes {
  readonly light: string;
  readonly dark: string;
}

export const PAGE: InSchemes = { light: "#ffffff", dark: "#0d1117" };

/** The colour of text, on every fill below. */
export const FACES: Readonly<Record<Face, InSchemes>> = {
  title: { light: "#1f2328", dark: "#f0f6fc" },
  name: { light: "#1f2328", dark: "#f0f6fc" },
  text: { light: "#32383f", dark: "#d1d7e0" },
  faint: { light: "#59636e", dark: "#a4adb8" },
};

/** The colour of a gateway's edge, and of the wires that lead to it. */
export const WIRES: Readonly<Record<GatewayKind, InSchemes>> = {
  internet: { light: "#0969da", dark: "#58a6ff" },
  "egress-only": { light: "#1a7f37", dark: "#3fb950" },
  nat: { light: "#bc4c00", dark: "#f0883e" },
  transit: { light: "#8250df", dark: "#bc8cff" },
  peering: { light: "#bf3989", dark: "#f778ba" },
  vpn: { light: "#9a6700", dark: "#d29922" },
  interface: { light: "#57606a", dark: "#9198a1" },
  inspection: { light: "#cf222e", dark: "#ff7b72" },
  endpoint: { light: "#0b7285", dark: "#39c5cf" },
};

/** What a box is filled with, and its edge. */
interface Paint {
  readonly fill: InSchemes;
  readonly edge: InSchemes;
}

const CARD: InSchemes = { light: "#ffffff", dark: "#151b23" };
const QUIET: InSchemes = { light: "#d1d9e0", dark: "#3d444d" };

const gateway = (kind: GatewayKind): Paint => ({ fill: CARD, edge: WIRES[kind] });

/** The paint of each tone; null: none. */
export const PAINTS: Readonly<Record<Tone, Paint | null>> = {
  plain: null,
  outside: { fill: { light: "#eaeef2", dark: "#262c36" }, edge: { light: "#818b98", dark: "#656c76" } },
  vpc: { fill: PAGE, edge: { light: "#818b98", dark: "#656c76" } },
  row: { fill: { light: "#f6f8fa", dark: "#12181f" }, edge: QUIET },
  "subnet-dual-stack": {
    fill: { light: "#ddf4ff", dark: "#0c2340" },
    edge: { light: "#54aeff", dark: "#1f6feb" },
  },
  "subnet-ipv6-only": {
    fill: { light: "#dafbe1", dark: "#0b2b17" },
    edge: { light: "#4ac26b", dark: "#238636" },
  },
  "subnet-ipv4-only": {
    fill: { light: "#fff8c5", dark: "#2e2406" },
    edge: { light: "#d4a72c", dark: "#9e6a03" },
  },
  "thing-routing": { fill: CARD, edge: WIRES.nat },
  "thing-balancing": { fill: CARD, edge: WIRES.transit },
  "thing-compute": { fill: CARD, edge: { light: "#57606a", dark: "#9198a1" } },
  "thing-data": { fill: CARD, edge: WIRES.peering },
  "thing-endpoint": { fill: CARD, edge: WIRES.endpoint },
  "gateway-internet": gateway("internet"),
  "gateway-egress-only": gateway("egress-only"),
  "gateway-nat": gateway("nat"),
  "gateway-transit": gateway("transit"),
  "gateway-peering": gateway("peering"),
  "gateway-vpn": gateway("vpn"),
  "gateway-interface": gateway("interface"),
  "gateway-inspection": gateway("inspection"),
  "gateway-endpoint": gateway("endpoint"),
  table: { fill: CARD, edge: QUIET },
};
