import type { Path } from "../base/path.ts";
import type { Blueprint, FromBlueprint, FromState } from "./blueprint.generated.ts";
import { blueprintSchema, childOf, resolve, type Schema } from "./schema.ts";

/** What a reference says: a value of another blueprint's stack, of the state of plain Terraform, or of a parameter. */
type WrittenSource =
  | { readonly fromBlueprint: FromBlueprint }
  | { readonly fromState: FromState }
  | { readonly fromParameter: string };

/** A value that the blueprint takes from elsewhere, and the text that stands for it until Terraform knows it. */
export interface LiftedReference {
  readonly token: string;
  readonly path: Path;
  /** What may stand there, in the words of findings, such as `transit gateway id`. */
  readonly takes: string;
  readonly source: WrittenSource;
}

/** A blueprint in which every reference is a text. */
export interface Lifted {
  readonly blueprint: Blueprint;
  readonly references: readonly LiftedReference[];
}

/**
 * Puts a text in the place of every reference, so that all that follows meets nothing but texts. The text occurs in no
 * other value of the blueprint; equal references have equal texts. The blueprint must have passed the schema.
 */
export function liftReferences(blueprint: Blueprint): Lifted {
  const references: LiftedReference[] = [];
  const written = JSON.stringify(blueprint);
  if (!written.includes('{"from')) return { blueprint, references };
  const lifted = lift(blueprint, blueprintSchema, [], (path, takes, source) => {
    const token = tokenOf(source, written);
    references.push({ token, path, takes, source });
    return token;
  });
  return { blueprint: lifted as Blueprint, references };
}

type Take = (path: Path, takes: string, source: WrittenSource) => string;

function lift(value: unknown, schema: Schema, path: Path, take: Take): unknown {
  if (typeof value !== "object" || value === null) return value;
  const resolved = resolve(schema);
  const takes = resolved["x-hextet-takes"];
  if (Array.isArray(value))
    return value.map((item, index) => lift(item, childOf(resolved, index), [...path, index], take));
  if (takes !== undefined) return take(path, takes, value as WrittenSource);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      lift(item, childOf(resolved, key), [...path, key], take),
    ]),
  );
}

/** A text that says whence the value comes; longer where the blueprint has such a text already. */
function tokenOf(source: WrittenSource, written: string): string {
  let token = `{${wordsOf(source)}}`;
  while (written.includes(token)) token = token.replace("}", "'}");
  return token;
}

function wordsOf(source: WrittenSource): string {
  if ("fromParameter" in source) return `fromParameter ${source.fromParameter}`;
  const key = ({ key: name }: { readonly key?: string }) => (name === undefined ? "" : `.${name}`);
  if ("fromState" in source) {
    const { fromState } = source;
    return `fromState ${fromState.state}.${fromState.output}${key(fromState)}`;
  }
  const { fromBlueprint } = source;
  const [[kind, name] = ["", ""]] = Object.entries(fromBlueprint.value ?? {});
  const output = fromBlueprint.output ?? `${kind}${typeof name === "string" ? `.${name}` : ""}`;
  return `fromBlueprint ${fromBlueprint.stack}.${output}${key(fromBlueprint)}`;
}
