/**
 * Builds the package that is published, and packs it into the folder that is named, with its bill of materials beside it:
 * `npm run package -- <folder> --repository https://github.com/<owner>/hextet`. It is packed from a folder of its own, for
 * a checkout has no version and packs nothing. Without a repository it can be installed and not be published.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { VERSION } from "../src/cli/version.ts";
import { at, isObject, listAt, parseJson } from "../test/support/json.ts";
import { ROOT } from "./generated-files.ts";
import { addressesOf } from "./release/addresses.ts";
import { billOfMaterials } from "./release/bill-of-materials.ts";

/** What a package needs of the manifest; the rest is the checkout's. */
const KEPT = [
  "name",
  "description",
  "keywords",
  "license",
  "type",
  "engines",
  "preferUnplugged",
  "exports",
  "files",
  "dependencies",
];
/** npm packs these without being told. */
const ALWAYS = ["README.md", "LICENSE"];
/** The bill of materials in the package. */
const BILL = "dist/sbom.cdx.json";

const { values, positionals } = parseArgs({
  options: { repository: { type: "string" } },
  allowPositionals: true,
});
const [destination = "."] = positionals;
const addresses = addressesOf(values.repository);
mkdirSync(destination, { recursive: true });
execFileSync(process.execPath, [path.join(ROOT, "tools/build-package.js")], { stdio: "inherit" });
const folder = mkdtempSync(path.join(tmpdir(), "hextet-package-"));
try {
  layOut(folder);
  const args = ["pack", "--ignore-scripts", "--pack-destination", path.resolve(destination)];
  execFileSync("npm", args, { cwd: folder, stdio: ["inherit", "ignore", "inherit"] });
  cpSync(path.join(folder, BILL), path.join(destination, `hextet-${VERSION}.cdx.json`));
  // npm names the file without its folder, and nothing at all under `npm run --silent`.
  process.stdout.write(`${path.join(destination, `hextet-${VERSION}.tgz`)}\n`);
  if ("private" in addresses)
    process.stderr.write("It names no repository, so npm does not publish it: give --repository.\n");
} finally {
  rmSync(folder, { recursive: true });
}

/** Copies what the manifest names, and writes the package's own manifest. Throws when something of it is not there. */
function layOut(to: string): void {
  const manifest = parseJson(readFileSync(path.join(ROOT, "package.json"), "utf8"), "package.json");
  if (!isObject(manifest)) throw new Error("package.json is no object");
  const files = listAt(manifest, "files").map(String);
  for (const file of [...files.filter((one) => !one.startsWith("!")), ...ALWAYS])
    cpSync(path.join(ROOT, file), path.join(to, file), { recursive: true });
  const entries = KEPT.map((key) => [key, at(manifest, key)]);
  const bin = { hextet: "src/start/installed.cjs" };
  const own = { ...Object.fromEntries(entries), bin, version: VERSION, ...addresses };
  writeFileSync(path.join(to, "package.json"), `${JSON.stringify(own, null, 2)}\n`);
  const notices = readFileSync(path.join(ROOT, "dist/NOTICES.md"), "utf8");
  // Of the whole checkout: what is bundled are its dependencies for development.
  writeFileSync(path.join(to, BILL), billOfMaterials(ROOT, { ...manifest, version: VERSION }, notices));
}
