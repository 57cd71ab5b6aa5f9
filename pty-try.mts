import { onTerminal } from "./test/support/on-terminal.ts";
import { mkdtempSync, copyFileSync, readdirSync, readFileSync } from "node:fs";
const d = mkdtempSync("/tmp/own-pty-");
copyFileSync("test/support/fixtures/web-and-database.state.json", d + "/state.json");
const answers = process.argv[2] === "c" ? ["", "\u0003"] : ["My Shop", "shop", "", "", "", "2001:db8::/33x", "2001:db8:20::/48", "none", "the office has none", "", ""];
console.log(await onTerminal(120, d, [process.cwd() + "/src/hextet.js", "import", "--state", "state.json", "--interactive"], answers));
console.log(readdirSync(d));
for (const f of readdirSync(d)) if (f.endsWith("yaml")) console.log(readFileSync(d + "/" + f, "utf8"));
