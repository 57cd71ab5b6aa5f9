import { atValue, type Diagnostic } from "../base/diagnostic.ts";
import { formatPath } from "../base/path.ts";
import type { Backend } from "../model/types/terraform-settings.ts";
import type { Read } from "./read-file.ts";

/** What is wrong with one of several stacks because of another. */
type Told = ReadonlyMap<Read, readonly Diagnostic[]>;

/** What is wrong with stacks as a set: each has a name and a state of its own, and takes over none that is still there. */
export function judgeTogether(all: readonly Read[]): Told {
  const parts = [findDuplicateNames(all), findNamesStillThere(all), findSharedStates(all)];
  const told = new Map<Read, readonly Diagnostic[]>();
  for (const part of parts)
    for (const [one, diagnostics] of part) told.set(one, [...(told.get(one) ?? []), ...diagnostics]);
  return told;
}

/** A stack takes over the state of one that is no longer there. */
function findNamesStillThere(all: readonly Read[]): Told {
  const refused = all.flatMap((one): readonly (readonly [Read, readonly Diagnostic[]])[] => {
    const { name, renamedFrom } = one.blueprint ?? {};
    const other = all.find(({ blueprint }) => renamedFrom !== undefined && blueprint?.name === renamedFrom);
    if (other === undefined) return [];
    const whose = other === one ? "which is its own name" : `which is still there in ${other.source.file}`;
    const message = `the stack ${JSON.stringify(name)} is renamed from ${JSON.stringify(renamedFrom)}, ${whose}`;
    const hint = other === one ? ownName(one) : "take renamedFrom out, or the other stack";
    return [
      [one, [{ rule: "model/renamed-from", severity: "error", message, at: atValue(["renamedFrom"]), hint }]],
    ];
  });
  return new Map(refused);
}

/** Outside of environments an old name ends in the environment's, and is the new one where the blueprint keeps its own. */
function ownName({ environment, blueprint }: Read): string {
  if (environment === null || blueprint?.renamedFrom !== `${environment.blueprint}-${environment.name}`)
    return "take renamedFrom out";
  const { name, blueprint: old } = environment;
  return `take renamedFrom out, which ends in the environment's name; if the stack was ${old}, write name: ${old} in environments.${name}`;
}

/** A stack's name is its folder: the second blueprint of a name is told which one came first. */
function findDuplicateNames(all: readonly Read[]): Told {
  const seconds = secondsBy(all, ({ blueprint }) => blueprint?.name ?? null);
  return new Map(
    seconds.map(({ one, before, key }) => {
      const message = `the name ${JSON.stringify(key)} is taken by ${wordsOf(before, one)}`;
      const hint = "choose another name: it is the stack's folder in the output";
      return [
        one,
        [{ rule: "blueprint/duplicate-name", severity: "error", message, at: atValue(["name"]), hint }],
      ];
    }),
  );
}

/** Of two stacks with one state each would destroy what the other made. */
function findSharedStates(all: readonly Read[]): Told {
  const seconds = secondsBy(all, ({ network }) =>
    network === null ? null : placeOf(network.terraform.backend),
  );
  return new Map(
    seconds
      // Two of one name are told that.
      .filter(({ one, before }) => one.name !== before.name)
      .map(({ one, before, key }) => {
        const path = ["terraform", "backend"];
        const message = `the state ${key} is that of ${wordsOf(before, one)} too`;
        const where =
          one.environment === null
            ? formatPath(path)
            : `environments.${one.environment.name}.${formatPath(path)}`;
        const hint = `write ${where} with a place of its own: each apply would destroy what the other stack made`;
        return [
          one,
          [{ rule: "blueprint/shared-state", severity: "error", message, at: atValue(path), hint }],
        ];
      }),
  );
}

/** What tells a state from every other; null: its place is the stack's own by its name, or nobody can tell. */
function placeOf(backend: Backend): string | null {
  switch (backend.kind) {
    // Relative to the stack's folder: whatever does not leave it is its own.
    case "local":
      return backend.path.startsWith("/") || backend.path.startsWith("../") ? backend.path : null;
    case "s3":
      return `s3://${backend.bucket}/${backend.key}`;
    case "http":
      return backend.address;
    case "cloud":
    case "remote":
      return `${backend.hostname}/${backend.organization}/${backend.workspace}`;
  }
}

interface Second {
  readonly one: Read;
  readonly before: Read;
  readonly key: string;
}

/** Those whose key one before them has, with the first of that key. */
function secondsBy(all: readonly Read[], keyOf: (one: Read) => string | null): readonly Second[] {
  const first = new Map<string, Read>();
  return all.flatMap((one) => {
    const key = keyOf(one);
    const before = key === null ? undefined : first.get(key);
    if (key !== null && before === undefined) first.set(key, one);
    return key === null || before === undefined ? [] : [{ one, before, key }];
  });
}

function wordsOf({ source, environment }: Read, other: Read): string {
  const own = environment === null ? "" : `the environment "${environment.name}"`;
  if (own === "") return source.file;
  return source.file === other.source.file ? own : `${own} of ${source.file}`;
}
