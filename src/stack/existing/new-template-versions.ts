import type { ResourceChange } from "../../model/types/migration.ts";

const NEWEST = /\$\{(aws_launch_template\.[^.}]+)\.latest_version\}/;

/**
 * What the changes of launch templates bring to those who use them: a new version, by a reference that stays what it
 * is. `resources` are Terraform JSON by address.
 */
export function newTemplateVersions(
  changes: readonly ResourceChange[],
  resources: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): readonly ResourceChange[] {
  const changed = new Set(changes.map(({ address }) => address));
  return [...resources].flatMap(([address, body]): readonly ResourceChange[] => {
    const [, template = ""] = NEWEST.exec(JSON.stringify(body["launch_template"] ?? null)) ?? [];
    if (!changed.has(template)) return [];
    return [
      {
        address,
        arguments: [{ name: "launch_template", before: undefined, after: body["launch_template"] }],
      },
    ];
  });
}
