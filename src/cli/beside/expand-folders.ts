import { lstatSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { byName } from "../../base/compare-texts.ts";
import { atValue } from "../../base/diagnostic.ts";
import type { Extension } from "../../model/types/extensions.ts";
import type { Network } from "../../model/types/network.ts";
import type { Compiled } from "../../pipeline.ts";
import { type Finding, findingAbout } from "../../reports/findings/finding.ts";
import { isFileError, isMissing, reasonOf } from "../file-errors.ts";

/** Networks whose folders in `extend.terraform` are the files in them, and what is to be said of those. */
export interface Expanded {
  readonly networks: readonly Network[];
  readonly findings: readonly Finding[];
}

/** Names that the output knows as copies again. */
const COPIED = /^[A-Za-z0-9_][A-Za-z0-9_.-]*\.(tf|tfvars)(\.json)?$/;

/**
 * Puts the files of a folder in the place of the folder, as Terraform reads one: those in it, and none of the folders in it. Never
 * throws.
 */
export function expandFolders(compiled: Compiled): Expanded {
  const expanded = compiled.networks.map((network) => expandOne(network, compiled));
  return {
    networks: expanded.map(({ network }) => network),
    findings: expanded.flatMap(({ findings }) => findings),
  };
}

interface One {
  readonly network: Network;
  readonly findings: readonly Finding[];
}

function expandOne(network: Network, { files, locate }: Compiled): One {
  if (!network.extensions.some(({ isFolder }) => isFolder)) return { network, findings: [] };
  const findings: Finding[] = [];
  const around = dirname(files.get(network.name) ?? network.name);
  const taken = new Map(
    network.extensions
      .filter(({ isFolder }) => !isFolder)
      .map(({ name, file }) => [name.toLowerCase(), file]),
  );
  taken.set("cdk.tf.json", "what Hextet makes");
  const all = network.extensions.flatMap((one): readonly Extension[] => {
    if (!one.isFolder) return [one];
    const listed = listFolder(around, one.file);
    findings.push(...aboutFolder(join(around, one.file).replaceAll("\\", "/"), listed));
    return listed.files.flatMap((name) => {
      const file = `${one.file}${name}`;
      const other = taken.get(name.toLowerCase());
      taken.set(name.toLowerCase(), file);
      if (other === undefined) return [{ path: one.path, file, name, isFolder: false }];
      const message = `${file} would be copied over ${other}: both are ${name} in the stack's folder`;
      const at = atValue(one.path);
      findings.push(
        locate(network.name, {
          rule: "model/extension-name-twice",
          severity: "error",
          message,
          at,
          hint: "rename one of the two",
        }),
      );
      return [];
    });
  });
  return { network: { ...network, extensions: [...all].sort(byName) }, findings };
}

interface Listed {
  readonly files: readonly string[];
  readonly skipped: readonly string[];
  /** Why it cannot be listed. */
  readonly refusal: string | null;
}

function listFolder(around: string, folder: string): Listed {
  const refuse = (refusal: string): Listed => ({ files: [], skipped: [], refusal });
  const steps = folder.split("/").filter((step) => step !== "");
  try {
    const stats = steps.map((_, index) => lstatSync(join(around, ...steps.slice(0, index + 1))));
    if (stats.some((one) => one.isSymbolicLink()))
      return refuse("a symbolic link leads to it: only the folder itself is read");
    if (stats.at(-1)?.isDirectory() !== true) return refuse("it is no folder");
    const entries = readdirSync(join(around, folder), { withFileTypes: true }).sort(byName);
    // What is no plain file is refused where it is read.
    const files = entries.filter((entry) => !entry.isDirectory() && COPIED.test(entry.name));
    const skipped = entries.filter((entry) => !files.includes(entry));
    if (files.length === 0)
      return refuse("there is no file in it that ends in .tf, .tf.json, .tfvars or .tfvars.json");
    return {
      files: files.map(({ name }) => name),
      skipped: skipped.map((entry) => `${entry.name}${entry.isDirectory() ? "/" : ""}`),
      refusal: null,
    };
  } catch (error) {
    if (!isFileError(error)) throw error;
    return refuse(isMissing(error) ? "there is no such folder" : reasonOf(error));
  }
}

function aboutFolder(shown: string, { skipped, refusal }: Listed): readonly Finding[] {
  const hint = "a blueprint names it in extend.terraform";
  if (refusal !== null) return [findingAbout(shown, "extend/unreadable", refusal, hint)];
  if (skipped.length === 0) return [];
  const message = `not copied: ${skipped.join(", ")}`;
  const why =
    "Terraform files of this very folder are, with names of letters, digits, _, . and -; a module below it is named by another address";
  return [{ ...findingAbout(shown, "extend/skipped", message, why), severity: "note" }];
}
