// What cdktf.json runs: starts main.ts, which does its work when it is loaded.
import { start } from "./start/start.js";

await start("main");
