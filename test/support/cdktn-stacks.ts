/**
 * Run from a bundle in which `cdktn` stands for `cdktf`: prints the Terraform JSON of each blueprint that is named (one may take
 * values of another), and of a network with everything in it, as `{ <stack>: <text> }`.
 */
import { readFileSync } from "node:fs";
import { compile } from "../../src/pipeline.ts";
import { stackText } from "./synth-json.ts";
import { wholeNetwork } from "./whole-network.ts";

const files = process.argv.slice(2).map((file) => ({ file, text: readFileSync(file, "utf8") }));
const { networks } = compile(files, "2026-01-01");
if (networks.length !== files.length) throw new Error("a blueprint is not valid");
const texts = [...networks, wholeNetwork()].map((network) => [network.name, stackText(network)]);
process.stdout.write(JSON.stringify(Object.fromEntries(texts)));
