/**
 * Makes the next version of what `.changeset/` says: `npm run next-version`. The number goes to src/cli/version.ts, the texts
 * to CHANGELOG.md, and the files of the changes are removed. Changesets work on a folder of their own: the package.json of a
 * checkout has no version (docs/decisions/0018-packing.md).
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { VERSION } from "../../src/cli/version.ts";
import { parseJson, textAt } from "../../test/support/json.ts";
import { ROOT } from "../generated-files.ts";
import { changelogWith, changesIn } from "./changelog.ts";

const [root = ROOT] = process.argv.slice(2);
const changes = changesIn(readdirSync(path.join(root, ".changeset")));
if (changes.length === 0) throw new Error("no file in .changeset/ describes a change");
const folder = mkdtempSync(path.join(tmpdir(), "hextet-version-"));
try {
  const { version, text } = nextVersion(folder);
  const source = path.join(root, "src/cli/version.ts");
  writeFileSync(source, readFileSync(source, "utf8").replace(`"${VERSION}"`, JSON.stringify(version)));
  const changelog = path.join(root, "CHANGELOG.md");
  writeFileSync(changelog, changelogWith(readFileSync(changelog, "utf8"), text));
  for (const change of changes) rmSync(path.join(root, ".changeset", change));
  process.stdout.write(`${version}\n`);
} finally {
  rmSync(folder, { recursive: true });
}

/** The number and the section of CHANGELOG that changesets make. */
function nextVersion(at: string): { readonly version: string; readonly text: string } {
  cpSync(path.join(root, ".changeset"), path.join(at, ".changeset"), { recursive: true });
  writeFileSync(path.join(at, "package.json"), JSON.stringify({ name: "hextet", version: VERSION }));
  writeFileSync(path.join(at, "package-lock.json"), "{}");
  // Changesets ask when a file came.
  execFileSync("git", ["init", "--quiet", at]);
  const program = path.join(ROOT, "node_modules/@changesets/cli/bin.js");
  execFileSync(process.execPath, [program, "version"], { cwd: at, stdio: ["ignore", "ignore", "inherit"] });
  const manifest = parseJson(readFileSync(path.join(at, "package.json"), "utf8"), "package.json");
  return {
    version: textAt(manifest, "version"),
    text: readFileSync(path.join(at, "CHANGELOG.md"), "utf8"),
  };
}
