#!/usr/bin/env node
// The `hextet` command of an installed package. CommonJS down to the last part: of ES modules, the loader of Yarn's
// Plug'n'Play is asked in another thread, one by one.
const { join } = require("node:path");
const { keepCompiled } = require("./cache-folder.cjs");

keepCompiled();

/** @type {{ main: (args: readonly string[]) => Promise<number> }} */
const { main } = require(join(__dirname, "../../dist/cli.cjs"));

main(process.argv.slice(2)).then((exitCode) => {
  // Not process.exit: what is still on its way to a pipe would be lost.
  process.exitCode = exitCode;
});
