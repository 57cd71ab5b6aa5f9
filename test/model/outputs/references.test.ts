// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what Terraform writes
import { describe, expect, test } from "vitest";
import { compile } from "../../../src/pipeline.ts";
import { at } from "../../support/json.ts";
import { stackJson, stackText } from "../../support/synth-json.ts";

const HUB = `apiVersion: hextet/v1
name: hub
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.0.0.0/16 }
  availabilityZones: [a, b]
  subnets: { app: { addressing: dual-stack, internet: none, slot: 0 } }
  transitGatewayAttachments: { core: { transitGateway: { create: {} }, subnets: [app] } }
outputs:
  core: { value: { transitGatewayId: core } }
  tables: { value: { routeTableIdsByZone: app } }
  subnets: { value: { subnetIds: app } }
`;

/** A blueprint with a transit gateway, and a peering whose far route table, from elsewhere. */
function shop(id: string, table = "rtb-0123abc", terraform = "{}", description = "d"): string {
  return `apiVersion: hextet/v1
name: shop
description: ${description}
region: eu-west-1
terraform: ${terraform}
network:
  vpc: { ipv4Cidr: 10.1.0.0/16 }
  availabilityZones: [a, b]
  subnets: { app: { addressing: dual-stack, internet: none, slot: 0 } }
  transitGatewayAttachments:
    core: { transitGateway: { id: ${id} }, subnets: [app], peerRouteTableIds: [${table}] }
`;
}

function compiled(...texts: readonly string[]) {
  const files = texts.map((text, index) => ({ file: `${index === 0 ? "hub" : "shop"}.yaml`, text }));
  const { networks, findings } = compile(files, "2026-01-01");
  const found = findings
    .filter(({ severity }) => severity === "error")
    .map(
      ({ file, span, rule, message, hint }) =>
        `${file}:${span?.line}:${span?.column} ${rule}: ${message} (${hint})`,
    );
  return { networks, found };
}

function errors(...texts: readonly string[]): readonly string[] {
  return compiled(...texts).found;
}

function networkOf(name: string, ...texts: readonly string[]) {
  const { networks, found } = compiled(...texts);
  expect(found).toEqual([]);
  const network = networks.find((one) => one.name === name);
  if (network === undefined) throw new Error(`no network ${name}`);
  return network;
}

const CORE = "{ fromBlueprint: { stack: hub, output: core } }";
const TABLE = "{ fromBlueprint: { stack: hub, output: tables, key: a } }";

describe("a reference to a blueprint", () => {
  test("that was not named and has errors is told where it is referred to; where it was named, once", () => {
    const hub = { file: "hub.yaml", text: HUB.replace("slot: 0", "slot: 0, bogus: 1") };
    const files = [{ file: "shop.yaml", text: shop(CORE) }];
    const rules = ({ findings }: ReturnType<typeof compile>) =>
      findings
        .filter(({ severity }) => severity === "error")
        .map(({ file, span, rule }) => `${file}:${span?.line} ${rule}`);
    const alone = compile(files, "2026-01-01", [], undefined, [hub]);
    expect(rules(alone)).toEqual(["shop.yaml:11 model/stopped-stack"]);
    expect(rules(compile([...files, hub], "2026-01-01"))).toEqual(["hub.yaml:7 schema/unknown-key"]);
  });

  test("is read from the state of its stack, one entry of a map by its key", () => {
    const json = stackJson(networkOf("shop", HUB, shop(CORE, TABLE)));
    expect(at(json, "data")).toEqual({
      terraform_remote_state: {
        hub: {
          backend: "local",
          config: { path: "../../../terraform.tfstate.d/hub/terraform.tfstate" },
        },
      },
    });
    const attachment = at(json, "resource", "aws_ec2_transit_gateway_vpc_attachment", "core");
    expect(at(attachment, "transit_gateway_id")).toBe('${data.terraform_remote_state.hub.outputs["core"]}');
    const route = at(json, "resource", "aws_route", "core_fromBlueprint_hub_tables_a_main_ipv4");
    expect(at(route, "route_table_id")).toBe('${data.terraform_remote_state.hub.outputs["tables"]["a"]}');
  });

  test("to a value without an output makes one, and nothing else of the other stack differs", () => {
    const value = "{ fromBlueprint: { stack: hub, value: { transitGatewayId: core } } }";
    const plain = HUB.slice(0, HUB.indexOf("outputs:"));
    const text = stackText(networkOf("shop", plain, shop(value)));
    expect(text).toContain('data.terraform_remote_state.hub.outputs[\\"transitGatewayId_core\\"]');
    const hub = stackJson(networkOf("hub", plain, shop(value)));
    expect(at(hub, "output")).toEqual({
      transitGatewayId_core: { value: "${aws_ec2_transit_gateway.core.id}" },
    });
    const { output: _, "//": __, ...rest } = hub;
    const { "//": ___, ...alone } = stackJson(networkOf("hub", plain));
    expect(rest).toEqual(alone);
  });

  test("stands in policies and in containers, whatever is made of the text there", () => {
    const text = `${shop("tgw-0123abc")}compute:
  instanceProfiles: { web: { managedPolicies: [AmazonSSMManagedInstanceCore, { fromParameter: /iam/policy }] } }
ecs:
  clusters: { main: {} }
  taskDefinitions:
    web:
      cpu: 256
      memory: 512
      containers: { web: { image: nginx, secrets: { TOKEN: { fromParameter: /shop/token } } } }
`;
    const json = stackJson(networkOf("shop", HUB, text));
    const attached = Object.values(at(json, "resource", "aws_iam_role_policy_attachment") as object);
    expect(attached.map((one) => at(one, "policy_arn"))).toContain(
      "${data.aws_ssm_parameter.parameter__iam__policy.insecure_value}",
    );
    const token = "${data.aws_ssm_parameter.parameter__shop__token.insecure_value}";
    const task = at(json, "resource", "aws_ecs_task_definition", "web", "container_definitions");
    expect(JSON.stringify(task)).toContain(token);
    // Whether it is a secret or a parameter, its ARN will tell.
    const policies = JSON.stringify(at(json, "resource", "aws_iam_role_policy"));
    expect(policies.split(token)).toHaveLength(3);
  });

  test("takes the secret of a database, and no other ARN in its place", () => {
    const hub = `${HUB}rds:
  subnetGroups: { main: { subnets: [app] } }
  instances: { orders: { engine: postgres, engineVersion: "17.4", instanceClass: db.t4g.small, allocatedStorageGib: 20, subnetGroup: main } }
`;
    const task = (value: string) => `${shop("tgw-0123abc")}ecs:
  clusters: { main: {} }
  taskDefinitions:
    web: { cpu: 256, memory: 512, containers: { web: { image: nginx, secrets: { TOKEN: { fromBlueprint: { stack: hub, value: ${value} } } } } } }
`;
    expect(errors(hub, task("{ databaseSecretArn: orders }"))).toEqual([]);
    expect(errors(hub, task("{ databaseArn: orders }"))).toEqual([
      expect.stringContaining("is an ARN; a secret ARN is wanted here"),
    ]);
  });

  test("to the VPC names it by its attribute", () => {
    const value = "{ fromBlueprint: { stack: hub, value: { vpc: id } } }";
    const text = shop("tgw-0123abc").replace(
      "  transitGatewayAttachments:",
      `  vpcPeeringConnections: { hub: { side: { request: { peerVpcId: ${value} } } } }\n  transitGatewayAttachments:`,
    );
    expect(stackText(networkOf("shop", HUB, text))).toContain('outputs[\\"vpcId\\"]');
  });

  test("by parameters is read in this region and account, and the other stack writes them", () => {
    const hub = HUB.replace("network:", "terraform: { handOver: { parameters: {} } }\nnetwork:");
    const json = stackJson(networkOf("shop", hub, shop(CORE, TABLE)));
    expect(at(json, "data")).toEqual({
      aws_ssm_parameter: {
        hub_core: { name: "/hextet/hub/core" },
        hub_tables_a: { name: "/hextet/hub/tables/a" },
      },
    });
    const attachment = at(json, "resource", "aws_ec2_transit_gateway_vpc_attachment", "core");
    expect(at(attachment, "transit_gateway_id")).toBe("${data.aws_ssm_parameter.hub_core.insecure_value}");
    expect(at(stackJson(networkOf("hub", hub)), "resource", "aws_ssm_parameter")).toEqual({
      output_core: {
        name: "/hextet/hub/core",
        type: "String",
        insecure_value: "${aws_ec2_transit_gateway.core.id}",
      },
      output_subnets: {
        name: "/hextet/hub/subnets",
        type: "StringList",
        insecure_value: '${join(",", [aws_subnet.app_a.id, aws_subnet.app_b.id])}',
      },
      output_tables_a: {
        name: "/hextet/hub/tables/a",
        type: "String",
        insecure_value: "${aws_route_table.app.id}",
      },
      output_tables_b: {
        name: "/hextet/hub/tables/b",
        type: "String",
        insecure_value: "${aws_route_table.app.id}",
      },
    });
  });

  test("of a sensitive output by parameters is a SecureString on both sides", () => {
    const hub = HUB.replace(
      "network:",
      "terraform: { handOver: { parameters: { prefix: /net } } }\nnetwork:",
    ).replace("core: { value", "core: { sensitive: true, value");
    expect(stackText(networkOf("shop", hub, shop(CORE)))).toContain(
      "${data.aws_ssm_parameter.hub_core.value}",
    );
    const made = at(stackJson(networkOf("hub", hub)), "resource", "aws_ssm_parameter", "output_core");
    expect(made).toEqual({
      name: "/net/core",
      type: "SecureString",
      value: "${aws_ec2_transit_gateway.core.id}",
    });
  });

  test.each([
    [
      "hubb",
      "core",
      'shop.yaml:11:61 model/unknown-stack: no blueprint makes a stack "hubb" (did you mean "hub"?)',
    ],
    [
      "shop",
      "core",
      'shop.yaml:11:61 model/unknown-stack: "shop" is this very blueprint (name what it has by its own key)',
    ],
    [
      "hub",
      "croe",
      'shop.yaml:11:74 model/unknown-output: "hub" has no output "croe" (did you mean "core"?)',
    ],
    [
      "hub",
      "subnets",
      'shop.yaml:11:52 model/output-of-other-kind: output "subnets" of "hub" is a list of subnet ids; a transit gateway id is wanted here (null)',
    ],
    [
      "hub",
      "tables",
      'shop.yaml:11:52 model/output-of-other-kind: output "tables" of "hub" is a map of route table ids; a transit gateway id is wanted here (null)',
    ],
  ])("to %s.%s is refused", (stack, output, finding) => {
    expect(errors(HUB, shop(`{ fromBlueprint: { stack: ${stack}, output: ${output} } }`))).toEqual([finding]);
  });

  test.each([
    ["{ stack: hub, output: tables }", "is a map, and one value is wanted here (write key; known: a, b)"],
    ["{ stack: hub, output: tables, key: c }", 'has no key "c" (known: a, b)'],
  ])("to a map: %s", (written, message) => {
    const found = errors(HUB, shop(CORE, `{ fromBlueprint: ${written} }`));
    expect(found).toEqual([expect.stringContaining(`output "tables" of "hub" ${message}`)]);
  });

  test("to one value has no key", () => {
    expect(errors(HUB, shop("{ fromBlueprint: { stack: hub, output: core, key: a } }"))).toEqual([
      'shop.yaml:11:85 model/reference-key: output "core" of "hub" is one value and has no keys (remove key)',
    ]);
  });

  test.each(["{ stack: hub }", "{ stack: hub, output: core, value: { transitGatewayId: core } }"])(
    "asks once: %s",
    (written) => {
      expect(errors(HUB, shop(`{ fromBlueprint: ${written} }`))).toEqual([
        expect.stringContaining("model/reference-choice"),
      ]);
    },
  );

  test("to something that the other blueprint does not have is told by its name there", () => {
    expect(errors(HUB, shop("{ fromBlueprint: { stack: hub, value: { transitGatewayId: coer } } }"))).toEqual(
      [expect.stringContaining('model/unknown-name: unknown transit gateway attachment "coer"')],
    );
    const subnets = "{ fromBlueprint: { stack: hub, value: { subnetIdsByZone: app }, key: a } }";
    expect(errors(HUB, shop(subnets))).toEqual([
      expect.stringContaining("is a map of subnet ids; a transit gateway id is wanted here"),
    ]);
  });

  test("into a blueprint with errors stops without a word of its own", () => {
    const broken = HUB.replace("availabilityZones: [a, b]", "availabilityZone: [a, b]");
    expect(errors(broken, shop(CORE)).filter((one) => one.startsWith("shop"))).toEqual([]);
    expect(compiled(broken, shop(CORE)).networks).toEqual([]);
  });

  test("by parameters of another region or account is refused", () => {
    const far = HUB.replace("eu-west-1", "eu-west-2").replace(
      "network:",
      "terraform: { handOver: { parameters: {} } }\nnetwork:",
    );
    expect(errors(far, shop(CORE))).toEqual([
      'shop.yaml:11:52 model/parameter-elsewhere: "hub" hands its outputs over by parameters in eu-west-2, where "shop" does not read (write terraform.handOver: { state: {} } in "hub")',
    ]);
    const role = (account: string) => `assumeRole: { roleArn: "arn:aws:iam::${account}:role/r" }`;
    const other = HUB.replace(
      "network:",
      `terraform: { handOver: { parameters: {} }, ${role("111111111111")} }\nnetwork:`,
    );
    expect(errors(other, shop(CORE, undefined, `{ ${role("222222222222")} }`))).toEqual([
      expect.stringContaining("by parameters in account 111111111111"),
    ]);
    expect(errors(HUB, shop(CORE, undefined, `{ ${role("222222222222")} }`))).toEqual([]);
  });

  test("in a circle is told once, with all of it", () => {
    const back = HUB.replace(
      "{ create: {} }",
      "{ id: { fromBlueprint: { stack: shop, value: { transitGatewayId: core } } } }",
    );
    expect(errors(back, shop(CORE))).toEqual([
      'hub.yaml:8:62 model/reference-circle: blueprints take values from each other: "hub" from "shop" from "hub" (one of them has to be applied first)',
    ]);
  });

  test("in a circle that dependsOn closes is told at dependsOn", () => {
    const back = HUB.replace("network:", "terraform: { dependsOn: [shop] }\nnetwork:");
    expect(errors(back, shop(CORE))).toEqual([
      'hub.yaml:4:26 model/reference-circle: stacks wait for each other: "hub" after "shop" after "hub" (one of them has to be applied first: take terraform.dependsOn out where no value is taken)',
    ]);
  });
});

describe("a reference to plain Terraform", () => {
  test.each<readonly [string, unknown]>([
    [
      "{ local: { path: ../../../old.tfstate } }",
      { backend: "local", config: { path: "../../../old.tfstate" } },
    ],
    [
      '{ s3: { bucket: states, key: vpn.tfstate, profile: p, roleArn: "arn:aws:iam::123456789012:role/r" } }',
      {
        backend: "s3",
        config: {
          bucket: "states",
          key: "vpn.tfstate",
          region: "eu-west-1",
          profile: "p",
          assume_role: { role_arn: "arn:aws:iam::123456789012:role/r" },
        },
      },
    ],
    [
      "{ remote: { organization: o, workspace: w } }",
      {
        backend: "remote",
        config: { organization: "o", hostname: "app.terraform.io", workspaces: { name: "w" } },
      },
    ],
    [
      "{ cloud: { organization: o, workspace: w } }",
      {
        backend: "remote",
        config: { organization: "o", hostname: "app.terraform.io", workspaces: { name: "w" } },
      },
    ],
    [
      "{ http: { address: https://state.example.com/vpn } }",
      { backend: "http", config: { address: "https://state.example.com/vpn" } },
    ],
  ])("reads the state at %s", (backend, expected) => {
    const reference = "{ fromState: { state: vpn, output: tgw } }";
    const json = stackJson(
      networkOf("shop", HUB, shop(reference, undefined, `{ states: { vpn: { backend: ${backend} } } }`)),
    );
    expect(at(json, "data")).toEqual({ terraform_remote_state: { state_vpn: expected } });
    expect(JSON.stringify(json)).toContain("data.terraform_remote_state.state_vpn.outputs[");
  });

  test("reads a parameter once, however often it is named", () => {
    const reference = "{ fromParameter: /net/core_a.b }";
    const json = stackJson(networkOf("shop", HUB, shop(reference, "{ fromParameter: /net/core_a.b }")));
    expect(at(json, "data")).toEqual({
      aws_ssm_parameter: { parameter__net__core_5fa_2eb: { name: "/net/core_a.b" } },
    });
  });

  test("to a state that is not listed, or has no place, is refused", () => {
    const reference = "{ fromState: { state: ofice, output: tgw } }";
    const states = "{ states: { office: { backend: { local: { path: x } } } } }";
    expect(errors(HUB, shop(reference, undefined, states))).toEqual([
      expect.stringContaining(
        'model/unknown-state: terraform.states has no "ofice" (did you mean "office"?)',
      ),
    ]);
    expect(errors(HUB, shop("tgw-1", undefined, "{ states: { vpn: { backend: { local: {} } } } }"))).toEqual([
      expect.stringContaining('model/state-without-path: the local state "vpn" has no path'),
    ]);
  });
});

describe("text that is hostile", () => {
  test("never becomes a reference, whatever stands in other values", () => {
    const description = "'{fromBlueprint hub.core} and ${data.x.y}'";
    const json = stackJson(networkOf("shop", HUB, shop(CORE, undefined, undefined, description)));
    const tagged = shop(CORE).replace(
      "region:",
      "tags: { a: '{fromBlueprint hub.core}', b: '%{ if true }' }\nregion:",
    );
    const tags = at(
      stackJson(networkOf("shop", HUB, tagged)),
      "provider",
      "aws",
      0,
      "default_tags",
      0,
      "tags",
    );
    expect(tags).toEqual({ a: "{fromBlueprint hub.core}", b: "%%{ if true }" });
    expect(JSON.stringify(json)).not.toContain("{fromBlueprint");
  });

  test("in the place of a state is escaped", () => {
    const path = "'../${file(\"/etc/passwd\")}/%{ if true }x%{ endif }'";
    const reference = "{ fromState: { state: vpn, output: tgw } }";
    const states = `{ states: { vpn: { backend: { local: { path: ${path} } } } } }`;
    const json = stackJson(networkOf("shop", HUB, shop(reference, undefined, states)));
    expect(at(json, "data", "terraform_remote_state", "state_vpn", "config", "path")).toBe(
      '../$${file("/etc/passwd")}/%%{ if true }x%%{ endif }',
    );
  });

  test.each([
    "{ fromParameter: '/a${b}' }",
    "{ fromParameter: '/a\"b' }",
    "{ fromState: { state: vpn, output: 'x\"]}${y' } }",
    "{ fromState: { state: vpn, output: x, key: 'a\"]' } }",
    "{ fromBlueprint: { stack: hub, output: core, key: '\"' } }",
    "{ fromBlueprint: { stack: hub, output: core }, fromParameter: /x }",
    "{ fromNowhere: /x }",
    "{}",
  ])("is refused by the schema: %s", (reference) => {
    const found = errors(HUB, shop(reference));
    expect(found.length).toBeGreaterThan(0);
    for (const one of found) expect(one).toMatch(/^shop\.yaml:11:\d+ schema\//);
  });
});
