/** The source documents, in plain words; and what no document says, but many believe. */
export const sourceDocuments = {
  overview: "An undated overview of IPv6 in EC2",
  minorityReport: "“Minority report”, an article of April 2022 on IPv6-only subnets",
  ipv6OnlyEc2: "“IPv6-only EC2”, an article of January 2022",
  migrationGuide: "AWS's guide to migrating a VPC to IPv6, as it was about 2021",
  boshNotes: "Notes on BOSH on AWS with IPv6, of 2016 and 2017",
  belief: "In none of the documents, but commonly believed",
} as const;

/** One claim of a source document that needs more than a nod, and what is true today. */
export interface Correction {
  readonly document: keyof typeof sourceDocuments;
  /** Shortened, in the document's sense. */
  readonly claim: string;
  /** wrong: it never was so. outdated: it was. incomplete: true, with something left out. holds: true still. */
  readonly verdict: "wrong" | "outdated" | "incomplete" | "holds" | "not verified";
  readonly truth: string;
  /** From when on the truth is true: a date, or the first version of the AWS provider. */
  readonly since?: string;
  /** Address of the page, number of the RFC, or exact name of the evidence. */
  readonly source: string;
  /** The day on which the truth was last held against its source, as YYYY-MM-DD. */
  readonly checked: string;
  readonly confidence: "high" | "medium" | "low";
  /** Ids of the rules that act on it. */
  readonly rules: readonly string[];
  /** Names of the blueprints that do it right. */
  readonly blueprints: readonly string[];
  /** Where else Hextet acts on it: a key of the blueprint, or what it never writes. */
  readonly elsewhere?: string;
}
