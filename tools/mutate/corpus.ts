import { dirname } from "node:path";
import type { Network } from "../../src/model/types/network.ts";
import { compile } from "../../src/pipeline.ts";
import { allRules } from "../../src/rules/all-rules.ts";
import { judge } from "../../src/rules/judge.ts";
import type { Rule } from "../../src/rules/rule.ts";

/** A blueprint's text, by its file. */
export interface CorpusFile {
  readonly file: string;
  readonly text: string;
}

/** A blueprint of the corpus, normalised. */
export interface CorpusNetwork {
  readonly file: string;
  readonly network: Network;
}

/** One question: what does this rule say of this blueprint? */
export interface Case {
  readonly rule: string;
  readonly file: string;
  /** The findings as text: place, message and hint. */
  readonly ask: () => string;
}

const TODAY = "2026-11-21";

/** The networks of the corpus. Throws when a blueprint has errors that are no rule's. */
export function networksOf(files: readonly CorpusFile[]): readonly CorpusNetwork[] {
  return files.map(({ file, text }) => {
    const beside = files.filter((other) => /\/beside-[^/]+$/.test(other.file) && other.file !== file);
    const ofFolder = beside.filter((other) => dirname(other.file) === dirname(file));
    const [network] = compile([{ file, text }], TODAY, [], undefined, ofFolder).judged;
    if (network === undefined) throw new Error(`${file} is no network`);
    return { file, network };
  });
}

/** Every rule asked about every network; where something is accepted, the acceptances as well. */
export function casesOf(networks: readonly CorpusNetwork[]): readonly Case[] {
  return networks.flatMap(({ file, network }) => {
    const cases = allRules.map((rule) => ({ rule: rule.id, file, ask: () => say(network, [rule]) }));
    const accepts = network.acceptances.length > 0;
    return accepts ? [...cases, { rule: "accept", file, ask: () => say(network, allRules) }] : cases;
  });
}

function say(network: Network, rules: readonly Rule[]): string {
  return JSON.stringify(
    judge({ ...network, acceptances: rules === allRules ? network.acceptances : [] }, TODAY, rules),
  );
}
