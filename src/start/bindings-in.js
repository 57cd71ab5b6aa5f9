import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The modules of the bindings that the sources import, sorted.
 * @param {string} src
 */
export function bindingsIn(src) {
  const folder = join(src, "stack");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  const texts = files.map((file) => readFileSync(join(folder, file), "utf8"));
  const found = texts.flatMap((text) => [
    ...text.matchAll(/"@cdktf\/provider-aws\/lib\/([a-z0-9-]+)\/index\.js"/g),
  ]);
  return [...new Set(found.map(([, name = ""]) => name))].sort();
}

/**
 * As the index of the bindings spells a module: `db-instance` is `dbInstance`.
 * @param {string} name
 */
export function identifier(name) {
  return name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
