import { writeFileSync } from "node:fs";
import { generatedFiles, ROOT } from "./generated-files.ts";

for (const { path, render } of generatedFiles) writeFileSync(ROOT + path, await render());
