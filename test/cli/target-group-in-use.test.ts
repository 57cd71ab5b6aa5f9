import { describe, expect, it } from "vitest";
import { findingLines, makeProject, smallBlueprint } from "./project.ts";

const GROUP = "protocol: HTTP, port: 8080";
const TARGETS = "targets: { autoScalingGroups: [app] }";

const blueprint = (groups: string, forwardTo = "app") =>
  `${smallBlueprint("shop")}\
    public: { addressing: dual-stack, internet: public, slot: 0 }
  securityGroups:
    app: { ingress: { http: { protocol: tcp, ports: [80, 8080], from: { vpc: {} } } } }
compute:
  autoScalingGroups:
    app: { subnets: [app], instanceType: t4g.small, securityGroups: [app] }
loadBalancers:
  web:
    type: application
    subnets: [public]
    securityGroups: [app]
    listeners: { http: { port: 80, protocol: HTTP, action: { forwardTo: ${forwardTo} } } }
targetGroups: { ${groups} }
`.replace("ports: [80, 8080]", "ports: { from: 80, to: 8080 }");

const RULE = "[change/target-group-in-use]";
const FILE = "generated/stacks/shop/cdk.tf.json";

describe("a target group that listeners forward to", () => {
  it("is announced by whatever writes or checks, with the three steps, when it would be replaced", async () => {
    const project = makeProject({ "shop.yaml": blueprint(`app: { ${GROUP}, ${TARGETS} }`) });
    expect((await project.hextet("synth")).stderr).not.toContain(RULE);
    project.write("blueprints/shop.yaml", blueprint(`app: { ${GROUP}, ipAddressType: ipv6, ${TARGETS} }`));
    for (const { stderr } of [await project.hextet("check"), await project.hextet("synth")]) {
      expect(findingLines(stderr).filter((line) => line.includes(RULE))).toEqual([
        `${FILE}: warning: target group "app" is replaced while listeners forward to it (ip_address_type ipv4 -> ipv6): its targets leave the old group before the new one has any ${RULE}`,
      ]);
      expect(stderr).toContain(
        "= hint: make three steps: see that its hosts have a primary IPv6 address, write a",
      );
    }
    project.write("blueprints/shop.yaml", blueprint(`app: { protocol: HTTP, port: 8081, ${TARGETS} }`));
    const { stdout } = await project.main();
    expect(stdout).toContain("(ip_address_type ipv6 -> ipv4, port 8080 -> 8081)");
  });

  it("is announced when it goes as the listeners leave it", async () => {
    const app = `app: { ${GROUP}, ${TARGETS} }`;
    const next = `next: { ${GROUP}, ipAddressType: ipv6, ${TARGETS} }`;
    const project = makeProject({ "shop.yaml": blueprint(`${app}, ${next}`) });
    await project.hextet("synth");
    project.write("blueprints/shop.yaml", blueprint(next, "next"));
    const { status, stderr } = await project.hextet("synth");
    expect(status).toBe(0);
    expect(findingLines(stderr).filter((line) => line.includes(RULE))).toEqual([
      `${FILE}: warning: target group "app" goes in the apply in which listeners leave it: its targets leave it before the listeners do ${RULE}`,
    ]);
  });

  it("is changed in three steps without a word", async () => {
    const app = `app: { ${GROUP}, ${TARGETS} }`;
    const next = `next: { ${GROUP}, ipAddressType: ipv6, ${TARGETS} }`;
    const project = makeProject({ "shop.yaml": blueprint(app) });
    await project.hextet("synth");
    for (const step of [
      blueprint(`${app}, ${next}`),
      blueprint(`${app}, ${next}`, "next"),
      blueprint(next, "next"),
    ]) {
      project.write("blueprints/shop.yaml", step);
      const { status, stderr } = await project.hextet("synth");
      expect(stderr).not.toContain(RULE);
      expect(status).toBe(0);
    }
  });

  it("may change what AWS changes in place", async () => {
    const project = makeProject({ "shop.yaml": blueprint(`app: { ${GROUP}, ${TARGETS} }`) });
    await project.hextet("synth");
    project.write(
      "blueprints/shop.yaml",
      blueprint(`app: { ${GROUP}, deregistrationDelay: 10, ${TARGETS} }`),
    );
    expect((await project.hextet("synth")).stderr).not.toContain(RULE);
  });
});
