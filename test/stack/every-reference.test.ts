// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what Terraform writes
import { expect, test } from "vitest";
import { readBlueprint } from "../../src/blueprint/read-blueprint.ts";
import { blueprintSchema, childOf, resolve, type Schema } from "../../src/blueprint/schema.ts";
import { normalise } from "../../src/model/normalise.ts";
import { joinNetworks } from "../../src/model/outputs/references/join-networks.ts";
import { everything } from "../support/renamed-everything.ts";
import { stackText } from "../support/synth-json.ts";

/** The value with a reference to a parameter of its own in every place that takes one; the paths are collected. */
function referring(value: unknown, schema: Schema, path: string, places: string[]): unknown {
  const resolved = resolve(schema);
  if (resolved["x-hextet-takes"] !== undefined) {
    places.push(path);
    return { fromParameter: `/place/${places.length}` };
  }
  if (Array.isArray(value))
    return value.map((item, index) => referring(item, childOf(resolved, index), `${path}.${index}`, places));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      referring(item, childOf(resolved, key), `${path}.${key}`, places),
    ]),
  );
}

test("a reference may stand in every place that takes one, and Terraform reads the value there", () => {
  const places: string[] = [];
  const data = referring(everything(), blueprintSchema, "", places);
  const { blueprint, references, diagnostics } = readBlueprint("all.yaml", JSON.stringify(data));
  expect(diagnostics).toEqual([]);
  if (blueprint === null) throw new Error("the blueprint cannot be read");
  expect(references.length).toBe(places.length);
  const { network, diagnostics: found } = normalise(blueprint);
  expect(found).toEqual([]);
  if (network === null) throw new Error("there is no network");
  const joining = { blueprint, network, references };
  const joined = joinNetworks([joining], []).get(joining);
  expect(joined?.diagnostics).toEqual([]);
  if (joined?.network == null) throw new Error("the network cannot be joined");
  const text = stackText(joined.network);
  expect(text).not.toContain("fromParameter ");
  const unread = places.filter(
    (_, index) => !text.includes(`\${data.aws_ssm_parameter.parameter__place__${index + 1}.insecure_value}`),
  );
  expect(unread).toEqual([]);
});
