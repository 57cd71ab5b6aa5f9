import { Document, isSeq, visit } from "yaml";
import type { Tree } from "./tree.ts";

/** As long as a line may be that holds a whole map. */
const LINE = 100;
/** Sections and the maps right in them stand open. */
const OPEN_LEVELS = 3;

/** A blueprint as people write it: sections open, small maps on one line, IPv6 quoted. */
export function blueprintYaml(blueprint: Tree): string {
  const document = new Document(blueprint, { aliasDuplicateObjects: false });
  visit(document, {
    Collection: (_, node, path) => {
      const level = path.filter((one) => "items" in one).length;
      if ((isSeq(node) || level >= OPEN_LEVELS) && JSON.stringify(node.toJSON()).length <= LINE)
        node.flow = true;
    },
    Scalar: (key, node) => {
      if (key !== "key" && typeof node.value === "string" && node.value.includes(":"))
        node.type = "QUOTE_DOUBLE";
    },
  });
  return document.toString({ lineWidth: 0 });
}
