import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { compile, expand } from "../../src/pipeline.ts";
import { stackText } from "../support/synth-json.ts";
import { systems } from "../support/systems.ts";

const TODAY = "2026-01-01";

/** Stack and findings, without the places, which are others in another text. */
function outcomeOf(text: string): unknown {
  const { networks, findings } = compile([{ file: "it.yaml", text }], TODAY);
  return {
    stacks: networks.map(stackText),
    findings: findings.map(({ rule, message }) => `${rule}: ${message}`).sort(),
  };
}

test.each(systems.map(({ name }) => name))("%s expanded is the same stack, and expands to itself", (name) => {
  const text = readFileSync(new URL(`../../blueprints/${name}.yaml`, import.meta.url), "utf8");
  const expanded = expand({ file: "it.yaml", text }) ?? "";
  expect(expanded).toContain("# default");
  expect(outcomeOf(expanded)).toEqual(outcomeOf(text));
  const again = expand({ file: "it.yaml", text: expanded }) ?? "";
  expect(parse(again)).toEqual(parse(expanded));
});

test.each(systems.map(({ name }) => name))(
  "%s expanded keeps every comment, also the second time",
  (name) => {
    const text = readFileSync(new URL(`../../blueprints/${name}.yaml`, import.meta.url), "utf8");
    const commentsIn = (yaml: string) =>
      [...yaml.matchAll(/(?:^|\s)#(.*)$/gm)].map(([, comment = ""]) => comment);
    const expanded = expand({ file: "it.yaml", text }) ?? "";
    expect(commentsIn(expanded)).toEqual(expect.arrayContaining(commentsIn(text)));
    const again = expand({ file: "it.yaml", text: expanded }) ?? "";
    expect(commentsIn(again)).toEqual(commentsIn(expanded));
  },
);

test("a slot that follows from a tier's name is written and marked, and the stack stays", () => {
  const text = `
apiVersion: hextet/v1
name: small
region: eu-west-1
network:
  vpc: { ipv4Cidr: 10.20.0.0/16 }
  availabilityZones: [a]
  subnets:
    app: { addressing: dual-stack }
    side: { addressing: dual-stack, slot: 2 }
`;
  const expanded = expand({ file: "it.yaml", text }) ?? "";
  expect(expanded).toMatch(/^ {4}app:(?:\n {6}.*)*\n {6}slot: \d+ # default$/m);
  expect(expanded).toMatch(/^ {6}slot: 2$/m);
  const stacks = (yaml: string) => compile([{ file: "it.yaml", text: yaml }], TODAY).networks.map(stackText);
  expect(stacks(expanded)).toEqual(stacks(text));
});

test("comments stay beside what they are about, by an alias too", () => {
  const text = [
    "# head",
    "apiVersion: hextet/v1",
    "x-tier: &tier { addressing: dual-stack, slot: 1 }",
    "name: small # the name",
    "region: eu-west-1",
    "network:",
    "  vpc: { ipv4Cidr: 10.20.0.0/16 }",
    "",
    "  # the zones",
    "  availabilityZones:",
    "    # the first",
    "    - a",
    "  subnets:",
    "    app: *tier # first tier",
    "    # second tier",
    "    side: { addressing: dual-stack, slot: 2 }",
    "# end",
    "",
  ].join("\n");
  const expanded = expand({ file: "it.yaml", text }) ?? "";
  expect(expanded).toMatch(/^name: small # the name$/m);
  expect(expanded).toMatch(/^\n {2}# the zones\n {2}availabilityZones:\n {4}# the first\n {4}- a$/m);
  expect(expanded).toMatch(/^ {4}# second tier\n {4}side:$/m);
  expect(expanded).toContain("# first tier");
  expect(expanded).toContain("# head");
  expect(expanded.trimEnd()).toMatch(/# end$/);
  expect(outcomeOf(expanded)).toEqual(outcomeOf(text));
});

test("what the author wrote is not marked, and what is no YAML has no expansion", () => {
  const text = readFileSync(new URL("../../blueprints/dual-stack-web.yaml", import.meta.url), "utf8");
  const expanded = expand({ file: "it.yaml", text }) ?? "";
  expect(expanded).toMatch(/^ {4}ipv4Cidr: 10\.20\.0\.0\/16$/m);
  expect(expanded).toMatch(/^ {4}enableDnsSupport: true # default$/m);
  expect(expand({ file: "it.yaml", text: "name: [" })).toBeNull();
});
