// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what Terraform writes
import { describe, expect, test } from "vitest";
import { compareOutputs } from "../../src/change/compare-stacks.ts";
import { readStackOutput } from "../../src/change/read-stack-output.ts";
import { takenChanges } from "../../src/change/taken-values.ts";
import type { StackOutput } from "../../src/change/types.ts";
import { compile } from "../../src/pipeline.ts";
import { takenLines } from "../../src/reports/changes/taken-lines.ts";
import { stackText } from "../support/synth-json.ts";

const HUB = `apiVersion: hextet/v1
name: hub
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.0.0.0/16 }
  availabilityZones: [a]
  subnets:
    app: { addressing: dual-stack, internet: none, slot: 0 }
    data: { addressing: dual-stack, internet: none, slot: 1 }
  transitGatewayAttachments: { core: { transitGateway: { create: {} }, subnets: [app] } }
outputs:
  core: { value: { transitGatewayId: core } }
  tables: { value: { routeTableIdsByZone: app } }
`;

const SHOP = `apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.1.0.0/16 }
  availabilityZones: [a]
  subnets: { app: { addressing: dual-stack, internet: none, slot: 0 } }
`;
const TAKES = `  vpcPeeringConnections:
    hub: { side: { request: { peerVpcId: { fromBlueprint: { stack: hub, value: { vpc: id } } } } } }
  transitGatewayAttachments:
    core:
      transitGateway: { id: { fromBlueprint: { stack: hub, output: core } } }
      subnets: [app]
      peerRouteTableIds: [{ fromBlueprint: { stack: hub, output: tables, key: a } }]
`;
const PARAMETERS = "terraform: { handOver: { parameters: {} } }\n";

function outputsOf(...texts: readonly string[]): readonly StackOutput[] {
  const files = texts.map((text, index) => ({ file: `${index}.yaml`, text }));
  const { networks, findings } = compile(files, "2026-01-01");
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  return networks.map((network) => {
    const output = readStackOutput(network.name, stackText(network));
    if (output === null) throw new Error(`${network.name} is no JSON`);
    return output;
  });
}

function stackOf(name: string, json: unknown): StackOutput {
  const output = readStackOutput(name, JSON.stringify(json));
  if (output === null) throw new Error("no JSON");
  return output;
}

function saidOf(before: readonly StackOutput[], after: readonly StackOutput[]): readonly string[] {
  return takenLines(takenChanges({ before, after, changes: compareOutputs(before, after) }));
}

describe("what other stacks take", () => {
  const before = outputsOf(HUB, SHOP + TAKES);

  test("is not spoken of where it stays, or where a zone or a stack comes to it", () => {
    expect(saidOf(before, before)).toEqual([]);
    const wider = HUB.replace("availabilityZones: [a]", "availabilityZones: [a, b]");
    expect(saidOf(before, outputsOf(wider, SHOP + TAKES))).toEqual([]);
    expect(saidOf(outputsOf(HUB), before)).toEqual([]);
  });

  test("gets another value with what it shows, and with what that stands in", () => {
    const moved = outputsOf(HUB.replace("10.0.0.0/16", "10.9.0.0/16"), SHOP + TAKES);
    expect(saidOf(before, moved)).toEqual([
      'hub gives "tables.a" to shop: another value, for aws_route_table.app is replaced; in shop aws_route.core_fromBlueprint_hub_tables_a_main_ipv4 is replaced with it, aws_route.core_fromBlueprint_hub_tables_a_main_ipv6 is replaced with it',
      'hub gives "vpcId" to shop: another value, for aws_vpc.main is replaced; in shop aws_vpc_peering_connection.hub is replaced with it',
    ]);
  });

  test("by parameters too", () => {
    const old = outputsOf(HUB + PARAMETERS, SHOP + TAKES);
    const moved = outputsOf(HUB.replace("10.0.0.0/16", "10.9.0.0/16") + PARAMETERS, SHOP + TAKES);
    expect(saidOf(old, moved)).toEqual([
      expect.stringContaining(
        'hub gives "/hextet/hub/tables/a" to shop: another value, for aws_route_table.app',
      ),
      'hub gives "/hextet/hub/vpcId" to shop: another value, for aws_vpc.main is replaced; in shop aws_vpc_peering_connection.hub is replaced with it',
    ]);
  });

  test("may show something else", () => {
    const other = outputsOf(
      HUB.replace("routeTableIdsByZone: app", "routeTableIdsByZone: data"),
      SHOP + TAKES,
    );
    // The tables are there: only what is shown differs.
    expect(saidOf(before, other)).toEqual([
      expect.stringMatching(/^hub gives "tables\.a" to shop: it shows something else; in shop aws_route\./),
    ]);
  });

  test("may be destroyed, while the other stack does not know yet that it does without", () => {
    const without = HUB.replace(/ {2}transitGatewayAttachments.*\n/, "").replace(/ {2}core: .*\n/, "");
    expect(saidOf(before, outputsOf(without, SHOP))).toEqual([
      'hub gives "core" to shop: aws_ec2_transit_gateway.core is destroyed; apply shop first, which does without it',
    ]);
  });

  test("may be gone, also with its whole stack", () => {
    const [hub, shop] = before;
    if (hub === undefined || shop === undefined) throw new Error("no stacks");
    const gone = saidOf(before, [{ ...hub, outputs: new Map() }, shop]);
    expect(gone[2]).toBe(
      'hub gives "vpcId" to shop: it is gone; shop needs it for aws_vpc_peering_connection.hub',
    );
    expect(gone).toHaveLength(3);
    expect(saidOf(before, [shop])).toHaveLength(3);
  });

  test("does the worst of what its arguments do, in any order of them", () => {
    const id = '${data.terraform_remote_state.hub.outputs["id"]}';
    const shop = (...names: readonly string[]) =>
      stackOf("shop", {
        resource: { aws_instance: { host: Object.fromEntries(names.map((name) => [name, id])) } },
      });
    const hub = (resource: string) =>
      stackOf("hub", { output: { id: { value: `\${aws_vpc.${resource}.id}` } } });
    const actionOf = (...names: readonly string[]) => {
      const [old, next] = [
        [hub("one"), shop(...names)],
        [hub("other"), shop(...names)],
      ];
      return takenChanges({ before: old, after: next, changes: compareOutputs(old, next) }).flatMap(
        ({ resources }) => resources,
      );
    };
    const host = (action: string) => [{ address: "aws_instance.host", action }];
    expect(actionOf("monitoring")).toEqual(host("update"));
    expect(actionOf("not_asked", "monitoring")).toEqual(host("may-replace"));
    expect(actionOf("monitoring", "not_asked")).toEqual(host("may-replace"));
    expect(actionOf("ami", "not_asked", "monitoring")).toEqual(host("replace"));
    expect(actionOf("monitoring", "not_asked", "ami")).toEqual(host("replace"));
  });

  test("is the same under another address, and so is a name that the stack itself gives", () => {
    const gives = (id: string, size: number, more: object) =>
      stackOf("hub", {
        resource: { aws_instance: { [id]: { availability_zone: `eu-west-1${size}`, key_name: "k" } } },
        output: {
          key: { value: `\${aws_instance.${id}.key_name}` },
          id: { value: `\${aws_instance.${id}.id}` },
        },
        ...more,
      });
    const takes = stackOf("shop", {
      resource: { aws_eip: { a: { instance: '${data.terraform_remote_state.hub.outputs["key"]}' } } },
    });
    expect(saidOf([gives("a", 1, {}), takes], [gives("a", 2, {}), takes])).toEqual([]);
    const moved = { moved: [{ from: "aws_instance.a", to: "aws_instance.b" }] };
    expect(saidOf([gives("a", 1, {}), takes], [gives("b", 1, moved), takes])).toEqual([]);
  });
});

/** What becomes of the stack that takes, and what is lost of it. */
function becomes(before: readonly StackOutput[], after: readonly StackOutput[]): readonly string[] {
  return compareOutputs(before, after)
    .filter(({ name }) => name === "shop")
    .flatMap(({ changes }) => changes.map(({ action, address, loss }) => `${action} ${address} ${loss}`));
}

describe("a value that is read in another way", () => {
  const [state, parameters] = [outputsOf(HUB, SHOP + TAKES), outputsOf(HUB + PARAMETERS, SHOP + TAKES)];

  test("is the same where both ways lead to one thing of one stack", () => {
    expect(becomes(state, parameters)).toEqual([]);
    expect(becomes(parameters, state)).toEqual([]);
  });

  test("is another one where the stack gives another thing by now", () => {
    const other = outputsOf(
      HUB.replace("{ routeTableIdsByZone: app }", "{ routeTableIdsByZone: data }") + PARAMETERS,
      SHOP + TAKES,
    );
    expect(becomes(state, other)).toEqual([
      "may-replace aws_route.core_fromBlueprint_hub_tables_a_main_ipv4 null",
      "may-replace aws_route.core_fromBlueprint_hub_tables_a_main_ipv6 null",
    ]);
  });

  test("may be the same where nobody knows what it is", () => {
    const known = SHOP + TAKES;
    const [before, after] = [
      outputsOf(HUB, known),
      outputsOf(HUB, known.replace("{ fromBlueprint: { stack: hub, output: core } }", "tgw-0123abc")),
    ];
    expect(becomes(before, after).filter((line) => line.startsWith("replace"))).toEqual([]);
    expect(becomes(before, after).filter((line) => line.startsWith("may-replace")).length).toBeGreaterThan(0);
  });
});
