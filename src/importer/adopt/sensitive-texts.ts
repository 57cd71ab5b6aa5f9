import { isRecord, listOf, textOf, valueIn } from "../../base/untrusted-json.ts";
import type { OldPlan } from "./read-old-plan.ts";

/** Characters: what is shorter is found in every text. */
const SHORTEST = 4;

/** Texts that the configuration or the provider marks as sensitive, with the address they stand at. */
export function sensitiveTexts({ state }: OldPlan): readonly (readonly [address: string, text: string])[] {
  return inModule(valueIn(state.values, "root_module")).filter(([, text]) => text.length >= SHORTEST);
}

function inModule(module: unknown): readonly (readonly [string, string])[] {
  const own = listOf(valueIn(module, "resources")).flatMap((resource) => {
    const address = textOf(valueIn(resource, "address")) ?? "";
    const texts = marked(valueIn(resource, "values"), valueIn(resource, "sensitive_values"));
    return texts.map((text) => [address, text] as const);
  });
  return [...own, ...listOf(valueIn(module, "child_modules")).flatMap(inModule)];
}

/** The texts of a value where the other one, of the same shape, has true. */
function marked(value: unknown, marks: unknown): readonly string[] {
  if (marks === true) return textsIn(value);
  if (Array.isArray(value)) return value.flatMap((one, index) => marked(one, listOf(marks)[index]));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => marked(one, valueIn(marks, key)));
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
