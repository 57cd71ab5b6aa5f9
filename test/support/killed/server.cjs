// Runs `hextet` again and again in one process, for those who ask by messages: a start takes ten times as long as a run.
const { join } = require("node:path");

/** @type {{ main: (args: readonly string[]) => Promise<number> }} */
const { main } = require(join(__dirname, "../../../dist/cli.cjs"));

process.on("message", async (/** @type {{ folder: string, args: readonly string[] }} */ { folder, args }) => {
  /** @type {string[]} */
  const said = [];
  const keep = (/** @type {string} */ text) => said.push(text) > 0;
  Object.assign(process.stdout, { write: keep });
  Object.assign(process.stderr, { write: keep });
  process.chdir(folder);
  const status = await main(args);
  process.send?.({ status, text: said.join("") });
});
