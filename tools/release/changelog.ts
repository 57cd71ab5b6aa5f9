/** The names of the files among those of `.changeset/` that describe a change. */
export function changesIn(names: readonly string[]): readonly string[] {
  return names.filter((name) => name.endsWith(".md") && name !== "README.md");
}

/** The changelog with the section that changesets made, in front of the newest one. Throws where there is no section. */
export function changelogWith(changelog: string, made: string): string {
  const section = made.slice(made.indexOf("## ")).trim();
  const newest = changelog.indexOf("\n## ");
  if (!section.startsWith("## ") || newest < 0) throw new Error("there is no section of a version");
  return `${changelog.slice(0, newest)}\n${section}\n${changelog.slice(newest)}`;
}

/** Why what a tag names cannot be released yet, one line each. */
export function tagProblems(
  tag: string,
  version: string,
  changelog: string,
  changesets: readonly string[],
): readonly string[] {
  const heads = changelog.split("\n").filter((line) => line.startsWith("## "));
  return [
    ...(tag === `v${version}` ? [] : [`the tag is ${tag}, and the version in the source is ${version}`]),
    ...(heads[0] === `## ${version}`
      ? []
      : [`CHANGELOG begins with "${heads[0]}" and not with "## ${version}"`]),
    ...changesIn(changesets).map(
      (name) => `.changeset/${name} is in no version yet: run npm run next-version`,
    ),
  ];
}
