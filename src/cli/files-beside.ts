import type { FileBeside } from "../change/beside/terraform-blocks.ts";

/** What lies in a stack's folder, as the texts of an output have it. */
export function filesBeside(texts: ReadonlyMap<string, string>, stack: string): readonly FileBeside[] {
  const folder = `stacks/${stack}/`;
  return [...texts].flatMap(([path, text]) => {
    const name = path.startsWith(folder) ? path.slice(folder.length) : "";
    return name === "" || name.includes("/") ? [] : [{ name, text }];
  });
}
