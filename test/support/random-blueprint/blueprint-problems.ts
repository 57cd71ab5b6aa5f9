import { parse } from "yaml";
import type { Network } from "../../../src/model/types/network.ts";
import { compile } from "../../../src/pipeline.ts";
import { isObject, parseJson } from "../json.ts";
import { schemaProblems } from "../provider-schema.ts";
import { referenceCycles } from "../reference-cycles.ts";
import { reorderKeys } from "../reorder-keys.ts";
import { stackText } from "../synth-json.ts";

/** A day on which nothing of a drawn blueprint has expired. */
const TODAY = "2026-11-29";

/** What became of a blueprint's text: a network, or errors; `network` is null where it was refused before the rules. */
export type Judged =
  | { readonly kind: "refused"; readonly network: Network | null; readonly errors: readonly string[] }
  | { readonly kind: "accepted"; readonly network: Network; readonly findings: readonly string[] };

/** Compiles a blueprint's text; throws only for bugs. */
export function judgeText(text: string): Judged {
  const { networks, judged, findings } = compile([{ file: "random.yaml", text }], TODAY);
  const [network] = networks;
  const said = findings.map(({ rule, message }) => `${rule}: ${message}`).sort();
  if (network !== undefined) return { kind: "accepted", network, findings: said };
  const errors = findings.filter(({ severity }) => severity === "error");
  const [refused = null] = judged;
  return {
    kind: "refused",
    network: refused,
    errors: errors.map(({ rule, message }) => `${rule}: ${message}`),
  };
}

/**
 * What must never be of a blueprint that is accepted, one line each: another order of its keys gives other findings or
 * another stack; the provider would refuse an argument; a reference leads nowhere, or in a circle. Throws where Hextet does.
 */
export function blueprintProblems(text: string, judged: Judged): readonly string[] {
  if (judged.kind === "refused") return [];
  const stack = stackText(judged.network);
  const json = parseJson(stack, "the stack");
  if (!isObject(json)) return ["the stack is no object"];
  return [
    ...orderProblems(text, judged.findings, stack),
    ...schemaProblems(json),
    ...referenceCycles(json).map((circle) => `a circle: ${circle}`),
  ];
}

function orderProblems(text: string, findings: readonly string[], stack: string): readonly string[] {
  const again = judgeText(JSON.stringify(reorderKeys(parse(text), seedsOf(text))));
  if (again.kind === "refused")
    return [`with another order of its keys it is refused: ${again.errors.join("; ")}`];
  const other = again.findings.filter((one) => !findings.includes(one));
  return [
    ...other.map((one) => `with another order of its keys it says ${one}`),
    ...(again.findings.length === findings.length
      ? []
      : ["another order of its keys has another number of findings"]),
    ...(stackText(again.network) === stack ? [] : ["another order of its keys gives another stack"]),
  ];
}

/** Numbers that look random and follow from the text, so that a failure comes back (xorshift of 32 bits). */
function seedsOf(text: string): () => number {
  let state = [...text].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0, 1) || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state;
  };
}
