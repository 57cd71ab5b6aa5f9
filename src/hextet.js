#!/usr/bin/env node
// The `hextet` command: starts cli/hextet.ts.
import { start } from "./start/start.js";

const { main } = await start("cli");
// Not process.exit: what is still on its way to a pipe would be lost.
process.exitCode = await main(process.argv.slice(2));
