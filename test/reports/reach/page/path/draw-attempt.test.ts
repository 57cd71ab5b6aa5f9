import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { destinations } from "../../../../../src/aws/destinations/destinations.ts";
import { readQuery } from "../../../../../src/reach/ends/read-query.ts";
import { topologyOf } from "../../../../../src/reach/from-network/topology-of.ts";
import { indexTopology } from "../../../../../src/reach/walk/index-topology.ts";
import { traceIn } from "../../../../../src/reach/walk/trace-query.ts";
import { FONT_SIZES, widthOf } from "../../../../../src/reports/graph/fit-text.ts";
import { layOutNetwork } from "../../../../../src/reports/graph/lay-out-network.ts";
import { graphOf } from "../../../../../src/reports/graph/network-graph.ts";
import type { Label } from "../../../../../src/reports/graph/picture.ts";
import { askedPairs } from "../../../../../src/reports/reach/asked-pairs.ts";
import { drawAttempt } from "../../../../../src/reports/reach/page/path/draw-attempt.ts";
import { stopsOf } from "../../../../../src/reports/reach/page/path/stops-of.ts";
import { networkFrom } from "../../../../support/network.ts";

const ROOT = new URL("../../../../../", import.meta.url);
const drawn = (file: string) => {
  const network = networkFrom(readFileSync(new URL(file, ROOT), "utf8"));
  return {
    index: indexTopology(topologyOf(network), destinations),
    picture: layOutNetwork(graphOf(network)),
  };
};
const nat64 = drawn("blueprints/ipv6-only-nat64.yaml");

/** The first attempt of a connection, with its places and what is drawn of it. */
function wayOf({ index, picture }: typeof nat64, from: string, to: string) {
  const read = readQuery(index.topology, from, to);
  if (read.kind === "unknown") throw new Error(read.message);
  const [attempt] = traceIn(index, read.query).attempts;
  if (attempt === undefined) throw new Error("no attempt");
  const drawing = drawAttempt(index, picture, { query: read.query, attempt });
  if (drawing === null) throw new Error("nothing is drawn");
  const boxes = drawing.stops.map(([box, label, passes]) => {
    const name = picture.boxes[box]?.labels[0]?.text ?? "";
    return `${label === "" ? "-" : label} ${name}${passes === "yes" ? "" : `: ${passes}`}`;
  });
  return { stops: stopsOf(index, read.query, attempt), boxes, drawing };
}

describe("the way of an attempt", () => {
  it("through NAT64 goes over the NAT gateway's own subnet, and its hops have their numbers", () => {
    const { stops, boxes, drawing } = wayOf(nat64, "app", "github.com");
    expect(stops.there.map(({ id }) => id)).toEqual([
      "aws_autoscaling_group.app",
      "aws_subnet.app_a",
      "aws_route_table.app_a",
      "aws_subnet.public_a",
      "aws_nat_gateway.main_a",
      "aws_subnet.public_a",
      "aws_route_table.public",
      "aws_internet_gateway.main",
      "outside",
    ]);
    expect(boxes).toEqual([
      "2–3 Auto Scaling group app",
      "4, 14 app_a",
      "5 route tables app_a, app_b",
      "6, 8, 11–12 public_a",
      "7 NAT gateway main",
      "7 NAT gateway main_a",
      "9, 13 route table public",
      "10 internet gateway",
      "- Internet",
    ]);
    // Host to table, table to NAT gateway, NAT gateway to table, table to internet gateway, and out.
    expect(drawing.there).toHaveLength(5);
    expect(drawing.back).toHaveLength(1);
  });

  it("from outside begins there, and ends where it breaks", () => {
    const { stops, boxes, drawing } = wayOf(nat64, "internet", "app:8080");
    expect(stops.back).toEqual([]);
    expect(boxes).toEqual(["- Internet", "1 internet gateway", "2 app_a", "3 Auto Scaling group app: no"]);
    expect(drawing.there).toHaveLength(2);
    expect(drawing.back).toEqual([]);
  });

  it("between two hosts comes back to the caller", () => {
    const { stops, drawing } = wayOf(nat64, "web", "app:8080");
    expect(stops.back.map(({ id }) => id)).toEqual([
      "aws_autoscaling_group.app",
      "aws_subnet.app_a",
      "aws_route_table.app_a",
      "aws_subnet.public_a",
      "aws_lb.web",
    ]);
    expect(drawing.back.at(-1)).toMatch(/ 536,383$/);
  });
});

/** Whether a line comes into the rectangle of a label. */
function crosses(line: string, { x, y, text, face }: Label): boolean {
  const points = line.split(" ").map((point) => point.split(",").map(Number));
  return points.slice(1).some(([toX = 0, toY = 0], at) => {
    const [fromX = 0, fromY = 0] = points[at] ?? [];
    const isBeside = Math.max(fromX, toX) < x || Math.min(fromX, toX) > x + widthOf(text, face);
    const isAbove = Math.max(fromY, toY) < y - FONT_SIZES[face] || Math.min(fromY, toY) > y + 2;
    return !isBeside && !isAbove;
  });
}

describe.each(readdirSync(new URL("blueprints/", ROOT)).filter((file) => file.endsWith(".yaml")))(
  "the picture of %s",
  (file) => {
    const { index, picture } = drawn(`blueprints/${file}`);
    const shown = new Set(picture.boxes.flatMap(({ ids }) => ids));

    it("has a box for everything that packets come to", () => {
      const { nodes, gateways, subnets, routeTables } = index.topology;
      const ids = [...nodes, ...gateways, ...subnets, ...routeTables].map(({ id }) => id);
      expect(ids.filter((id) => !shown.has(id))).toEqual([]);
    });

    it("names nothing that the topology does not have", () => {
      const { nodes, gateways, subnets, routeTables } = index.topology;
      const known = new Set([...nodes, ...gateways, ...subnets, ...routeTables].map(({ id }) => id));
      expect(
        [...shown].filter(
          (id) => !known.has(id) && !id.startsWith("aws_ec2_transit_gateway_vpc_attachment."),
        ),
      ).toEqual([]);
    });

    it("has lines where no label is, but for what they lie below", () => {
      const ground = picture.boxes.filter(({ tone }) => !/^(?:thing-|table)/.test(tone));
      const labels = ground.flatMap((box) => box.labels);
      const lines = new Set<string>();
      askedPairs(index.topology, (query) => {
        for (const attempt of traceIn(index, query).attempts) {
          const drawing = drawAttempt(index, picture, { query, attempt });
          for (const line of [...(drawing?.there ?? []), ...(drawing?.back ?? [])]) lines.add(line);
        }
      });
      const crossed = [...lines].flatMap((line) =>
        labels.filter((label) => crosses(line, label)).map(({ text }) => `${text}: ${line}`),
      );
      expect(crossed).toEqual([]);
    });
  },
);
