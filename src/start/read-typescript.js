import { accessSync, constants } from "node:fs";
import { tmpdir } from "node:os";

/**
 * Makes Node read TypeScript from now on; with `required` also as CommonJS, which a module is in a project that does not
 * say `"type": "module"`.
 * @param {{ required: boolean }} how
 */
export async function readTypeScript({ required }) {
  // tsx keeps what it has translated in the folder for temporary files, and fails where it cannot.
  try {
    accessSync(`${tmpdir()}/.`, constants.W_OK);
  } catch {
    process.env["TSX_DISABLE_CACHE"] = "1";
  }
  const { register } = await import("tsx/esm/api");
  // Not the tsconfig.json of whatever project the command is run in.
  register({ tsconfig: false });
  if (!required) return;
  const cjs = await import("tsx/cjs/api");
  cjs.register();
}
