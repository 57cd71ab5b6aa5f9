// The floor: the least that a program in plain Node does which parses these blueprints and writes these bytes. Its arguments are a
// folder of blueprints, and one of an output; with "-" for the second nothing is written.
const { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { parse } = require("yaml");

const [blueprints = "", output = "-"] = process.argv.slice(2);
for (const name of readdirSync(blueprints)) parse(readFileSync(join(blueprints, name), "utf8"));
if (output !== "-") {
  const stacks = join(output, "stacks");
  const copy = `${output}-floor`;
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy);
  for (const name of readdirSync(stacks)) {
    const stack = JSON.parse(readFileSync(join(stacks, name, "cdk.tf.json"), "utf8"));
    mkdirSync(join(copy, name));
    writeFileSync(join(copy, name, "cdk.tf.json"), JSON.stringify(stack, null, 2));
  }
}
