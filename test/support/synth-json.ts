import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Network } from "../../src/model/types/network.ts";
import { synthStacks } from "../../src/stack/synth.ts";
import { at, isObject, parseJson } from "./json.ts";

/** The `cdk.tf.json` of a network as text, synthesized in a folder that is gone afterwards. */
export function stackText(network: Network): string {
  const folder = mkdtempSync(path.join(tmpdir(), "hextet-synth-"));
  try {
    synthStacks([network], path.join(folder, "generated"));
    return readFileSync(path.join(folder, "generated", "stacks", network.name, "cdk.tf.json"), "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The `cdk.tf.json` of a network, parsed. */
export function stackJson(network: Network): Record<string, unknown> {
  const json = parseJson(stackText(network), "the synthesized stack");
  if (isObject(json)) return json;
  throw new Error("the synthesized stack is no object");
}

/** The block of a resource in a synthesized stack, by its address such as `aws_subnet.app_a`; throws when missing. */
export function resourceIn(json: unknown, address: string): Record<string, unknown> {
  const [type = "", id = ""] = address.split(".");
  const block = at(json, "resource", type, id);
  if (isObject(block)) return block;
  throw new Error(`no ${address} among ${addressesIn(json).join(" ")}`);
}

/** The addresses of all resources of a synthesized stack, sorted. */
export function addressesIn(json: unknown): readonly string[] {
  const types = at(json, "resource");
  if (!isObject(types)) return [];
  return Object.entries(types)
    .flatMap(([type, blocks]) => (isObject(blocks) ? Object.keys(blocks).map((id) => `${type}.${id}`) : []))
    .sort();
}
