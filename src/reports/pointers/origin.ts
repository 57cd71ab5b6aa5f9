import { atKey, THE_FILE } from "../../base/diagnostic.ts";
import { invariant } from "../../base/invariant.ts";
import { formatPath } from "../../base/path.ts";
import type { BlueprintFile } from "../../blueprint/blueprint-file.ts";
import { readInstances } from "../../blueprint/read-instances.ts";
import { schemaOf } from "../../blueprint/schema.ts";
import { stringifySafely } from "../findings/render-findings.ts";
import { escapeUnsafe } from "../findings/terminal-text.ts";
import { wrapLine, wrapText } from "../wrap-line.ts";
import { findAuthor } from "./find-author.ts";

/** Where a resource comes from. */
export interface Origin {
  readonly address: string;
  readonly stack: string;
  readonly file: string;
  /** From 1; null, as the pointer, where no one place makes it. */
  readonly line: number | null;
  readonly column: number | null;
  /** As `network.subnets.app`; inferred from the resource's type and the names in its address. Null: no one place makes it. */
  readonly pointer: string | null;
  /** What the schema says of the place; empty where there is none. */
  readonly description: string;
}

/** The place of a blueprint's text that a resource comes from. */
export function originOf(address: string, stack: string, blueprint: BlueprintFile): Origin {
  const instances = readInstances(blueprint);
  const found = instances.find(({ name }) => name === stack);
  invariant(found !== undefined, `the stack ${stack} is not of ${blueprint.file}`);
  const { source } = found;
  const path = findAuthor(address, found.blueprint);
  const at = path === null ? THE_FILE : atKey(path);
  const { line, column } = source.locate(at) ?? { line: null, column: null };
  const place = { address, stack, file: source.textOf(at).file, line, column };
  if (path === null) return { ...place, pointer: null, description: "" };
  return { ...place, pointer: formatPath(path), description: schemaOf(path).description ?? "" };
}

/** The places for a terminal of so many columns. */
export function renderOrigins(origins: readonly Origin[], columns: number): string {
  return origins.map((origin) => asText(origin, columns)).join("\n");
}

/** The places as JSON: `{ version: 1, origins: [{ address, stack, file, line, column, pointer, inferred }] }`. */
export function renderOriginsJson(origins: readonly Origin[]): string {
  const shown = origins.map(({ description: _, ...rest }) => ({ ...rest, inferred: rest.pointer !== null }));
  return `${stringifySafely({ version: 1, origins: shown })}\n`;
}

// No table of what makes what is kept while a stack is built: this is read from the outside.
const INFERRED = "inferred from the resource's type and the names in its address";
const UNKNOWN = "no key is known that makes resources of this type";

function asText(
  { address, stack, file, line, column, pointer, description }: Origin,
  columns: number,
): string {
  const place =
    pointer === null ? `${file}: the blueprint as a whole` : `${file}:${line}:${column}: ${pointer}`;
  return [
    ...wrapLine(`${address} (stack ${stack})`, columns),
    "",
    ...wrapLine(`  ${escapeUnsafe(place)}`, columns),
    ...wrapText(pointer === null ? UNKNOWN : INFERRED, "  ", columns),
    ...(description === "" ? [] : ["", ...wrapText(description, "  ", columns)]),
    "",
  ].join("\n");
}
