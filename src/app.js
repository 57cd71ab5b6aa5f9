// What cdktf.json runs: starts main.ts.
import { start } from "./start/start.js";

const { main } = await start("main");
process.exitCode = await main();
