import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { at, isObject, listAt, parseJson, textAt } from "../../test/support/json.ts";

/**
 * The libraries that `dist/NOTICES.md` names, which the build writes for all that is in the bundle, as `name version`, with
 * the licence of each. Throws when it names none.
 */
export function bundledIn(notices: string): ReadonlyMap<string, string> {
  const heads = notices.split("\n").filter((line) => line.startsWith("## "));
  const named = heads.flatMap((head) => [...head.matchAll(/(\S+ \d+\.\d+\.\d+\S*) \(([^)]+)\)/g)]);
  if (named.length === 0) throw new Error("the notices name no library");
  return new Map(named.map(([, name = "", license = ""]) => [name, license]));
}

/**
 * A CycloneDX bill of materials with the libraries of the bundle and nothing else, as npm makes it of the lockfile in
 * `root`; the same bytes each time. Throws when the lockfile lacks one of them.
 */
export function billOfMaterials(root: string, manifest: object, notices: string): string {
  const whole = ofLockfile(root, manifest);
  const bundled = bundledIn(notices);
  // A library that stands in several folders is in the lockfile, and in npm's list, once for each of them.
  const components = distinct(listAt(whole, "components").filter((one) => bundled.has(nameOf(one)))).map(
    (one) => asBundled(one, bundled.get(nameOf(one)) ?? ""),
  );
  const found = new Set(components.map(nameOf));
  const missing = [...bundled.keys()].filter((one) => !found.has(one));
  if (missing.length > 0) throw new Error(`the lockfile lacks ${missing.join(", ")}`);
  const own = textAt(whole, "metadata", "component", "bom-ref");
  const refs = components.map((one) => textAt(one, "bom-ref"));
  const known = new Set(refs);
  const dependencies = listAt(whole, "dependencies")
    .filter((one) => known.has(textAt(one, "ref")))
    .map((one) => ({
      ref: textAt(one, "ref"),
      dependsOn: listAt(one, "dependsOn").filter((ref) => known.has(String(ref))),
    }));
  const bill = {
    $schema: textAt(whole, "$schema"),
    bomFormat: textAt(whole, "bomFormat"),
    specVersion: textAt(whole, "specVersion"),
    version: 1,
    metadata: {
      tools: at(whole, "metadata", "tools"),
      component: {
        ...Object(at(whole, "metadata", "component")),
        name: at(manifest, "name"),
        properties: [],
      },
    },
    components,
    dependencies: [{ ref: own, dependsOn: refs }, ...dependencies],
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

/** npm describes only what has a version: it is asked in a folder of its own. */
function ofLockfile(root: string, manifest: object): unknown {
  const folder = mkdtempSync(path.join(tmpdir(), "hextet-sbom-"));
  try {
    writeFileSync(path.join(folder, "package.json"), JSON.stringify(manifest));
    copyFileSync(path.join(root, "package-lock.json"), path.join(folder, "package-lock.json"));
    const args = ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"];
    const made = execFileSync("npm", args, { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 26 });
    return parseJson(made, "npm sbom");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function distinct(components: readonly unknown[]): readonly unknown[] {
  const byRef = new Map(components.map((one) => [textAt(one, "bom-ref"), one]));
  return [...byRef.values()];
}

function nameOf(component: unknown): string {
  return `${textAt(component, "name")} ${textAt(component, "version")}`;
}

/**
 * To the lockfile it is needed for development only, and to the package it is a part. npm leaves out a licence that has no
 * name among those of SPDX.
 */
function asBundled(component: unknown, license: string): object {
  if (!isObject(component)) throw new Error("npm describes no library");
  const { properties: _, licenses = [{ license: { name: license } }], ...rest } = component;
  return { ...rest, scope: "required", licenses };
}
