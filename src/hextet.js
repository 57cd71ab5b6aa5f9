#!/usr/bin/env node
// The `hextet` command: makes Node read TypeScript, then hands over to cli.ts.
import { register } from "tsx/esm/api";

// Not the tsconfig.json of whatever project the command is run in.
register({ tsconfig: false });
const { main } = await import("./cli.ts");
// Not process.exit: what is still on its way to a pipe would be lost.
process.exitCode = await main(process.argv.slice(2));
