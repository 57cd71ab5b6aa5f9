import type { Fact } from "../aws/fact.ts";
import { addressingFacts } from "../aws/facts-addressing.ts";
import { computeFacts } from "../aws/facts-compute.ts";
import { filteringFacts } from "../aws/facts-filtering.ts";
import { interruptionFacts } from "../aws/facts-interruptions.ts";
import type { ResourceChange, StageChanges } from "../model/types/migration.ts";
import type { Network } from "../model/types/network.ts";

/** Something that a stage, or taking it back, interrupts or loses, and the facts that say so. */
export interface Interruption {
  readonly address: string;
  /** One sentence. */
  readonly says: string;
  readonly facts: readonly Fact[];
}

const DATABASES = new Set(["aws_db_instance", "aws_rds_cluster"]);
const VPC_BLOCKS = new Set(["aws_vpc", "aws_vpc_ipv6_cidr_block_association"]);

/** What applying a stage interrupts. Only what is known to: silence is no promise. */
export function interruptionsOf(network: Network, { adds, changes }: StageChanges): readonly Interruption[] {
  return [
    ...adds.flatMap((change) => newNetworkAcls(network, change)),
    ...changes.flatMap((change) => [...resizes(network, change), ...networkTypes(change)]),
  ];
}

/** What taking a stage back interrupts or loses for good, beside what the stage made, which is destroyed. */
export function rollbackLossesOf(network: Network, stage: StageChanges): readonly Interruption[] {
  return [
    ...interruptionsOf(network, stage),
    ...stage.changes.flatMap(primaryAddresses),
    ...[...stage.adds, ...stage.changes].flatMap(vpcBlocks),
  ];
}

function newNetworkAcls(network: Network, change: ResourceChange): readonly Interruption[] {
  const subnets = argumentOf(change, "subnet_ids")?.after;
  if (typeOf(change) !== "aws_network_acl" || !Array.isArray(subnets)) return [];
  const there = [...(network.existing?.imports ?? []), ...(network.existing?.references ?? [])];
  const isCutOff = there.some(({ address }) => subnets.includes(`\${${address}.id}`));
  if (!isCutOff) return [];
  const says =
    "Existing subnets get a new network ACL, which denies everything until its entries are made: for some seconds nothing passes.";
  return [{ address: change.address, says, facts: [filteringFacts.networkAclCustomDeniesAll] }];
}

function resizes(network: Network, change: ResourceChange): readonly Interruption[] {
  if (typeOf(change) !== "aws_instance" || argumentOf(change, "instance_type") === undefined) return [];
  const name = change.address.slice("aws_instance.".length);
  const instance = network.compute.instances.find((one) => one.name === name);
  const losesPublicIpv4 = instance?.elasticIp !== true;
  const { instanceTypeChangeStops, stopErasesInstanceStore, stopReleasesPublicIpv4 } = interruptionFacts;
  const address = losesPublicIpv4
    ? " A public IPv4 address that is no Elastic IP is another one afterwards."
    : "";
  return [
    {
      address: change.address,
      says: `Stopped and started again. What is in memory and on instance store volumes is lost.${address}`,
      facts: [
        instanceTypeChangeStops,
        stopErasesInstanceStore,
        ...(losesPublicIpv4 ? [stopReleasesPublicIpv4] : []),
      ],
    },
  ];
}

function networkTypes(change: ResourceChange): readonly Interruption[] {
  if (!DATABASES.has(typeOf(change)) || argumentOf(change, "network_type") === undefined) return [];
  const { databaseNetworkTypeMayInterrupt, databaseChangeWaitsForWindow } = interruptionFacts;
  return [
    {
      address: change.address,
      says: "May be interrupted, and the change waits for the maintenance window unless it is applied at once. Plan it for the window, and nothing else with it.",
      facts: [databaseNetworkTypeMayInterrupt, databaseChangeWaitsForWindow],
    },
  ];
}

function primaryAddresses(change: ResourceChange): readonly Interruption[] {
  const isGiven = argumentOf(change, "enable_primary_ipv6")?.after === true;
  if (typeOf(change) !== "aws_instance" || !isGiven) return [];
  const says =
    "Its primary IPv6 address cannot be taken away: it stays until the instance is terminated, so the stage is not taken back whole.";
  return [{ address: change.address, says, facts: [computeFacts.primaryIpv6CannotBeDisabled] }];
}

function vpcBlocks(change: ResourceChange): readonly Interruption[] {
  const isAmazons = argumentOf(change, "assign_generated_ipv6_cidr_block")?.after === true;
  if (!VPC_BLOCKS.has(typeOf(change)) || !isAmazons) return [];
  const says =
    "The block goes back to Amazon. Going forward again may give another one: whoever wrote addresses of it down has to be told.";
  return [{ address: change.address, says, facts: [addressingFacts.amazonProvidedBlockIs56] }];
}

function typeOf({ address }: ResourceChange): string {
  return address.split(".", 1)[0] ?? "";
}

function argumentOf(change: ResourceChange, name: string) {
  return change.arguments.find((argument) => argument.name === name);
}
