import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { ROOT } from "./generated-files.ts";
import { newRuleFiles } from "./new-rule-files.ts";

const [topic, id] = process.argv.slice(2);
if (topic === undefined || id === undefined) throw new Error("npm run new:rule <topic> <id>");
for (const { path, text } of newRuleFiles(ROOT, topic, id)) {
  mkdirSync(dirname(ROOT + path), { recursive: true });
  writeFileSync(ROOT + path, text);
  process.stdout.write(`${path}\n`);
}
execFileSync("npx", ["biome", "format", "--write", `src/rules/${topic}`], { cwd: ROOT, stdio: "ignore" });
process.stdout.write("now write the rule, then `npm run generate`, and read the golden beside bad.yaml\n");
