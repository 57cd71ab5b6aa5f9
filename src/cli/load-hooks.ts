import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { builtInHooks } from "../aws/provider-gaps.ts";
import { valueIn } from "../base/untrusted-json.ts";
import { type Finding, findingAbout } from "../reports/findings/finding.ts";
import { readUserHook, type UserHook } from "../stack/hooks/user-hook.ts";
import { readTypeScript } from "../start/read-typescript.js";
import { isMissing, reasonOf } from "./file-errors.ts";
import { CONFIG, inProject } from "./project-folder.ts";

const KEY = "hextetHooks";

/** The user's hooks, and what is wrong with those that could not be loaded. */
export interface LoadedHooks {
  readonly hooks: readonly UserHook[];
  readonly findings: readonly Finding[];
}

/** Loads the modules that `context.hextetHooks` of the project's cdktf.json names. Never throws. */
export async function loadHooks(): Promise<LoadedHooks> {
  const { paths, findings } = readPaths();
  // They are TypeScript mostly, and what they import of Hextet is.
  if (paths.length > 0) await readTypeScript({ required: true });
  const loaded = await Promise.all(paths.map(loadHook));
  const hooks = loaded.flatMap(({ hook }) => (hook === null ? [] : [hook]));
  const twins = loaded.flatMap(({ path, hook }, index) => {
    if (hook === null) return [];
    const taken = [...builtInHooks, ...loaded.slice(0, index).flatMap((one) => one.hook ?? [])];
    if (!taken.some(({ id }) => id === hook.id)) return [];
    return [findingAbout(path, "hooks/wrong-shape", `the hook has the id of another: ${hook.id}`)];
  });
  return { hooks, findings: [...findings, ...loaded.flatMap((one) => one.findings), ...twins] };
}

function readPaths(): { readonly paths: readonly string[]; readonly findings: readonly Finding[] } {
  try {
    const config: unknown = JSON.parse(readFileSync(inProject(CONFIG), "utf8"));
    const written = valueIn(config, "context", KEY) ?? [];
    if (isTexts(written)) return { paths: written.map(inProject), findings: [] };
    const message = `context.${KEY} is no list of paths`;
    return { paths: [], findings: [findingAbout(inProject(CONFIG), "hooks/cannot-load", message)] };
  } catch (error) {
    if (isMissing(error)) return { paths: [], findings: [] };
    const reason = error instanceof SyntaxError ? `it is not JSON: ${error.message}` : reasonOf(error);
    return { paths: [], findings: [findingAbout(inProject(CONFIG), "hooks/cannot-load", reason)] };
  }
}

interface LoadedHook {
  readonly path: string;
  readonly hook: UserHook | null;
  readonly findings: readonly Finding[];
}

async function loadHook(path: string): Promise<LoadedHook> {
  const refuse = (rule: string, message: string): LoadedHook => ({
    path,
    hook: null,
    findings: [findingAbout(path, rule, message)],
  });
  let module: unknown;
  try {
    module = await import(pathToFileURL(resolve(path)).href);
  } catch (error) {
    const [reason = ""] = String(error instanceof Error ? error.message : error).split("\n");
    return refuse("hooks/cannot-load", `the hook's module cannot be loaded: ${reason}`);
  }
  // Of a CommonJS module in TypeScript, Node knows no names.
  const hook = readUserHook(valueIn(module, "hook") ?? valueIn(module, "default", "hook"));
  if (typeof hook === "string") return refuse("hooks/wrong-shape", `the hook ${hook}`);
  return { path, hook, findings: [] };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
