import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, relative, resolve } from "node:path";
import { parseJson, textOf, valueIn } from "../base/untrusted-json.ts";
import { type Finding, findingAbout } from "../reports/findings/finding.ts";
import { ForeignEngine } from "../stack/cdktf/foreign-engine.ts";
import { RenameFailure } from "../stack/existing/rename-failure.ts";
import { HookFailure } from "../stack/hooks/hook-failure.ts";
import { OutputInTheWay } from "./output-in-the-way.ts";
import { CONFIG, inProject } from "./project-folder.ts";

const BINDINGS = "@cdktf/provider-aws/package.json";

/** The finding for what a stack refuses that is no bug of ours; null for every other error. */
export function refusalOf(error: unknown, output: string): Finding | null {
  if (error instanceof HookFailure) {
    return findingAbout(`${output}/stacks/${error.stackName}/cdk.tf.json`, "hooks/failed", error.message);
  }
  if (error instanceof RenameFailure) {
    const hint =
      "take renamedFrom out: what a hook of your own makes has names that do not follow from the blueprint's";
    return findingAbout(
      `${output}/stacks/${error.stackName}/cdk.tf.json`,
      "change/rename-incomplete",
      error.message,
      hint,
    );
  }
  if (error instanceof OutputInTheWay) {
    const message =
      error.place === output
        ? "this is no folder, and the Terraform JSON goes into a folder of this name"
        : `this is no folder, and the Terraform JSON goes into ${output}/`;
    return findingAbout(
      error.place,
      "output/unwritable",
      message,
      "move it away, or name another folder: `output` of cdktf.json, or --output",
    );
  }
  return error instanceof ForeignEngine ? foreignEngine(error) : null;
}

function foreignEngine({ hook, message }: ForeignEngine): Finding {
  const bindings = hook === null ? find(import.meta.url, BINDINGS) : resolve(inProject(CONFIG));
  const theirs = bindings === null ? null : engineSeenFrom(bindings);
  const text = `${message}, not Hextet's own: ${theirs?.name ?? "it is not found from here"}`;
  const hint =
    hook === null
      ? "leave one: `npm ls cdktf` shows who asks for which version"
      : `import it from "hextet/cdktf" instead of "cdktf"`;
  return findingAbout(theirs?.folder ?? inProject(CONFIG), "engine/foreign-cdktf", text, hint);
}

interface Engine {
  readonly folder: string;
  /** With the version. */
  readonly name: string;
}

/** The copy of cdktf that a module at the place imports; null where there is none. */
function engineSeenFrom(place: string): Engine | null {
  const manifest = find(place, "cdktf/package.json");
  if (manifest === null) return null;
  const folder = relative(process.cwd(), dirname(manifest));
  const version = textOf(valueIn(parseJson(readFileSync(manifest, "utf8")), "version"));
  return { folder, name: `${folder} (${version ?? "of no version"})` };
}

function find(place: string, file: string): string | null {
  try {
    return createRequire(place).resolve(file);
  } catch {
    return null;
  }
}
