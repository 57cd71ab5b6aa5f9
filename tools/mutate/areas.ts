/** A part of the sources that is scored by itself. */
export interface Area {
  readonly name: string;
  /** True for a file (relative to the repository) that gets mutants. */
  readonly isTarget: (file: string) => boolean;
}

const ANALYSES =
  /(-(lookup|analysis|conversations|twins|numbers)|\/(lookup|cidr|traffic|peers|written-cidrs|ipv4-reach|what-is-there|fixed-addresses|instance-addresses|image-pulls|container-images|server-names|source-nat))\.ts$/;

/** What is scored: the rules, and what the model works out for them. */
export const areas: readonly Area[] = [
  { name: "rules", isTarget: (file) => file.startsWith("src/rules/") && !isList(file) },
  { name: "analysis", isTarget: (file) => file.startsWith("src/model/") && ANALYSES.test(file) },
];

function isList(file: string): boolean {
  return file.endsWith("-rules.ts");
}
