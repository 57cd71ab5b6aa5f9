import { addressingFacts } from "../../aws/facts/addressing.ts";
import { computeFacts } from "../../aws/facts/compute.ts";
import type { Fact } from "../../aws/facts/fact.ts";
import { interruptionFacts } from "../../aws/facts/interruptions.ts";
import { resourceTypeOf } from "../../model/migration/terraform-address.ts";
import type { ResourceChange, StageChanges } from "../../model/types/migration.ts";
import type { Network } from "../../model/types/network.ts";

/** Something that a stage, or taking it back, interrupts or loses, and the facts that say so. */
export interface Interruption {
  readonly address: string;
  /** One sentence. */
  readonly says: string;
  readonly facts: readonly Fact[];
}

const DATABASES = new Set(["aws_db_instance", "aws_rds_cluster"]);
const HOLDS_DATA = /^(aws_db_instance|aws_rds_cluster|aws_instance|aws_elasticache_\w*(cluster|group))\./;
const VPC_BLOCKS = new Set(["aws_vpc", "aws_vpc_ipv6_cidr_block_association"]);

/** What applying a stage interrupts. Only what is known to: silence is no promise. */
export function interruptionsOf(network: Network, { adds, changes }: StageChanges): readonly Interruption[] {
  return [
    ...adds.flatMap((change) => newRouteTables(network, change)),
    ...changes.flatMap((change) => [...resizes(network, change), ...networkTypes(change)]),
  ];
}

/** What taking a stage back interrupts or loses for good, beside what the stage made, which is destroyed. */
export function rollbackLossesOf(network: Network, stage: StageChanges): readonly Interruption[] {
  const changes = stage.changes.map(takenBack);
  return [
    ...changes.flatMap((change) => [...resizes(network, change), ...networkTypes(change)]),
    ...changes.flatMap(primaryAddresses),
    ...[...stage.adds, ...changes].flatMap(vpcBlocks),
    ...stage.adds.flatMap(keptData),
  ];
}

/** Before the stage, Terraform ignores what may have been there already: the way back leaves it as it is. */
function takenBack(change: ResourceChange): ResourceChange {
  return { ...change, arguments: change.arguments.filter(({ mayBeThere }) => mayBeThere !== true) };
}

function newRouteTables(network: Network, change: ResourceChange): readonly Interruption[] {
  const subnet = argumentOf(change, "subnet_id")?.after;
  const routeTable = argumentOf(change, "route_table_id")?.after;
  if (typeOf(change) !== "aws_route_table_association") return [];
  if (!isThere(network, subnet) || isThere(network, routeTable)) return [];
  const says =
    "An existing subnet gets a new route table: routes that only its route table of today has, over IPv4 too, are gone for it.";
  return [{ address: change.address, says, facts: [interruptionFacts.routeTableOfSubnetIsReplaced] }];
}

/** True for what was there before the blueprint; `value` is what Terraform JSON names a resource by. */
function isThere({ existing }: Network, value: unknown): boolean {
  const there = [...(existing?.imports ?? []), ...(existing?.references ?? [])];
  return there.some(({ address, id }) => value === `\${${address}.id}` || value === id);
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
      says: "May be interrupted. The change waits for the maintenance window unless apply_immediately is set, and the plan shows it again until then. Do nothing else with it.",
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

function keptData(change: ResourceChange): readonly Interruption[] {
  if (!HOLDS_DATA.test(change.address)) return [];
  return [
    { address: change.address, says: "Destroyed, with what was written to it since the stage.", facts: [] },
  ];
}

function typeOf({ address }: ResourceChange): string {
  return resourceTypeOf(address);
}

function argumentOf(change: ResourceChange, name: string) {
  return change.arguments.find((argument) => argument.name === name);
}
