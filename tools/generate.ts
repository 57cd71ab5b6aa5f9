import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { badFiles, CORPUS, goldenOf, renderedFindings } from "../test/support/rule-corpus.ts";
import { generatedFiles, ROOT } from "./generated-files.ts";

for (const { path, render } of generatedFiles) writeFileSync(ROOT + path, await render());
for (const path of badFiles) writeFileSync(join(CORPUS, goldenOf(path)), renderedFindings(path));
