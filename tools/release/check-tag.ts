/** Fails where a tag is not that of the version in the source, or where changes wait for a version: what a release begins with. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { VERSION } from "../../src/cli/version.ts";
import { ROOT } from "../generated-files.ts";
import { tagProblems } from "./changelog.ts";

const [tag = ""] = process.argv.slice(2);
const changelog = readFileSync(path.join(ROOT, "CHANGELOG.md"), "utf8");
const problems = tagProblems(tag, VERSION, changelog, readdirSync(path.join(ROOT, ".changeset")));
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.exitCode = problems.length > 0 ? 1 : 0;
