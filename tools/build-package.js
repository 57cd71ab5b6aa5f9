// What `npm run build` runs: the build of a published package, types and all.
import { fileURLToPath } from "node:url";
import { buildBundle } from "../src/start/build.js";
import { buildTypes } from "./build-types.js";

const root = fileURLToPath(new URL("..", import.meta.url));
await buildBundle(root);
buildTypes(root);
