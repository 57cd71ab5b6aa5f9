import { describe, expect, it } from "vitest";
import { makeProject, smallBlueprint } from "./project.ts";

describe("hextet explain", () => {
  it("leads from a Terraform address to the line of the blueprint", async () => {
    const project = makeProject({ "one.yaml": smallBlueprint("one"), "two.yaml": smallBlueprint("two") });
    const { status, stdout } = await project.hextet("explain", "aws_subnet.app_a");
    expect({ status, lines: stdout.split("\n").filter((line) => /^\S| {2}blueprints/.test(line)) }).toEqual({
      status: 0,
      lines: [
        "aws_subnet.app_a (stack one)",
        "  blueprints/one.yaml:9:5: network.subnets.app",
        "aws_subnet.app_a (stack two)",
        "  blueprints/two.yaml:9:5: network.subnets.app",
      ],
    });
    const json = await project.hextet("explain", "aws_vpc.main", "--format", "json");
    expect(JSON.parse(json.stdout).origins[0]).toEqual({
      address: "aws_vpc.main",
      stack: "one",
      file: "blueprints/one.yaml",
      line: 6,
      column: 3,
      pointer: "network.vpc",
      inferred: true,
    });
    expect(stdout).toContain("\n  inferred from the resource's type and the names in its address\n");
    const unknown = await project.hextet("explain", "aws_subnet.ap_a");
    expect(unknown).toMatchObject({
      status: 2,
      stderr: 'hextet: no stack has aws_subnet.ap_a: did you mean "aws_subnet.app_a"?\n',
    });
  });

  it("tells what a key is, and which one was meant", async () => {
    const project = makeProject();
    const { status, stdout } = await project.hextet("explain", "network.subnets.app.slot");
    expect(status).toBe(0);
    expect(stdout).toContain("aws_subnet.cidr_block       replaced");
    expect(await project.hextet("explain", "network.subnet.app.slot")).toMatchObject({
      status: 2,
      stderr: 'hextet: there is no "subnet" in network: did you mean "network.subnets.app.slot"?\n',
    });
    // Without a blueprint nothing is known of names.
    expect((await project.hextet("explain", "network.subnets.ap.slot")).status).toBe(0);
    project.write("blueprints/one.yaml", smallBlueprint("one"));
    expect(await project.hextet("explain", "network.subnets.ap.slot")).toMatchObject({
      status: 2,
      stderr: 'hextet: there is no "ap" in network.subnets: did you mean "network.subnets.app.slot"?\n',
    });
    expect((await project.hextet("explain", "network.subnets.<name>.slot")).status).toBe(0);
    expect((await project.hextet("explain", "subnts")).stderr).toContain(
      'did you mean the key "network.subnets"',
    );
    expect(await project.hextet("explain", "slott")).toMatchObject({
      status: 2,
      stderr: 'hextet: unknown rule "slott": did you mean the key "network.subnets.<name>.slot"?\n',
    });
    expect(await project.hextet("explain", "dns64-without-nat64")).toMatchObject({
      status: 2,
      stderr: 'hextet: unknown rule "dns64-without-nat64": did you mean "dns64-without-nat64-route"?\n',
    });
    // Rules and roots of the blueprint are words without a dot both.
    expect((await project.hextet("explain", "region-unknown")).stdout).toContain("region-unknown (");
    expect((await project.hextet("explain", "region")).stdout).toContain("The AWS region.");
  });
});
