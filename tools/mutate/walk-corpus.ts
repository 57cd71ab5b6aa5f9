import "../../test/reach/findings/findings.test.ts";
import "../../test/reach/walk/endpoint-names.test.ts";
import "../../test/reach/walk/foreign-addresses.test.ts";
import "../../test/reach/walk/inspection.test.ts";
import "../../test/reach/walk/trace-query.test.ts";
import { reachRules } from "../../src/rules/reach/reach-rules.ts";
import { collectedCases } from "./collected-tests.ts";
import {
  type Case,
  type CorpusFile,
  type CorpusNetwork,
  casesOf as casesOfRules,
  networksOf as networksOfFiles,
} from "./corpus.ts";

const IDS = new Set<string>(reachRules.map(({ id }) => id));

/** The networks of the rules that follow packets. */
export function networksOf(files: readonly CorpusFile[]): readonly CorpusNetwork[] {
  return networksOfFiles(files.filter(({ file }) => IDS.has(file.split("/")[0] ?? "")));
}

/** The rules that follow packets, asked about their own networks, and the tests of the walk itself. */
export function casesOf(networks: readonly CorpusNetwork[]): readonly Case[] {
  return [...collectedCases("walk"), ...casesOfRules(networks).filter(({ rule }) => IDS.has(rule))];
}
