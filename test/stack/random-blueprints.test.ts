import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blueprintProblems, judgeText } from "../support/random-blueprint/blueprint-problems.ts";
import { randomBlueprint } from "../support/random-blueprint/random-blueprint.ts";
import { referenceCycles } from "../support/reference-cycles.ts";

const SEED = 20_261_129;
const RUNS = 60;

describe("random blueprints", () => {
  it("are compiled in the same way in any order of keys, into stacks whose references lead somewhere", () => {
    fc.assert(
      fc.property(randomBlueprint, (text) => {
        expect(blueprintProblems(text, judgeText(text))).toEqual([]);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  }, 300_000);

  it("would be told by their circles", () => {
    const block = (to: string) => ({ main: { name: `\${${to}.main.id}` } });
    const json = { resource: { aws_a: block("aws_b"), aws_b: block("aws_c"), aws_c: block("aws_b") } };
    expect(referenceCycles(json)).toEqual(["aws_b.main -> aws_c.main -> aws_b.main"]);
  });

  it("are accepted, four of five at least", () => {
    // A share of few is chance.
    const texts = fc.sample(randomBlueprint, { seed: SEED, numRuns: 3 * RUNS });
    const refused = texts.filter((text) => judgeText(text).kind === "refused");
    expect(refused.length).toBeLessThanOrEqual(texts.length / 5);
  });

  it("shrink to a blueprint of a screen", () => {
    const hasBalancer = fc.property(randomBlueprint, (text) => !text.includes("loadBalancers:"));
    const { counterexample } = fc.check(hasBalancer, { seed: SEED, numRuns: RUNS });
    expect(counterexample?.[0]).toMatchInlineSnapshot(`
      "apiVersion: hextet/v1
      name: random
      region: eu-west-1
      network:
        vpc:
          ipv4Cidr: 10.20.0.0/16
          ipv6: { amazonProvided: {} }
        availabilityZones: [ a, b ]
        subnets:
          tier-a: { addressing: dual-stack, slot: 0 }
        securityGroups:
          group-a: {}
      compute:
        instances:
          host-a: { instanceType: t4g.small, ami: { id: ami-0123abc }, subnet: tier-a }
      loadBalancers:
        balancer-a:
          type: application
          ipAddressType: ipv4
          scheme: internal
          subnets: [ tier-a ]
          securityGroups: [ group-a ]
          listeners: { main: { port: 80, protocol: HTTP, action: { forwardTo: balancer-a } } }
      targetGroups:
        balancer-a:
          protocol: HTTP
          port: 80
          ipAddressType: ipv4
          targets: { instances: [ host-a ] }
      "
    `);
  });
});
