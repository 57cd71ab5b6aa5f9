#!/usr/bin/env node
// The `hextet` command: makes Node read TypeScript, then hands over to cli.ts.
import { accessSync, constants } from "node:fs";
import { tmpdir } from "node:os";
import { register } from "tsx/esm/api";

// tsx keeps what it has translated in the folder for temporary files, and fails where it cannot.
try {
  accessSync(`${tmpdir()}/.`, constants.W_OK);
} catch {
  process.env.TSX_DISABLE_CACHE = "1";
}

// Not the tsconfig.json of whatever project the command is run in.
register({ tsconfig: false });
const { main } = await import("./cli.ts");
// Not process.exit: what is still on its way to a pipe would be lost.
process.exitCode = await main(process.argv.slice(2));
