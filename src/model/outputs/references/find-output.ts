import { didYouMean } from "../../../base/did-you-mean.ts";
import type { Path } from "../../../base/path.ts";
import type { FromBlueprint } from "../../../blueprint/blueprint.generated.ts";
import { type Context, report } from "../../context.ts";
import type { Output, OutputValue } from "../../types/outputs.ts";
import { readOutputValue } from "../outputs.ts";
import type { Joining } from "./join-networks.ts";

/** The output that a reference names, or one made for what it asks for; null: there is none, which is reported. */
export function findOutput(
  context: Context,
  producer: Joining,
  { output, value, stack }: FromBlueprint,
  path: Path,
): Output | null {
  if ((output === undefined) === (value === undefined)) {
    const message = "a reference names an output of the other blueprint, or a value that it has";
    report(context, "model/reference-choice", path, message, "write either output or value");
    return null;
  }
  if (value !== undefined) {
    const read = readOutputValue(context, producer, value, [...path, "value"]);
    return read === null ? null : madeFor(read);
  }
  const { outputs } = producer.network;
  const found = outputs.find(({ name }) => name === output);
  if (found !== undefined || output === undefined) return found ?? null;
  const names = outputs.map(({ name }) => name);
  const known = names.length === 0 ? "it names none" : `known: ${names.join(", ")}`;
  const hint = didYouMean(output, names, `${known}; or write value instead of output`);
  report(context, "model/unknown-output", [...path, "output"], `"${stack}" has no output "${output}"`, hint);
  return null;
}

/** Its name has a capital letter, which no name of an author's has. */
function madeFor(value: OutputValue): Output {
  return { name: nameOf(value), path: ["outputs"], description: null, sensitive: false, value };
}

function nameOf(value: OutputValue): string {
  if (value.kind === "vpc") return `vpc${value.attribute.charAt(0).toUpperCase()}${value.attribute.slice(1)}`;
  return "name" in value ? `${value.kind}_${value.name}` : value.kind;
}
