/**
 * Writes the schema and its tests into a checkout of SchemaStore: `npm run schema-store -- ../schemastore`. The page in
 * `tools/schema-store/` says how to submit them.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { schemaStoreFiles } from "./schema-store/schema-store-files.ts";

const [checkout] = process.argv.slice(2);
if (checkout === undefined)
  throw new Error("name a checkout of SchemaStore: npm run schema-store -- ../schemastore");
for (const [path, text] of schemaStoreFiles()) {
  mkdirSync(dirname(join(checkout, path)), { recursive: true });
  writeFileSync(join(checkout, path), text);
}
