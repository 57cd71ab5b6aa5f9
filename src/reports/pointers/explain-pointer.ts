import { changesAskedOf } from "../../aws/argument-changes.generated.ts";
import { examplesOf, resolve } from "../../blueprint/schema.ts";
import type { Colors } from "../colors.ts";
import { stringifySafely } from "../findings/render-findings.ts";
import { escapeUnsafe } from "../findings/terminal-text.ts";
import { renderTable } from "../table.ts";
import { wrapLine, wrapText } from "../wrap-line.ts";
import { type ArgumentEffect, effectsAt } from "./argument-effects.ts";
import type { NoPlace, Place } from "./find-place.ts";
import { typeInWords } from "./type-in-words.ts";

/** Arguments shown of a place that holds many keys: the rest is told by these keys. */
const MOST_ARGUMENTS = 12;
const MOST_NAMES = 8;

/** What a key of a blueprint means, what it becomes in Terraform and what another value does, for a terminal of so many columns. */
export function renderPlace(place: Place, colors: Colors, columns: number): string {
  const { shown, pattern, schema, isRequired } = place;
  const effects = effectsAt(pattern);
  return [
    ...wrapLine(`${colors.bold(escapeUnsafe(shown))} (${typeInWords(schema)})`, columns),
    "",
    ...wrapText(schema.description ?? schema.title ?? "", "  ", columns),
    ...section("Default", wrapLine(defaultOf(place), columns), colors),
    ...section(
      "Example",
      isRequired || schema.default === undefined ? examplesIn(place, columns) : [],
      colors,
    ),
    ...section("Keys", keysOf(place, columns), colors),
    ...section(
      `Another value, as AWS provider ${changesAskedOf} plans it`,
      linesOf(effects, columns),
      colors,
    ),
    "",
  ].join("\n");
}

/** The same as JSON: `{ version: 1, place: { pointer, type, description, required, default, examples, keys, arguments } }`. */
export function renderPlaceJson(place: Place): string {
  const { shown, pattern, schema, isRequired } = place;
  return `${stringifySafely({
    version: 1,
    place: {
      pointer: shown,
      type: typeInWords(schema),
      description: schema.description ?? schema.title,
      required: isRequired,
      default: schema.default,
      examples: examplesOf(schema),
      keys: Object.keys(schema.properties ?? {}),
      arguments: effectsAt(pattern),
    },
  })}\n`;
}

/** What to say of a pointer that leads nowhere. */
export function unknownPlace({ step, inside, meant, names }: NoPlace): string {
  const where = inside === null ? "at the root of a blueprint" : `in ${inside}`;
  const others =
    names === undefined
      ? `hextet explain ${inside ?? "network"} shows keys`
      : `there is ${names.slice(0, MOST_NAMES).join(", ")}`;
  const hint = meant === null ? others : `did you mean "${meant}"?`;
  return escapeUnsafe(`there is no "${step}" ${where}: ${hint}`);
}

function section(title: string, lines: readonly string[], colors: Colors): readonly string[] {
  return lines.length === 0 ? [] : ["", colors.bold(title), ...lines];
}

function defaultOf({ schema, isRequired }: Place): string {
  if (schema.default !== undefined) return `  ${JSON.stringify(schema.default)}`;
  return isRequired ? "  none: it has to be written" : "  none: it may be left out";
}

function examplesIn({ schema }: Place, columns: number): readonly string[] {
  return examplesOf(schema)
    .slice(0, 3)
    .flatMap((example) => wrapLine(`  ${JSON.stringify(example)}`, columns));
}

function keysOf({ schema }: Place, columns: number): readonly string[] {
  const inner = schema.properties === undefined ? insideOf(schema.additionalProperties) : schema.properties;
  const rows = Object.entries(inner).map(([name, key]) => [
    `  ${name}`,
    firstSentence(resolve(key).description ?? ""),
  ]);
  return renderTable({ titles: null, rows }, columns, String);
}

function insideOf(
  entries: Place["schema"]["additionalProperties"],
): NonNullable<Place["schema"]["properties"]> {
  return entries ? (resolve(entries).properties ?? {}) : {};
}

function firstSentence(text: string): string {
  const [, first = text] = /^(.*?\.)(?:\s|$)/.exec(text) ?? [];
  return first;
}

function linesOf(effects: readonly ArgumentEffect[], columns: number): readonly string[] {
  const shown = effects.slice(0, MOST_ARGUMENTS);
  const width = Math.max(0, ...shown.map(({ argument }) => argument.length));
  const rest = effects.length - shown.length;
  return [
    ...shown.flatMap(({ argument, effect, refusals }) => [
      ...wrapLine(`  ${argument.padEnd(width)}  ${IN_WORDS[effect]}`, columns, "      "),
      ...refusals.flatMap((refusal) => wrapText(`${refusal}.`, "    ", columns)),
    ]),
    ...(rest > 0 ? [`  ... and ${rest} more: ask for a key in it`] : []),
  ];
}

const IN_WORDS: Readonly<Record<ArgumentEffect["effect"], string>> = {
  update: "changed in place",
  replace: "replaced: the old resource is destroyed",
  "may-replace": "replaced or changed in place: the value decides",
  unknown: "the provider was not asked",
  "comes or goes": "resources come or go",
  setting: "no resource itself: a block of the whole stack",
};
