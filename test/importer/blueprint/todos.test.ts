import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { interview } from "../../../src/cli/import/interview.ts";
import { type TodoKind, UNASKED, unaskedLines } from "../../../src/importer/blueprint/todos.ts";
import { readState } from "../../../src/importer/read-state.ts";
import type { Inventory } from "../../../src/importer/types/inventory.ts";
import { writeBlueprint } from "../../../src/importer/write-blueprint.ts";
import { cidr, entry, group, instance, inventoryWith, rule, subnet, table } from "../../support/inventory.ts";

const STATE = readState(
  JSON.parse(
    readFileSync(new URL("../../support/fixtures/web-and-database.state.json", import.meta.url), "utf8"),
  ),
  null,
);
if ("mistake" in STATE) throw new Error(STATE.mistake.message);
const SHOP = STATE.inventory;
const base = inventoryWith();
const IPV6 = { cidr: "2001:db8:0:100::/62", associationId: "vpc-cidr-assoc-01", pool: "Amazon" };
const five = ["k", "l", "m", "n", "o"].map((name, index) => subnet(`subnet-1${index}`, name, "a", index));
const PORTS = { ports: { from: 53, to: 53 } };
const ONE_TABLE = { routeTables: [table("rtb-01", [], [["0.0.0.0/0", "igw-01"]])], natGateways: [] };

/** A network that leaves something of the kind to its owner. */
const LEAVING: Readonly<Record<TodoKind, Partial<Inventory>>> = {
  "a number of a network ACL": {
    networkAcls: [
      {
        id: "acl-01",
        name: "full",
        isDefault: false,
        subnetIds: ["subnet-01"],
        entries: [entry(32_766, "6", "0.0.0.0/0", PORTS), entry(32_765, "17", "::/0", PORTS)],
      },
    ],
  },
  "a public database": {
    ...SHOP,
    databases: SHOP.databases.map((one) => ({ ...one, publiclyAccessible: true })),
  },
  "a subnet outside of the plan": {
    vpc: { ...base.vpc, ipv6Blocks: [IPV6] },
    subnets: base.subnets.map((one, index) => ({
      ...one,
      ipv6Cidr: index === 0 ? "2001:db8:9:9::/64" : null,
    })),
  },
  "a subnet without a block": { vpc: { ...base.vpc, ipv6Blocks: [IPV6] }, subnets: five, ...ONE_TABLE },
  "a type without IPv6": { instances: [instance("i-01", "old", { instanceType: "m3.large" })] },
  "ids of rules": { securityGroups: [group("sg-01", "web", [rule(null, "tcp", 443, cidr("0.0.0.0/0"))])] },
  "ids of other things": {
    vpc: { ...base.vpc, ipv4Blocks: [...base.vpc.ipv4Blocks, { cidr: "10.1.0.0/16", associationId: null }] },
  },
  "UDP of a load balancer": {
    ...SHOP,
    targetGroups: SHOP.targetGroups.map((one) => ({ ...one, protocol: "UDP" })),
    loadBalancers: SHOP.loadBalancers.map((one) => ({
      ...one,
      type: "network",
      listeners: one.listeners.map((listener) => ({ ...listener, protocol: "UDP" })),
    })),
  },
};

const FOLDER = new URL("../../../src/importer/blueprint/", import.meta.url);

test("the word stands where every kind of it is listed, and nowhere else", () => {
  // `comment-lines.ts` asks whether a word is the one.
  const saying = readdirSync(FOLDER).filter((file) =>
    /(?<!startsWith\()["`']TODO/.test(readFileSync(new URL(file, FOLDER), "utf8")),
  );
  expect(saying.sort()).toEqual(["questions.ts", "todos.ts"]);
});

test.each(Object.entries(LEAVING))("%s is asked about, or it is said why not", async (kind, parts) => {
  const inventory = inventoryWith(parts);
  const { text, todos, questions } = writeBlueprint(inventory, "shop");
  const own = todos.filter((todo) => todo.kind === kind);
  expect(own.length).toBeGreaterThan(0);
  const known = [...todos.map((todo) => todo.text), ...(questions.length > 0 ? [" for IPv4 alone. "] : [])];
  for (const line of text.split("\n").filter((one) => one.includes("# TODO: ")))
    expect(known.some((words) => line.includes(words.slice(0, 60).split(": aws_")[0] ?? ""))).toBe(true);
  const heard: string[] = [];
  await interview(
    inventory,
    { name: "shop", output: "shop.yaml" },
    {
      say: (line) => heard.push(line),
      ask: async (question, read) => {
        heard.push(question);
        const meant = read("");
        if (typeof meant === "string") throw new Error(meant);
        return meant.value;
      },
    },
  );
  const lines = unaskedLines(own);
  if (UNASKED[kind as TodoKind] === null)
    expect(heard).toContainEqual(expect.stringContaining("which has no IPv6. Which type is it to get?"));
  else expect(heard.join("\n")).toContain(lines.join("\n"));
  expect(lines.length).toBe(UNASKED[kind as TodoKind] === null ? 0 : own.length);
});

test("an error that the network itself brings is no answer's fault: nobody is asked for ever", async () => {
  const acl = {
    id: "acl-01",
    name: "odd",
    isDefault: false,
    subnetIds: ["subnet-01"],
    entries: [entry(100, "17", "::/0")],
  };
  const asked: string[] = [];
  const { answers } = await interview(
    inventoryWith({ networkAcls: [acl] }),
    { name: "shop", output: "shop.yaml" },
    {
      say: () => undefined,
      ask: async (question, read) => {
        asked.push(question);
        const meant = read(asked.length === 1 ? "public" : "");
        if (typeof meant === "string") throw new Error(meant);
        return meant.value;
      },
    },
  );
  expect(answers.withoutIpv6).toEqual(["public"]);
});
