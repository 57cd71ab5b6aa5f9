import { closeSync, ftruncateSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findingLines, makeProject } from "./project.ts";

interface Resource {
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly mode: "managed";
  readonly values: object;
}

function resource(type: string, name: string, values: object): Resource {
  return { address: `${type}.${name}`, mode: "managed", type, name, values };
}

const VPC = resource("aws_vpc", "v", {
  id: "vpc-1",
  cidr_block: "10.0.0.0/16",
  ipv6_cidr_block: "2600:1f18::/56",
  default_route_table_id: "rtb-1",
  main_route_table_id: "rtb-1",
  default_network_acl_id: "acl-1",
});
const HOLE = resource("aws_subnet", "app", {
  id: "subnet-1",
  vpc_id: "vpc-1",
  availability_zone: "eu-west-1a",
  cidr_block: "10.0.1.0/24",
  ipv6_cidr_block: "2600:1f18:0:1::/64",
  enable_dns64: true,
});

const stateOf = (...resources: readonly Resource[]) =>
  JSON.stringify({ format_version: "1.0", values: { root_module: { resources } } });

/** A file of so many bytes at the least, in which the resources that `make` numbers follow on the VPC. */
function writeLarge(path: string, bytes: number, make: (n: number) => Resource): number {
  const [start = "", end = ""] = stateOf(VPC).split(JSON.stringify(VPC));
  const file = openSync(path, "w");
  let written = writeSync(file, start + JSON.stringify(VPC));
  let count = 0;
  for (; written < bytes; count += 1) written += writeSync(file, `,${JSON.stringify(make(count))}`);
  writeSync(file, end);
  closeSync(file);
  return count;
}

describe("hextet reach --plan says of a file that is none what it wants", () => {
  const project = (text: string) => {
    const made = makeProject();
    writeFileSync(join(made.folder, "plan.json"), text);
    return made;
  };

  it.each([
    ["the log of a plan", '{"@level":"info"}\n{"@level":"info"}\n', "this is no JSON object"],
    ["a plan file itself", "PK\u0003\u0004tfplan", "this is no JSON object"],
    ["half a file", stateOf(VPC).slice(0, 200), "this is no JSON object"],
    ["a configuration", '{"resource":{}}', "it has no format_version, as `terraform show -json` writes it"],
  ])("%s", async (_, text, message) => {
    const { status, stdout, stderr } = await project(text).hextet("reach", "--plan", "plan.json");
    expect([status, stdout]).toEqual([1, ""]);
    expect(findingLines(stderr)).toEqual([`plan.json: error: ${message} [reach/not-a-plan]`]);
    expect(stderr).toContain("terraform show -json");
  });

  it("more than 256 MiB, without reading it", async () => {
    const made = makeProject();
    const file = openSync(join(made.folder, "plan.json"), "w");
    ftruncateSync(file, 257 * 1024 * 1024);
    closeSync(file);
    const { status, stderr } = await made.hextet("reach", "--plan", "plan.json");
    expect(status).toBe(1);
    expect(findingLines(stderr)).toEqual([
      "plan.json: error: it has more than 256 MiB, which no plan or state has [reach/not-a-plan]",
    ]);
    expect(stderr).toContain("hint: terraform show -json plan.tfplan | hextet reach --plan -");
  });
});

describe("hextet reach --plan of a state", () => {
  it("finds a black hole, at the subnet's address", async () => {
    const made = makeProject();
    writeFileSync(join(made.folder, "state.json"), stateOf(VPC, HOLE));
    const { status, stdout, stderr } = await made.hextet("reach", "--plan", "state.json");
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(
      /^findings:\n {2}warning: aws_subnet.app: DNS64 of aws_subnet.app answers with addresses in 64:ff9b::\/96, to which/m,
    );
  });

  it("with types that it does not know lists them, and is not sure of what they mention", async () => {
    const made = makeProject();
    const future = [1, 2].map((n) => resource("aws_vpc_future", `f${n}`, { id: `f-${n}`, vpc_id: "vpc-1" }));
    writeFileSync(join(made.folder, "state.json"), stateOf(VPC, HOLE, ...future));
    const { status, stdout, stderr } = await made.hextet("reach", "--plan", "state.json");
    expect(status).toBe(0);
    expect(stderr).toBe(
      "left out: aws_vpc_future.f1: 2 resources of type aws_vpc_future, which is not understood: what they mention may behave differently\n",
    );
    expect(stdout).not.toContain("findings:");
    expect(stdout).toContain("left out: 2 resources of type aws_vpc_future");
  });

  it("of 100 MB needs no gigabyte, says what it does, and lists no screens of what is left out", async () => {
    const made = makeProject();
    const description = "x".repeat(1500);
    const rule = (n: number) =>
      resource("aws_security_group_rule", `r${n}`, {
        id: `sgr-${n}`,
        type: "ingress",
        security_group_id: "sg-elsewhere",
        protocol: "tcp",
        from_port: 443,
        to_port: 443,
        cidr_blocks: ["10.0.0.0/8"],
        description,
      });
    const count = writeLarge(join(made.folder, "state.json"), 100e6, rule);
    const env = { NODE_OPTIONS: "--max-old-space-size=900" };
    const { status, stdout, stderr } = await made.hextetWith(env, "reach", "--plan", "state.json");
    expect(status).toBe(0);
    expect(stderr).toMatch(/^following packets \(after \d+ s\) \.\.\.$/m);
    expect(stderr).toContain(`left out: ${count - 100} more; --format json lists them\n`);
    expect(stdout).toContain(`left out: ${count - 100} more\n`);
    expect(stderr.split("\n").length).toBeLessThan(110);
  }, 720_000);
});
