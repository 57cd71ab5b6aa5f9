import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { atStage } from "../../../src/model/migration/at-stage.ts";
import { unsettledArguments } from "../../../src/model/migration/unsettled-arguments.ts";
import { type Migration, STAGES, type StageId } from "../../../src/model/types/migration.ts";
import type { Network } from "../../../src/model/types/network.ts";
import { at } from "../../support/json.ts";
import { networkOf } from "../../support/migration/migrating-stack.ts";
import { stageChangesOf } from "../../support/stage-changes.ts";
import { stackJson } from "../../support/synth-json.ts";

const BLUEPRINT = new URL("../../../blueprints/migrate-web-and-database.yaml", import.meta.url);
const shop: Network = networkOf(readFileSync(BLUEPRINT, "utf8"));

const migrationThat = (reached: StageId | null, stage: StageId = "import"): Migration => ({
  path: ["migration"],
  instanceTypesBefore: [],
  ...shop.migration,
  reached,
  stage,
});
const reaching = (reached: StageId | null): Network => ({ ...shop, migration: migrationThat(reached) });
const STOPS = STAGES.slice(1, -1);
const resourcesAt = (network: Network, stage: StageId): ReadonlyMap<string, unknown> => {
  const types = Object(at(stackJson(atStage(network, stage)), "resource"));
  return new Map(
    Object.entries(types).flatMap(([type, ofType]) =>
      Object.entries(Object(ofType)).map(([name, body]) => [`${type}.${name}`, body] as const),
    ),
  );
};
const isImported = (address: string) =>
  shop.existing?.imports.some((one) => one.address === address) === true;
/** Lists of what a resource belongs to: they grow with what a stage makes, whatever the network had reached. */
const MEMBERSHIPS = ["subnet_ids", "vpc_security_group_ids"];

test.each(STOPS)("a network that had reached %s has the same resources at each stage", (reached) => {
  for (const stage of STAGES)
    expect([stage, [...resourcesAt(reaching(reached), stage).keys()].sort()]).toEqual([
      stage,
      [...resourcesAt(reaching(null), stage).keys()].sort(),
    ]);
});

test.each(STOPS)(
  "a network that had reached %s has what was there as at that stage, and ignores it until then",
  (reached) => {
    const there = resourcesAt(reaching(null), reached);
    for (const stage of STAGES.slice(0, STAGES.indexOf(reached))) {
      for (const [address, body] of resourcesAt(reaching(reached), stage)) {
        if (!isImported(address)) continue;
        const [type = ""] = address.split(".");
        const ignored: unknown = at(body, "lifecycle", "ignore_changes") ?? [];
        const awaited = unsettledArguments(migrationThat(reached, stage), type);
        expect([address, ignored]).toEqual([address, expect.arrayContaining([...awaited])]);
        for (const name of awaited)
          expect([address, name, at(body, name)]).toEqual([address, name, at(there.get(address), name)]);
      }
    }
  },
);

test("all that a stage changes of what was there is let be before it", () => {
  for (const { stage, changes } of stageChangesOf(reaching(null)).slice(1, -1))
    for (const { address, arguments: changed } of changes.filter((change) => isImported(change.address))) {
      const before = STAGES[STAGES.indexOf(stage) - 1] ?? "import";
      const [type = ""] = address.split(".");
      const known = unsettledArguments(migrationThat(stage, before), type);
      const names = changed.map(({ name }) => name).filter((name) => !MEMBERSHIPS.includes(name));
      expect([stage, address, names.filter((name) => !known.includes(name))]).toEqual([stage, address, []]);
    }
});

test("a stage announces what it no longer lets be, and nothing of it comes twice", () => {
  const stages = stageChangesOf(reaching("instance-addresses"));
  const told = (stage: StageId, address: string) =>
    stages
      .find((one) => one.stage === stage)
      ?.changes.find((change) => change.address === address)
      ?.arguments.map(({ name, mayBeThere }) => [name, mayBeThere]);
  const subnet =
    shop.existing?.imports.find(({ address }) => address.startsWith("aws_subnet."))?.address ?? "";
  expect(told("subnet-address-blocks", subnet)).toEqual([["ipv6_cidr_block", true]]);
  expect(told("import", subnet)).toBeUndefined();
  expect(told("load-balancers", subnet)).toBeUndefined();
});

test("after the stage that it had reached, a network is as any other", () => {
  for (const stage of STAGES.slice(STAGES.indexOf("routes")))
    expect(resourcesAt(reaching("routes"), stage)).toEqual(resourcesAt(reaching(null), stage));
});

test("a rule to get in that was there brings no rule to get out of the same name", () => {
  const network = networkOf(`
apiVersion: hextet/v1
name: app
region: eu-west-1
network:
  vpc:
    ipv4Cidr: 10.0.0.0/16
    ipv6: { amazonProvided: {} }
    existing:
      id: vpc-01
      import:
        aws_security_group.web: sg-01
        aws_vpc_security_group_ingress_rule.web_https_ipv6: sgr-01
        aws_vpc_security_group_egress_rule.web_https_ipv4: sgr-02
  availabilityZones: [a]
  subnets: { isolated: { addressing: dual-stack, internet: none } }
  securityGroups:
    web:
      description: x
      ingress: { https: { protocol: tcp, ports: 443, from: { cidrIpv6: "2001:db8:9::/48" } } }
      egress: { https: { protocol: tcp, ports: 443, to: { anywhere: {} } } }
migration: { stage: import, reached: routes }
`);
  const rules = [...resourcesAt(network, "import").keys()].filter((address) => /_rule\./.test(address));
  expect(rules.sort()).toEqual([
    "aws_vpc_security_group_egress_rule.web_https_ipv4",
    "aws_vpc_security_group_ingress_rule.web_https_ipv6",
  ]);
});
