import { join } from "node:path";
import { type Finding, findingAbout } from "../reports/findings/finding.ts";
import { entriesOf } from "./entries-of.ts";

/**
 * Errors for symbolic links among what Hextet writes and removes: behind one, files would be changed or deleted that are
 * no output. What lies deeper in a stack's folder is Terraform's, which links its providers.
 */
export function findLinks(output: string): readonly Finding[] {
  const top = linksIn(output, ["manifest.json", "stacks"]);
  if (top.length > 0) return top;
  const stacks = `${output}/stacks`;
  const folders = entriesOf(stacks).filter((entry) => entry.isDirectory());
  return [
    ...linksIn(stacks),
    ...folders.flatMap(({ name }) => linksIn(`${stacks}/${name}`, ["cdk.tf.json"])),
  ];
}

function linksIn(folder: string, names: readonly string[] | null = null): readonly Finding[] {
  const links = entriesOf(folder).filter(
    (entry) => entry.isSymbolicLink() && (names === null || names.includes(entry.name)),
  );
  return links.map(({ name }) =>
    findingAbout(
      join(folder, name).replaceAll("\\", "/"),
      "output/symbolic-link",
      "a symbolic link stands here, and what it leads to is no output",
      "remove the link",
    ),
  );
}
