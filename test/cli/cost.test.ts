import { describe, expect, it } from "vitest";
import { makeProject, smallBlueprint } from "./project.ts";

const NAT = `apiVersion: hextet/v1
name: shop
region: us-east-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a]
  subnets:
    public: { addressing: dual-stack, internet: public, slot: 0 }
    app: { addressing: ipv6-only, internet: egress-only, nat64: true, slot: 1 }
  natGateways: { main: { subnet: public } }
`;

describe("hextet cost", () => {
  it("says what a network costs, with what is assumed", async () => {
    const { status, stdout, stderr } = await makeProject({ "shop.yaml": NAT }).hextet("cost");
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("shop in us-east-1: $40.50 a month\n");
    expect(stdout).toContain("100 GB a month through all NAT gateways (--nat-gb)");
    expect(stdout).toContain("from 800 GB a month on");
  });

  it("takes another amount of data, and knows JSON and Markdown", async () => {
    const project = makeProject({ "shop.yaml": NAT });
    const { stdout } = await project.hextet("cost", "--nat-gb", "800", "-f", "json");
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      stacks: [{ stack: "shop", natGb: 800, total: { dollars: 72, isComplete: true } }],
    });
    const markdown = await project.hextet("cost", "blueprints/shop.yaml", "-f", "markdown");
    expect(markdown.stdout).toMatch(/^## shop in us-east-1: \$40\.50 a month\n/);
  });

  it.each(["many", "-1", "1e3", ""])("refuses %j GB", async (amount) => {
    const { status, stdout, stderr } = await makeProject({ "shop.yaml": NAT }).hextet(
      "cost",
      `--nat-gb=${amount}`,
    );
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("--nat-gb");
  });

  it("shows what is good beside an error", async () => {
    const project = makeProject({ "app.yaml": smallBlueprint("app"), "bad.yaml": "}{" });
    const { status, stdout, stderr } = await project.hextet("cost");
    expect(status).toBe(1);
    expect(stderr).toContain("blueprints/bad.yaml:1:");
    expect(stdout).toContain("app in ");
  });
});
