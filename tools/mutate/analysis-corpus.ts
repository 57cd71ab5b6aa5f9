import "../../test/model/addressing/written-cidrs.test.ts";
import "../../test/model/compute/addresses-of-hosts.test.ts";
import "../../test/model/dns/server-names.test.ts";
import "../../test/model/ecs/container-images.test.ts";
import "../../test/model/ecs/services.test.ts";
import "../../test/model/filtering/groups-with-ipv6.test.ts";
import "../../test/model/filtering/network-acl-analysis.test.ts";
import "../../test/model/filtering/network-acl-conversations.test.ts";
import "../../test/model/filtering/network-acl-numbers.test.ts";
import "../../test/model/filtering/peers.test.ts";
import "../../test/model/filtering/traffic.test.ts";
import "../../test/model/ipam/taken-blocks.test.ts";
import "../../test/model/load-balancing/source-nat.test.ts";
import "../../test/model/lookup.test.ts";
import "../../test/model/routing/ipv4-reach.test.ts";
import "../../test/model/routing/route-lookup.test.ts";
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
