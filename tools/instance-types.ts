/**
 * Writes `src/aws/instance-type-names.generated.ts` anew from the API model of EC2 in the newest botocore that a Python
 * of this machine has (`HEXTET_PYTHON`, or the one that runs the emulator): `npm run instance-types`.
 */
import { writeFileSync } from "node:fs";
import { findPython } from "../test/support/tools.ts";
import { readInstanceTypeNames } from "./instance-types/read-names.ts";
import { renderInstanceTypeNames } from "./instance-types/render-names.ts";

const python = findPython();
if (!python.found) throw new Error(python.why);
const file = new URL("../src/aws/instance-type-names.generated.ts", import.meta.url);
writeFileSync(file, renderInstanceTypeNames(readInstanceTypeNames(python.tool), process.argv[2] ?? null));
