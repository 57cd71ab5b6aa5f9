import type { Path } from "../../../base/path.ts";
import { madeSubnets } from "../../addressing/made-subnets.ts";
import type { Network } from "../../types/network.ts";
import type { OutputValue } from "../../types/outputs.ts";
import type { SameVpc } from "../../types/references.ts";
import { producerOf, referenceAt } from "./find-joined.ts";
import { thingShown } from "./thing.ts";

/** The stacks of these networks that work in the same VPC as one. */
export function findSameVpc(
  network: Network,
  all: readonly Network[],
  placeOf: (stack: string, path: Path) => string,
): readonly SameVpc[] {
  const vpc = vpcOf(network, all);
  return all
    .filter((other) => other.name !== network.name && vpcOf(other, all) === vpc)
    .map((other) => ({
      stack: other.name,
      takesFrom: other.references.flatMap(({ stack }) => stack ?? []),
      subnets: madeSubnets(other).map((subnet) => ({
        subnet,
        ipv4Place: placeOf(other.name, subnet.ipv4?.path ?? []),
        ipv6Place: placeOf(other.name, subnet.ipv6?.path ?? []),
      })),
    }));
}

/** The same for two networks that work in one VPC, as far as blueprints tell. */
export function vpcOf(network: Network, all: readonly Network[]): string {
  const id = network.existing?.vpcId;
  if (id === undefined) return thingShown(network, OWN_VPC, null);
  const reference = referenceAt(network, id);
  if (reference === undefined) return id;
  const producer = producerOf(reference, all);
  const isVpc = producer?.value.kind === "vpc" && producer.value.attribute === "id";
  return isVpc && producer !== undefined ? vpcOf(producer.network, all) : reference.thing;
}

const OWN_VPC: OutputValue = { kind: "vpc", attribute: "id" };
