import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  displayName,
  limitName,
  loadBalancerName,
  securityGroupNamePrefix,
  targetGroupNamePrefix,
} from "../../src/model/names.ts";

const NAME = fc.stringMatching(/^[a-z][a-z0-9-]{0,30}[a-z0-9]$/);

describe("names", () => {
  it("are the stack's and the entity's", () => {
    expect(displayName("shop", "web")).toBe("shop-web");
  });

  it("are cut to the limit with a hash that tells them apart", () => {
    expect(limitName("a".repeat(32), 32)).toBe("a".repeat(32));
    // The hash is the beginning of `printf aaa… | sha256sum`.
    expect(limitName("a".repeat(33), 32)).toBe(`${"a".repeat(25)}-852785`);
    expect(limitName(`${"a".repeat(40)}1`, 32)).not.toBe(limitName(`${"a".repeat(40)}2`, 32));
  });

  it("of load balancers keep AWS's rules, whatever the author's names", () => {
    expect(loadBalancerName("shop", "web")).toBe("shop-web");
    expect(loadBalancerName("internal", "web")).toBe("lb-internal-web");
    fc.assert(
      fc.property(NAME, NAME, (stack, name) => {
        const made = loadBalancerName(stack, name);
        expect(made).toMatch(/^(?!internal-)[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/);
      }),
    );
  });

  it("of security groups never begin as ids do", () => {
    expect(securityGroupNamePrefix("shop", "web")).toBe("shop-web-");
    expect(securityGroupNamePrefix("sg", "web")).toBe("group-sg-web-");
    expect(securityGroupNamePrefix("sg-east", "web")).toBe("group-sg-east-web-");
    expect(securityGroupNamePrefix("sgx", "web")).toBe("sgx-web-");
  });

  it.each([
    ["web", "web-"],
    ["frontend", "front-"],
    ["abcd-efgh", "abcd-"],
    ["abc--defg", "abc-"],
  ])("begin target groups: %s as %s", (name, prefix) => {
    expect(targetGroupNamePrefix(name)).toBe(prefix);
  });
});
