import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { layOutNetwork } from "../../../src/reports/graph/lay-out-network.ts";
import { graphOf } from "../../../src/reports/graph/network-graph.ts";
import { tryNetworkFrom } from "../../support/network.ts";

const RULES = new URL("../../rules/", import.meta.url);

it("a network that breaks a rule has a picture too: `hextet reach` shows where packets are dropped in it", () => {
  const networks = readdirSync(RULES, { recursive: true, encoding: "utf8" })
    .filter((file) => /\/bad\.yaml$/.test(file))
    .sort()
    .flatMap((file) => tryNetworkFrom(readFileSync(new URL(file, RULES), "utf8")).network ?? []);
  expect(networks.length).toBeGreaterThan(100);
  for (const network of networks) {
    const { boxes } = layOutNetwork(graphOf(network));
    const tiers = network.tiers.filter(({ subnets }) => subnets.length > 0);
    expect(boxes.filter(({ tone }) => tone === "row").length, network.name).toBe(tiers.length);
  }
});
