/** A part of the sources that is scored by itself. */
export interface Area {
  readonly name: string;
  /** The module with the cases that are asked, relative to the repository. */
  readonly corpus: string;
  /** True for a file (relative to the repository) that gets mutants. */
  readonly isTarget: (file: string) => boolean;
}

const ANALYSES =
  /(-(lookup|analysis|conversations|twins|numbers)|\/(lookup|cidr|traffic|peers|written-cidrs|ipv4-reach|what-is-there|fixed-addresses|instance-addresses|image-pulls|container-images|server-names|source-nat))\.ts$/;

/** The judgement of a plan of a migration: what `hextet migrate check` lets through. */
const JUDGEMENT =
  /^src\/model\/migration\/(announced|first-stage|is-less|judge-[a-z]+|losses|plan-[a-z]+|read-plan|stage-step|unused-hook)\.ts$/;

/** What is scored: the rules, what the model works out for them, the guard of migrations, and the walk of packets. */
export const areas: readonly Area[] = [
  {
    name: "rules",
    corpus: "tools/mutate/corpus.ts",
    isTarget: (file) => file.startsWith("src/rules/") && !isList(file),
  },
  {
    name: "analysis",
    corpus: "tools/mutate/analysis-corpus.ts",
    isTarget: (file) => file.startsWith("src/model/") && ANALYSES.test(file),
  },
  {
    name: "migration",
    corpus: "tools/mutate/migration-corpus.ts",
    isTarget: (file) => JUDGEMENT.test(file),
  },
  {
    name: "walk",
    corpus: "tools/mutate/walk-corpus.ts",
    isTarget: (file) => file.startsWith("src/reach/walk/"),
  },
];

function isList(file: string): boolean {
  return file.endsWith("-rules.ts");
}
