import { describe, expect, it } from "vitest";
import { commitAll, makeProject, type Project } from "./project.ts";

const SHOP = `
apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a, b]
  subnets:
    app: { addressing: dual-stack, internet: egress-only, slot: 1 }
    data: { addressing: dual-stack, internet: none, slot: 2 }
    six: { addressing: ipv6-only, internet: egress-only, slot: 4 }
  securityGroups:
    edge: { ingress: { tls: { protocol: tcp, ports: 443, from: { anywhere: {} } } } }
rds:
  subnetGroups: { main: { subnets: [data] } }
  instances:
    orders: { engine: postgres, engineVersion: "17.4", instanceClass: db.t4g.small, allocatedStorageGib: 20, subnetGroup: main }
loadBalancers:
  edge: { type: network, scheme: internal, subnets: [app], listeners: { tls: { port: 443, protocol: TCP, action: { forwardTo: web } } } }
targetGroups:
  web: { protocol: TCP, port: 8443, targets: { autoScalingGroups: [web] } }
compute:
  autoScalingGroups: { web: { subnets: [app], instanceType: t4g.small, minSize: 0 } }
`;

/** A pull request's checkout: what was merged, with the author's edit on top. */
async function pullRequest(edit: (text: string) => string): Promise<Project> {
  const project = makeProject({ "shop.yaml": SHOP });
  const first = await project.hextet("synth");
  expect([first.status, first.stderr]).toEqual([0, expect.not.stringContaining("error")]);
  await commitAll(project);
  await project.command("git", ["checkout", "-qb", "edit"]);
  const edited = edit(SHOP);
  expect(edited).not.toBe(SHOP);
  project.write("blueprints/shop.yaml", edited);
  return project;
}

const replacing = (from: RegExp, to: string) => (text: string) => text.replaceAll(from, to);

describe("an edit that used to pass in silence", () => {
  it.each<[string, (text: string) => string, string]>([
    ["another name of a database", replacing(/\borders\b/g, "sales"), "aws_db_instance.orders is destroyed"],
    ["another name of a tier", replacing(/\bapp\b/g, "web"), "aws_subnet.app_a is destroyed"],
    ["another name of a tier without IPv4", replacing(/\bsix\b/g, "seven"), "aws_subnet.six_a is destroyed"],
    ["another name of the stack", replacing(/name: shop/g, "name: store"), 'the stack "shop" is gone'],
    ["another slot", replacing(/slot: 1/g, "slot: 3"), "aws_subnet.app_a is replaced"],
    ["another block of the VPC", replacing(/10\.20\./g, "10.30."), "aws_vpc.main is replaced"],
    [
      "security groups for a network balancer that was made without",
      replacing(/scheme: internal,/g, "scheme: internal, securityGroups: [edge],"),
      "aws_lb.edge is replaced",
    ],
  ])("%s ends in a red check that names the resource", async (_, edit, expected) => {
    const project = await pullRequest(edit);
    const check = await project.hextet("check");
    expect(check.status).not.toBe(0);
    const diff = await project.hextet("diff", "main");
    expect([diff.status, diff.stderr]).toEqual([5, expect.stringContaining(expected)]);
    // Written into the output, the edit is no longer to be seen there: the comparison with what was merged stays red.
    await project.hextet("synth");
    const second = await project.hextet("diff", "main");
    expect([second.status, second.stderr]).toEqual([5, expect.stringContaining(expected)]);
  });

  it("another slot of a tier without IPv4 says that AWS refuses it", async () => {
    const project = await pullRequest(replacing(/slot: 4/g, "slot: 5"));
    const { stdout } = await project.hextet("diff", "main");
    expect(stdout).toMatch(
      /aws_subnet\.six_a\n {6}ipv6_cidr_block: AWS refuses it, when an interface in it has/,
    );
    const synth = await project.hextet("synth");
    expect(synth.stderr).toContain(
      "subnet six_a moves from number 64 (hex 40) of the 256 blocks in aws_vpc.main.ipv6_cidr_block",
    );
  });

  it("IPv6 taken from the VPC says that the subnets come first", async () => {
    const without = (text: string) =>
      text
        .replace("10.20.0.0/16 }", "10.20.0.0/16, ipv6: { none: {} } }")
        .replace(/ {4}six: .*\n/, "")
        .replace("scheme: internal,", "scheme: internal, ipAddressType: ipv4,")
        .replace(/addressing: dual-stack, internet: \S+,/g, "addressing: ipv4-only, internet: none,");
    const project = await pullRequest(without);
    const { stdout, stderr } = await project.hextet("diff", "main");
    expect(stderr).not.toContain("blueprints/shop.yaml");
    expect(stdout).toContain(
      "assign_generated_ipv6_cidr_block: AWS refuses it until other things have changed, when a subnet has a block of it; take the IPv6 blocks from all subnets in one apply, and the VPC's in a second",
    );
  });
});
