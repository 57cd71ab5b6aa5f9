// What `npm run build` runs: the build of a published package, types and all.
import { fileURLToPath } from "node:url";
import { buildBundle } from "../src/start/build.js";
import { buildTypes } from "./build-types.js";

const root = fileURLToPath(new URL("..", import.meta.url));
// Nothing of an older build is published.
await buildBundle(root, 0);
buildTypes(root);
