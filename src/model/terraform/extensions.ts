import { byName } from "../../base/compare-texts.ts";
import type { Blueprint } from "../../blueprint/blueprint.generated.ts";
import { type Context, report } from "../context.ts";
import type { Extension } from "../types/extensions.ts";

/** The file of a stack that Hextet itself writes. */
const OWN = "cdk.tf.json";

/** The files that are copied into the stack's folder, sorted by name; two of one name are reported. */
export function normaliseExtensions(context: Context, { extend }: Blueprint): readonly Extension[] {
  const taken = new Map<string, string>([[OWN, "what Hextet makes"]]);
  const extensions = extend.terraform.map((file, index): Extension => {
    const path = ["extend", "terraform", index];
    if (file.endsWith("/")) return { path, file, name: "", isFolder: true };
    const name = file.slice(file.lastIndexOf("/") + 1);
    const other = taken.get(name.toLowerCase());
    if (other !== undefined) {
      const message = `${file} would be copied over ${other}: both are ${name} in the stack's folder`;
      report(context, "model/extension-name-twice", path, message, "rename one of the two");
    }
    taken.set(name.toLowerCase(), file);
    return { path, file, name, isFolder: false };
  });
  return extensions.sort(byName);
}
