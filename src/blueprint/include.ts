import { atKey, atValue, type Diagnostic, hasErrors, THE_FILE } from "../base/diagnostic.ts";
import { didYouMean } from "../base/did-you-mean.ts";
import { formatPath, type Path } from "../base/path.ts";
import type { BlueprintFile, IncludedFile } from "./blueprint-file.ts";
import { mayBeIncluded } from "./included-by.ts";
import { shapeError } from "./mistake.ts";
import { parseYaml } from "./parse.ts";
import { emptyAt, entryOf, isMap, keysIn, type Placed, placedAt, withEntry } from "./placed.ts";
import { readPlainData } from "./plain-data.ts";
import { createSource, fileAndLine, type Source } from "./source.ts";
import { unknownInIncluded } from "./unknown-in-included.ts";

/** Findings about the text of a file that is included. */
export interface IncludedDiagnostics {
  readonly source: Source;
  readonly diagnostics: readonly Diagnostic[];
}

/** A blueprint with what it includes. */
export interface WithIncluded {
  readonly blueprint: Placed;
  readonly diagnostics: readonly Diagnostic[];
  readonly included: readonly IncludedDiagnostics[];
  /** Where values could not be read as they are meant. */
  readonly misread: readonly Path[];
  /** How many values the included files have. */
  readonly size: number;
}

/** What each blueprint has of its own. */
const OWN: readonly string[] = ["apiVersion", "name", "include"];

/**
 * Puts the sections that a blueprint includes into their places. What is there already is never replaced: one key in both is
 * an error that names both places. An include of a wrong shape is left to the schema.
 */
export function includeSections(blueprint: Placed, files: BlueprintFile["included"]): WithIncluded {
  const include = entryOf(blueprint, "include");
  const start: WithIncluded = { blueprint, diagnostics: [], included: [], misread: [], size: 0 };
  if (include === null) return start;
  return keysIn(include).reduce((so, name) => {
    const sections = entryOf(include, name)?.value;
    return mayBeIncluded(name) && isListOfTexts(sections)
      ? withFile(so, name, sections, files?.get(name))
      : so;
  }, start);
}

function withFile(
  so: WithIncluded,
  name: string,
  sections: readonly string[],
  file: IncludedFile | undefined,
): WithIncluded {
  if (file === undefined || "refusal" in file) {
    const reason = file === undefined ? "there is no such file" : file.refusal;
    const hint = "the path is from the blueprint's folder";
    return withError(
      so,
      shapeError("include/unreadable", atKey(["include", name]), `${name}: ${reason}`, hint),
    );
  }
  const text = file.text.replace(/^\uFEFF/, "");
  const { document, diagnostics } = parseYaml(text);
  const data = document === null ? null : readPlainData(document, text);
  const source = createSource(file.file, text, data?.node ?? null);
  const found = [
    ...diagnostics,
    ...(data === null ? [] : [...data.diagnostics, ...refuseContents(data.value)]),
  ];
  const isTorn = data === null || hasErrors(found);
  const unknown = isTorn ? [] : unknownInIncluded(data.value, sections);
  const read: WithIncluded = {
    ...so,
    included: [...so.included, { source, diagnostics: [...found, ...unknown] }],
    misread: [...so.misread, ...(data?.misread ?? [])],
    size: so.size + (data?.size ?? 0),
  };
  if (isTorn) return read;
  const whole: Placed = { value: data.value, node: data.node, from: { file: file.file, text } };
  return sections.reduce(
    (each, section, index) => withSection(each, { whole, section, at: ["include", name, index], source }),
    read,
  );
}

/** An included file is a map of sections, and includes nothing itself: so there are no circles. */
function refuseContents(value: unknown): readonly Diagnostic[] {
  if (!isMap(value)) {
    const hint = 'write sections as in a blueprint, such as "network:"';
    return [shapeError("include/contents", THE_FILE, "an included file is a map of sections", hint)];
  }
  const own = OWN.filter((key) => Object.hasOwn(value, key));
  return own.map((key) => {
    const message = `an included file has no "${key}" of its own`;
    const hint =
      key === "include" ? "include both files in the blueprint" : "it holds sections, and is no blueprint";
    return shapeError("include/contents", atKey([key]), message, hint);
  });
}

interface Section {
  readonly whole: Placed;
  readonly section: string;
  /** Of its name in `include`. */
  readonly at: Path;
  readonly source: Source;
}

function withSection(so: WithIncluded, { whole, section, at, source }: Section): WithIncluded {
  const steps = section.split(".");
  if (OWN.includes(steps[0] ?? "")) {
    const message = `"${section}" is the blueprint's own, and cannot be included`;
    return withError(so, shapeError("include/unknown-section", atValue(at), message));
  }
  const found = placedAt(whole, steps);
  if (found === null) {
    const message = `${source.file} has no ${section}`;
    const hint = didYouMean(
      section,
      sectionsOf(whole),
      `it has ${sectionsOf(whole).join(", ") || "nothing"}`,
    );
    return withError(so, shapeError("include/unknown-section", atValue(at), message, hint));
  }
  const twice: Diagnostic[] = [];
  const blueprint = put(so.blueprint, steps, found, (path) => {
    const other = fileAndLine(source, atKey(path));
    const message = `${formatPath(path)} stands here and in ${other}, which is included`;
    twice.push(shapeError("include/defined-twice", atKey(path), message, "keep one of the two"));
  });
  return { ...so, blueprint, diagnostics: [...so.diagnostics, ...twice] };
}

/** The places that may be named: sections, and what lies in those of the network and of services. */
function sectionsOf(whole: Placed): readonly string[] {
  return keysIn(whole).flatMap((key) => {
    const section = entryOf(whole, key);
    return [key, ...(section === null ? [] : keysIn(section).map((inner) => `${key}.${inner}`))];
  });
}

function put(
  into: Placed,
  steps: readonly string[],
  section: Placed,
  refuse: (path: readonly string[]) => void,
  way: readonly string[] = [],
): Placed {
  const [step, ...others] = steps;
  if (step === undefined) return joined(into, section, refuse, way);
  const here = [...way, step];
  const before = entryOf(into, step);
  if (before === null && others.length === 0) return withEntry(into, step, section);
  if (before !== null && !isMap(before.value)) {
    refuse(here);
    return into;
  }
  return withEntry(into, step, put(before ?? emptyAt(section), others, section, refuse, here));
}

/** The keys of both; one of the same name in both is refused, and the blueprint's stays. */
function joined(
  into: Placed,
  section: Placed,
  refuse: (path: readonly string[]) => void,
  way: readonly string[],
): Placed {
  if (!isMap(section.value)) {
    refuse(way);
    return into;
  }
  return keysIn(section).reduce((map, key) => {
    const entry = entryOf(section, key);
    if (entry === null) return map;
    if (entryOf(map, key) === null) return withEntry(map, key, entry);
    refuse([...way, key]);
    return map;
  }, into);
}

function withError(so: WithIncluded, diagnostic: Diagnostic): WithIncluded {
  return { ...so, diagnostics: [...so.diagnostics, diagnostic] };
}

function isListOfTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
