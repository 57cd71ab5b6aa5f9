import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** Licences that let what they cover travel in this package, with their text beside it. */
const ALLOWED = [
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "ISC",
  "MIT",
  "MPL-2.0",
  "Public Domain",
];

const START = `# Notices

Hextet's bundle contains the libraries below, unchanged but for being bundled. The source of each, also of those under
MPL-2.0, is the package of that name and version on https://www.npmjs.com.
`;

/**
 * The licences and notices of the libraries in a bundle, as Markdown. Throws for a library whose licence does not allow it.
 * @param {string} root
 * @param {readonly string[]} inputs files of the bundle, from `src/` in `root`
 */
export function noticesOf(root, inputs) {
  const folders = inputs.flatMap((input) => {
    const [, folder] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(resolve(root, "src", input)) ?? [];
    return folder === undefined ? [] : [folder];
  });
  /** @type {Map<string, string[]>} */
  const names = new Map();
  for (const { name, text } of [...new Set(folders)].map(noticeOf)) {
    names.set(text, [...(names.get(text) ?? []), name]);
  }
  const sections = [...names].map(([text, all]) => `## ${[...new Set(all)].sort().join(", ")}\n\n${text}`);
  return Buffer.from(`${START}\n${sections.sort().join("\n")}`);
}

/** @param {string} folder */
function noticeOf(folder) {
  /** @type {{ name: string, version: string, license?: string }} */
  const { name, version, license = "none" } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  if (!ALLOWED.includes(license)) throw new Error(`${name} ${version} has the licence ${license}`);
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
    .map((file) => readFileSync(join(folder, file), "utf8").trim());
  const text = texts.map((one) => `\`\`\`text\n${one}\n\`\`\`\n`).join("\n");
  return { name: `${name} ${version} (${license})`, text };
}
