import { describe, expect, test } from "vitest";
import { compile } from "../../src/pipeline.ts";
import { stackText } from "../support/synth-json.ts";

const GUARD = `# What is shared.
tags: { owner: platform }
network:
  securityGroups:
    base:
      egress: { out: { protocol: all, to: { cidrIpv6: "::/0" } } }
  availabilityZones: [a, b]
environments:
  staging: { tags: { tier: test } }
`;

const BODY = `apiVersion: hextet/v1
name: shop
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a, b]
  subnets: { app: { addressing: dual-stack, internet: none, slot: 0 } }
`;

function look(
  include: string,
  { guard = GUARD, body = BODY }: { readonly guard?: string; readonly body?: string } = {},
) {
  const included = new Map([["guard.include.yaml", { file: "blueprints/guard.include.yaml", text: guard }]]);
  const text = `${body}${include}`;
  const { networks, findings } = compile([{ file: "blueprints/shop.yaml", text, included }], "2026-01-01");
  const found = findings.map(
    ({ file, span, severity, rule, message, hint }) =>
      `${span === null ? file : `${file}:${span.line}:${span.column}`} ${severity} ${rule}: ${message} (${hint})`,
  );
  return { networks, findings, found };
}

const of = (...sections: readonly string[]) => `include: { guard.include.yaml: [${sections.join(", ")}] }\n`;

describe("what a blueprint includes", () => {
  test("is read as if it stood there", () => {
    const { networks, found } = look(of("tags", "network.securityGroups"));
    const written = look("tags: { owner: platform }\n", {
      body: `${BODY}  securityGroups: { base: { egress: { out: { protocol: all, to: { cidrIpv6: "::/0" } } } } }\n`,
    });
    expect(found.filter((line) => line.includes("error"))).toEqual([]);
    expect(networks.map(stackText)).toEqual(written.networks.map(stackText));
    expect(networks).toHaveLength(1);
  });

  test("stands beside the blueprint's own entries", () => {
    const body = `${BODY}  securityGroups: { web: {} }\n`;
    const [network] = look(of("network.securityGroups"), { body }).networks;
    expect(network?.securityGroups.map(({ name }) => name)).toEqual(["base", "web"]);
  });

  test("can be an environment", () => {
    const { networks } = look(of("environments"));
    expect(networks.map(({ name, tags }) => [name, tags])).toEqual([["shop-staging", { tier: "test" }]]);
  });

  test("is never replaced: one key in both is an error that names both places", () => {
    const body = `${BODY}  securityGroups: { base: {} }\ntags: { owner: me }\n`;
    expect(look(of("network.securityGroups", "tags", "network.availabilityZones"), { body }).found).toEqual([
      "blueprints/shop.yaml:6:3 error include/defined-twice: network.availabilityZones stands here and in blueprints/guard.include.yaml:7, which is included (keep one of the two)",
      "blueprints/shop.yaml:8:21 error include/defined-twice: network.securityGroups.base stands here and in blueprints/guard.include.yaml:5, which is included (keep one of the two)",
      "blueprints/shop.yaml:9:9 error include/defined-twice: tags.owner stands here and in blueprints/guard.include.yaml:2, which is included (keep one of the two)",
    ]);
  });

  test("keeps its file, line and column in findings, with its text", () => {
    const guard = GUARD.replace("cidrIpv6:", "cidrIpv7:").replace("owner:", "aws:owner:");
    const { findings, found } = look(of("tags", "network.securityGroups"), { guard });
    expect(found).toEqual([
      expect.stringMatching(/^blueprints\/guard\.include\.yaml:2:9 error schema\/bad-name: /),
      expect.stringMatching(/^blueprints\/guard\.include\.yaml:6:45 error schema\/unknown-key: /),
    ]);
    expect(findings[1]?.line).toBe('      egress: { out: { protocol: all, to: { cidrIpv7: "::/0" } } }');
  });

  test("is named as a section of the file, and what is not named is left out", () => {
    expect(look(of("network.securityGroup", "name")).found).toEqual([
      'blueprints/shop.yaml:8:33 error include/unknown-section: blueprints/guard.include.yaml has no network.securityGroup (did you mean "network.securityGroups"?)',
      'blueprints/shop.yaml:8:56 error include/unknown-section: "name" is the blueprint\'s own, and cannot be included (null)',
    ]);
    const torn = look(of("tags"), { guard: `${GUARD}outputs: 7\n` });
    expect(torn.networks).toHaveLength(1);
  });

  test("is a map of sections that includes nothing itself, and is YAML", () => {
    const rules = (guard: string) => look(of("tags"), { guard }).found.map((line) => line.split(" (")[0]);
    expect(rules(`include: { b.include.yaml: [tags] }\n${GUARD}`)).toEqual([
      'blueprints/guard.include.yaml:1:1 error include/contents: an included file has no "include" of its own',
    ]);
    expect(rules("- tags\n")).toEqual([
      "blueprints/guard.include.yaml error include/contents: an included file is a map of sections",
    ]);
    expect(rules("tags: { a: b\n").every((line) => line?.includes("guard.include.yaml"))).toBe(true);
    expect(look("include: { other.include.yaml: [tags] }\n").found).toEqual([
      "blueprints/shop.yaml:8:12 error include/unreadable: other.include.yaml: there is no such file (the path is from the blueprint's folder)",
    ]);
  });

  test("has no key that no blueprint has, also where nobody names its section", () => {
    const typos = "tagz: { a: b }\nx-more: {}\ncompute: { instancez: {} }\n";
    expect(look(of("network.securityGroups"), { guard: `${GUARD}${typos}` }).found).toEqual([
      'blueprints/guard.include.yaml:10:1 error schema/unknown-key: unknown key "tagz" in the blueprint (did you mean "tags"?)',
      'blueprints/guard.include.yaml:12:12 error schema/unknown-key: unknown key "instancez" in compute (did you mean "instances"?)',
    ]);
    const named = look(of("tagz"), { guard: `${GUARD}${typos}` }).found;
    expect(named.filter((line) => line.includes("tagz"))).toHaveLength(1);
  });

  test.each([
    "../guard.include.yaml",
    "/etc/guard.include.yaml",
    "a/../../b.include.yaml",
    "guard.yaml",
    ".x.include.yaml",
  ])("%s is no path that may be included", (path) => {
    const { found } = look(`include: { "${path}": [tags] }\n`);
    expect(found).toEqual([expect.stringContaining("error schema/bad-name: ")]);
  });

  test.each(["__proto__", "constructor", "network.__proto__", "toString"])(
    "%s is no section of it",
    (section) => {
      const { networks, found } = look(of(section));
      expect(networks).toEqual([]);
      expect(found.length).toBeGreaterThan(0);
      expect(Object.hasOwn(Object.prototype, "owner")).toBe(false);
    },
  );
});
