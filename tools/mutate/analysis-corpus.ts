import "../../test/model/compute/addresses-of-hosts.test.ts";
import "../../test/model/ecs/container-images.test.ts";
import "../../test/model/filtering/network-acl-analysis.test.ts";
import "../../test/model/filtering/network-acl-numbers.test.ts";
import "../../test/model/filtering/peers.test.ts";
import "../../test/model/routing/ipv4-reach.test.ts";
import { collectedCases } from "./collected-tests.ts";
import {
  type Case,
  type CorpusFile,
  type CorpusNetwork,
  casesOf as casesOfRules,
  networksOf as networksOfFiles,
} from "./corpus.ts";

/** The networks of the corpus. Throws when a blueprint has errors that are no rule's. */
export function networksOf(files: readonly CorpusFile[]): readonly CorpusNetwork[] {
  return networksOfFiles(files);
}

/** Every rule asked about every network, and the tests of the analyses themselves. */
export function casesOf(networks: readonly CorpusNetwork[]): readonly Case[] {
  return [...collectedCases("analysis"), ...casesOfRules(networks)];
}
