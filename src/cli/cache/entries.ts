import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { tellOfCache } from "../../start/cache-folder.cjs";
import { writeWhole } from "../write-whole.ts";

const DAY = 86_400_000;
/** An entry that nobody asked for in so many milliseconds goes. */
const LONGEST = 30 * DAY;
const HASH_BYTES = 32;

/** A place for plain data by key. A cache that fails is a miss: whoever asks can make it again. */
export interface Entries {
  /** What was kept under the key; undefined: nothing, or nothing whole. */
  readonly get: (key: string) => unknown;
  /** Whether something is kept under the key, whole or not. */
  readonly has: (key: string) => boolean;
  readonly set: (key: string, value: unknown) => void;
}

/** The key of parts that together decide a value: no two lists have the same. */
export function keyOf(parts: readonly (string | Buffer)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return hash.digest("hex");
}

/** The entries in a folder, one file each. */
export function entriesIn(folder: string): Entries {
  let didSweep = false;
  const fileOf = (key: string) => join(folder, key.slice(0, 2), key);
  return {
    get: (key) => {
      try {
        const file = fileOf(key);
        const value = unpacked(readFileSync(file));
        if (value !== undefined) touch(file);
        return value;
      } catch {
        return undefined;
      }
    },
    has: (key) => existsSync(fileOf(key)),
    set: (key, value) => {
      try {
        const file = fileOf(key);
        mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
        writeWhole(file, packed(value), 0o600);
        if (!didSweep) sweep(folder);
        didSweep = true;
      } catch (error) {
        // A full disk, or a folder that is read-only: then it is made again next time.
        tellOfCache(error);
      }
    },
  };
}

/** With a hash before it: a file that was cut off is found out. */
function packed(value: unknown): Buffer {
  const bytes = serialize(value);
  return Buffer.concat([hashOf(bytes), bytes]);
}

function unpacked(bytes: Buffer): unknown {
  const content = bytes.subarray(HASH_BYTES);
  return bytes.subarray(0, HASH_BYTES).equals(hashOf(content)) ? deserialize(content) : undefined;
}

function hashOf(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}

/** Its time says when it was last asked for, to the day. */
function touch(file: string): void {
  const now = Date.now();
  if (now - statSync(file).mtimeMs > DAY) utimesSync(file, new Date(now), new Date(now));
}

/** Once a day: what nobody asks for goes. */
function sweep(folder: string): void {
  const mark = join(folder, "swept");
  const now = Date.now();
  const last = statSync(mark, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (now - last < DAY) return;
  writeFileSync(mark, "");
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const file = join(folder, name);
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats?.isFile() === true && now - stats.mtimeMs > LONGEST) rmSync(file, { force: true });
  }
}
