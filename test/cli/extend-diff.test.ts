import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import schema from "../../docs/diff.schema.json" with { type: "json" };
import { commitAll, makeProject, type Project, smallBlueprint } from "./project.ts";

const DATABASE = `
rds:
  subnetGroups: { main: { subnets: [app] } }
  instances:
    orders: { engine: postgres, engineVersion: "17.4", instanceClass: db.t4g.small, allocatedStorageGib: 20, subnetGroup: main }
`;

const EXTENDED = "extend: { terraform: [override.tf] }\n";

/** A committed stack with a database; its override says this. */
async function committed(override: string | null): Promise<Project> {
  const project = makeProject({ "app.yaml": "" });
  say(project, override);
  expect((await project.hextet("synth")).stderr).not.toContain("error:");
  await commitAll(project);
  return project;
}

function say(project: Project, override: string | null): void {
  const blueprint = smallBlueprint("app") + DATABASE;
  project.write("blueprints/app.yaml", override === null ? blueprint : blueprint + EXTENDED);
  if (override !== null) project.write("blueprints/override.tf", override);
}

const SUBNET = 'resource "aws_subnet" "app_a" {\n  assign_ipv6_address_on_creation = false\n}\n';
const BLOCK = 'resource "aws_subnet" "app_a" {\n  cidr_block = "10.20.200.0/24"\n}\n';
const NEW_SUBNET = /aws_subnet\.app_a is replaced and loses/;

describe("an override, in hextet diff", () => {
  it("is told with its file, block and arguments, and as a change of the resource", async () => {
    const project = await committed(null);
    say(project, SUBNET);
    const { status, stdout } = await project.hextet("diff");
    expect([status, stdout]).toEqual([
      0,
      expect.stringContaining(
        "  override.tf overrides aws_subnet.app_a: assign_ipv6_address_on_creation true -> false\n  changed ",
      ),
    ]);
    const markdown = await project.hextet("diff", "--format", "markdown");
    expect(markdown.stdout).toContain("**override.tf overrides aws\\_subnet.app\\_a: assign");
    const json = JSON.parse((await project.hextet("diff", "--format", "json")).stdout);
    expect(new Ajv().validate(schema, json)).toBe(true);
    expect(json.stacks[0].overrides).toEqual([
      {
        file: "override.tf",
        address: "aws_subnet.app_a",
        argument: "assign_ipv6_address_on_creation",
        before: true,
        after: false,
      },
    ]);
  });

  it("is as severe as the same change of the blueprint, in diff, check and synth", async () => {
    const project = await committed(null);
    say(project, BLOCK);
    const diff = await project.hextet("diff");
    expect([diff.status, diff.stderr]).toEqual([5, expect.stringMatching(NEW_SUBNET)]);
    say(project, 'resource "aws_db_instance" "orders" {\n  engine = "mysql"\n  db_name = "other"\n}\n');
    for (const { status, stderr } of [await project.hextet("check"), await project.hextet("synth")]) {
      expect(status).toBe(1);
      expect(stderr).toContain("aws_db_instance.orders is replaced, and AWS refuses that");
    }
  });

  it("names what it takes the protection of", async () => {
    const project = await committed(null);
    say(
      project,
      'resource "aws_db_instance" "orders" {\n  lifecycle {\n    prevent_destroy = false\n  }\n}\n',
    );
    expect((await project.hextet("diff")).stdout).toContain(
      "no longer protected from destruction: aws_db_instance.orders",
    );
  });

  it("is silent as long as it stays, and speaks again when the blueprint says something else", async () => {
    const project = await committed(BLOCK);
    expect((await project.hextet("diff")).stdout).toBe("no resource changes\n");
    project.write(
      "blueprints/app.yaml",
      (smallBlueprint("app") + DATABASE + EXTENDED).replace("slot: 1", "slot: 3"),
    );
    const { stdout } = await project.hextet("diff");
    expect(stdout).toContain(
      'override.tf overrides aws_subnet.app_a: cidr_block "10.20.48.0/24" -> "10.20.200.0/24"',
    );
  });

  it("is followed with packets: what an override closes is told", async () => {
    const project = makeProject({ "app.yaml": WEB });
    await project.hextet("synth");
    await commitAll(project);
    project.write("blueprints/app.yaml", WEB + EXTENDED);
    project.write(
      "blueprints/override.tf",
      'resource "aws_vpc_security_group_ingress_rule" "web_https_ipv6" {\n  cidr_ipv6 = "fd00::/8"\n}\n',
    );
    const { stdout } = await project.hextet("diff");
    expect(stdout).toContain("what packets may do:\n  closed: internet → web:443 (IPv6), in app\n");
  });
});

const WEB = `apiVersion: hextet/v1
name: app
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16, ipv6: { amazonProvided: {} } }
  availabilityZones: [a]
  subnets: { app: { addressing: dual-stack, internet: public, slot: 1 } }
  securityGroups:
    web: { ingress: { https: { protocol: tcp, ports: 443, from: { cidrIpv6: "::/0" } } } }
compute:
  instances: { web: { subnet: app, zone: a, securityGroups: [web], instanceType: t4g.small, os: amazon-linux-2023 } }
`;
