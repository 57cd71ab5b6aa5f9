/**
 * Run from a bundle in which `cdktn` stands for `cdktf`: prints the Terraform JSON of each blueprint that is named, and of
 * a network with everything in it, as `{ <stack>: <text> }`.
 */
import { readFileSync } from "node:fs";
import { networkFrom } from "./network.ts";
import { stackText } from "./synth-json.ts";
import { wholeNetwork } from "./whole-network.ts";

const blueprints = process.argv.slice(2).map((file) => networkFrom(readFileSync(file, "utf8")));
const texts = [...blueprints, wholeNetwork()].map((network) => [network.name, stackText(network)]);
process.stdout.write(JSON.stringify(Object.fromEntries(texts)));
