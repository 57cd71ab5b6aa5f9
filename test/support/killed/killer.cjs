// Loaded before a command (`--require`): counts what it does to files, and kills it, without any last word, at one of these
// operations. `KILLER` says at which and how; on descriptor 3 it tells each operation, and that the time has come.
const fs = require("node:fs");
const { syncBuiltinESMExports } = require("node:module");
const { dirname } = require("node:path");

const TOLD_ON = 3;
/** Operations that change something. Of those with a `Sync` in the name there are two more forms. */
const CHANGING = [
  "appendFile",
  "chmod",
  "copyFile",
  "cp",
  "fdatasync",
  "fsync",
  "ftruncate",
  "link",
  "mkdir",
  "mkdtemp",
  "open",
  "rename",
  "rm",
  "rmdir",
  "symlink",
  "truncate",
  "unlink",
  "utimes",
  "write",
  "writeFile",
  "writev",
];

/** @type {{ at: number, how: "before" | "half" | "soon" }} */
const { at, how } = JSON.parse(process.env["KILLER"] ?? '{ "at": 0, "how": "before" }');
const real = { ...fs };
/** @typedef {(...args: unknown[]) => unknown} Call */
let done = 0;
let isDying = false;

/**
 * What of a call can be done by half; all of the others, which are whole or nothing, is done.
 * @type {Record<string, (real: Call, args: unknown[]) => void>}
 */
const byHalf = {
  mkdirSync: (make, [path, ...options]) => {
    const around = dirname(String(path));
    make(...(real.existsSync(around) ? [path, ...options] : [dirname(String(path)), ...options]));
  },
  rmSync: (remove, [path, ...options]) => {
    const stats = real.lstatSync(String(path), { throwIfNoEntry: false });
    const [first] = stats?.isDirectory() ? real.readdirSync(String(path)) : [];
    remove(first === undefined ? path : `${path}/${first}`, ...options);
  },
  writeFileSync: (write, [file, content, ...options]) => write(file, halfOf(content), ...options),
  writeSync: (write, [file, content, ...options]) => {
    if (typeof content === "string") write(file, halfOf(content));
    else write(file, halfOf(content), ...options.slice(0, 1));
  },
};

/** @param {unknown} content */
function halfOf(content) {
  if (typeof content === "string") return content.slice(0, content.length / 2);
  if (content instanceof Uint8Array) return content.subarray(0, content.length / 2);
  throw new Error("this content is not known here");
}

/** @param {string} line */
function tell(line) {
  real.writeSync(TOLD_ON, `${line}\n`);
}

/** @param {string} name @param {unknown[]} args */
function changes(name, [first, flags]) {
  if (name.startsWith("open"))
    return typeof flags === "number" ? (flags & 3) !== 0 : /[wa+]/.test(String(flags));
  // Standard output is no file of the project.
  return typeof first !== "number" || first > TOLD_ON;
}

/** @param {string} name @param {Call} call */
const counted = (name, call) =>
  /** @this {unknown} @param {unknown[]} args */
  function (...args) {
    if (isDying || !changes(name, args)) return Reflect.apply(call, this, args);
    done++;
    tell(`${name} ${String(args[0])}`);
    if (done === at && how === "soon") tell("now");
    else if (done === at) die(name, call, args);
    return Reflect.apply(call, this, args);
  };

/** @param {string} name @param {Call} call @param {unknown[]} args */
function die(name, call, args) {
  isDying = true;
  try {
    if (how === "half") (byHalf[name] ?? ((whole, all) => whole(...all)))(call, args);
  } finally {
    // Also where the operation fails: `rm` of Node's own begins with removing a folder that is not empty.
    process.kill(process.pid, "SIGKILL");
  }
}

/** @param {Record<string, unknown>} all */
function replaceIn(all) {
  for (const name of CHANGING.flatMap((one) => [one, `${one}Sync`])) {
    const call = all[name];
    if (typeof call === "function") all[name] = counted(name, /** @type {Call} */ (call));
  }
}

replaceIn(/** @type {Record<string, unknown>} */ (/** @type {unknown} */ (fs)));
replaceIn(/** @type {Record<string, unknown>} */ (/** @type {unknown} */ (fs.promises)));
syncBuiltinESMExports();
