import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { fitLine, fitLines, widthOf } from "../../../src/reports/graph/fit-text.ts";
import { layOutNetwork } from "../../../src/reports/graph/lay-out-network.ts";
import { graphOf } from "../../../src/reports/graph/network-graph.ts";
import {
  renderHtmlGraphs,
  renderMermaidGraphs,
  renderSvgGraph,
} from "../../../src/reports/graph/render-graphs.ts";
import { renderMermaid } from "../../../src/reports/graph/render-mermaid.ts";
import { networkFrom } from "../../support/network.ts";

const LARGE = readFileSync(new URL("../../browser/three-zones-six-tiers.yaml", import.meta.url), "utf8");

/** The value with the keys of all its maps turned round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, child]) => [key, turned(child)]),
  );
}

/** A network of so many tiers, each with a peering connection of its own. */
function networkOf(count: number) {
  const names = Array.from({ length: count }, (_, index) => `tier-${String(index).padStart(2, "0")}`);
  const lines = (render: (name: string, index: number) => string) => names.map(render).join("\n");
  return networkFrom(`
apiVersion: hextet/v1
name: many
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.0.0.0/16 }
  availabilityZones: [a, b, c]
  addressPlan: { zonesPerTier: 4 }
  subnets:
${lines((name, index) => `    ${name}: { addressing: ipv6-only, slot: ${index} }`)}
  vpcPeeringConnections:
    unused: { side: { request: { peerVpcId: vpc-0fff } } }
${lines((name, index) => `    ${name}: { side: { request: { peerVpcId: vpc-0abc${index} } } }`)}
  routes:
${lines((name, index) => `    ${name}: { far: { destination: "2001:db8:${index + 1}::/48", target: { vpcPeeringConnection: ${name} } } }`)}
`);
}

test("the author's order of keys changes no byte of a picture", () => {
  const network = networkFrom(LARGE);
  const other = networkFrom(stringify(turned(parse(LARGE))));
  expect(renderSvgGraph(other)).toBe(renderSvgGraph(network));
  expect(renderHtmlGraphs([other])).toBe(renderHtmlGraphs([network]));
  expect(renderMermaidGraphs([other])).toBe(renderMermaidGraphs([network]));
});

test("an ECS service shows between which numbers of tasks it scales, and on what they run", () => {
  const text = readFileSync(new URL("../../../blueprints/ecs-dual-stack.yaml", import.meta.url), "utf8");
  const picture = renderMermaid([graphOf(networkFrom(text))]);
  expect(picture).toContain("2 to 10 tasks on Fargate and Fargate Spot");
  expect(picture).toContain("2 tasks on group container-hosts");
});

test("a picture of many tiers grows downwards, and leaves out no subnet and no route", () => {
  const few = layOutNetwork(graphOf(networkOf(2)));
  const many = layOutNetwork(graphOf(networkOf(40)));
  const names = many.boxes.flatMap(({ labels }) => labels.map(({ text }) => text));
  for (let index = 0; index < 40; index += 1) {
    const tier = `tier-${String(index).padStart(2, "0")}`;
    for (const zone of ["a", "b", "c"]) expect(names).toContain(`${tier}_${zone}`);
  }
  expect(many.wires.filter(({ joins }) => joins)).toHaveLength(40);
  expect(many.width).toBeLessThanOrEqual(few.width);
  expect(many.height).toBeGreaterThan(5 * few.height);
});

test("gateways of one kind are one box where there are too many, and the picture says so", () => {
  const { boxes } = layOutNetwork(graphOf(networkOf(40)));
  const labels = boxes.flatMap((box) => box.labels);
  const text = labels.map((label) => label.text).join(" ");
  expect(text).toContain("41 peering connections");
  expect(text).toContain("Gateways of one kind are drawn as one: there are too many for a box each.");
  const whole = labels.map(({ full }) => full).find((full) => full?.startsWith("peering tier-00"));
  expect(whole).toContain("peering tier-39, peering unused");
});

test("Mermaid gets parts of whole tiers that it takes, and every tier and gateway stands in one of them", () => {
  const text = renderMermaidGraphs([networkOf(40)]);
  const parts = text.split(/^Part \d of \d:$/m).slice(1);
  expect(parts).toHaveLength(8);
  const tiers = parts.map((part) => [...part.matchAll(/^ {4}subgraph tier__(\w+)\[/gm)].map(([, id]) => id));
  expect(tiers.map((ids) => ids.length)).toEqual([5, 5, 5, 5, 5, 5, 5, 5]);
  expect(new Set(tiers.flat()).size).toBe(40);
  for (const part of parts) expect(part.length).toBeLessThan(50_000);
  expect(parts.filter((part) => part.includes("peering unused"))).toEqual([parts[0]]);
  for (const part of parts) expect([...part.matchAll(/\{\{"peering tier/g)]).toHaveLength(5);
});

test("a tier that Mermaid would refuse alone says how much stands in it, and the picture shows each", () => {
  const graph = graphOf(networkFrom(LARGE));
  const rows = graph.rows.map((row) => ({
    ...row,
    things: row.tier === "web" ? Array.from({ length: 2000 }, () => row.things).flat() : row.things,
  }));
  const text = renderMermaid([{ ...graph, rows }]);
  expect(text).toContain("2000 load balancers, hosts and others<br/>too many for Mermaid");
  for (const part of text.split("```mermaid").slice(1)) {
    expect(part.length).toBeLessThan(50_000);
    expect([...part.matchAll(/ (?:~~~|---|<?-->)/g)].length).toBeLessThan(500);
  }
  for (const { tier } of rows) expect(text).toContain(`subgraph tier__${tier.replaceAll("-", "_")}[`);
  const { boxes } = layOutNetwork({ ...graph, rows });
  expect(boxes.filter(({ labels }) => labels[0]?.text === "Auto Scaling group web")).toHaveLength(2000);
});

test("a line is never wider than its place, and keeps its whole text where it is cut", () => {
  expect(fitLine("10.20.0.0/16", "text", 100)).toEqual({ text: "10.20.0.0/16", full: null });
  const cut = fitLine("vpc-0123456789abcdef0", "name", 100);
  expect(cut).toEqual({ text: "vpc-01234567…", full: "vpc-0123456789abcdef0" });
  expect(widthOf(cut.text, "name")).toBeLessThanOrEqual(100);
  expect(fitLine("中文網絡圖", "text", 40).text).toBe("中文…");
});

test("a text is wrapped at its words, and cut in its last line", () => {
  expect(fitLines("one two three", "text", 60)).toEqual([
    { text: "one two", full: null },
    { text: "three", full: null },
  ]);
  expect(fitLines("one two three four", "text", 60, 2)).toEqual([
    { text: "one two", full: null },
    { text: "three f…", full: "one two three four" },
  ]);
});

const blueprint = (name: string) =>
  networkFrom(readFileSync(new URL(`../../../blueprints/${name}.yaml`, import.meta.url), "utf8"));

test("a picture says of every block that AWS chooses what stands for it", () => {
  expect(graphOf(blueprint("ipam")).notes).toEqual([
    "<main /56>, <inside /56> each stand for a block that AWS chooses at apply; what follows are the digits behind it.",
  ]);
  expect(graphOf(blueprint("byoip")).notes[0]).toMatch(/^<amazon \/56> stands for a block /);
});

test("the VPC's blocks stand on a line each, with their family", () => {
  const labels = layOutNetwork(graphOf(blueprint("byoip"))).boxes.flatMap((box) => box.labels);
  expect(labels.map(({ text }) => text)).toContain("IPv6 2001:db8:4000:1000::/56");
});
