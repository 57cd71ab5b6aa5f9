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

test("what the author wrote is not marked, and what is no YAML has no expansion", () => {
  const text = readFileSync(new URL("../../blueprints/dual-stack-web.yaml", import.meta.url), "utf8");
  const expanded = expand({ file: "it.yaml", text }) ?? "";
  expect(expanded).toMatch(/^ {4}ipv4Cidr: 10\.20\.0\.0\/16$/m);
  expect(expanded).toMatch(/^ {4}enableDnsSupport: true # default$/m);
  expect(expand({ file: "it.yaml", text: "name: [" })).toBeNull();
});
