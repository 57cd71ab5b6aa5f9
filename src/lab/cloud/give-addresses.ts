import { hostAddress, type Prefix } from "../../base/prefix.ts";
import { CannotModel } from "../stack/cannot-model.ts";
import type { NetworkInterface } from "./cloud.ts";
import type { MadeUpBlocks } from "./made-up-blocks.ts";
import type { Placement } from "./placement.ts";
import type { SubnetWithTable } from "./read-subnets.ts";

/** AWS keeps the first four addresses of a subnet, and the last of an IPv4 one. */
const FIRST_FREE = 4;

/** Addresses of subnets, none given twice. */
export class SubnetAddresses {
  readonly #given = new Set<string>();

  /** Takes a fixed address. Throws CannotModel when somebody has it. */
  take(owner: string, subnet: string, address: bigint): bigint {
    const key = `${subnet} ${address}`;
    if (this.#given.has(key)) throw new CannotModel(owner, "another interface has its address");
    this.#given.add(key);
    return address;
  }

  /** The next free address of a subnet's block. */
  next(owner: string, subnet: string, block: Prefix): bigint {
    for (let number = FIRST_FREE; ; number++) {
      const address = hostAddressOrNull(block, number);
      if (address === null) throw new CannotModel(owner, `${subnet} is full`);
      if (!this.#given.has(`${subnet} ${address}`)) return this.take(owner, subnet, address);
    }
  }
}

/** The network interfaces of placements: fixed addresses first, so that no other gets them. */
export function giveAddresses(
  placements: readonly Placement[],
  subnets: readonly SubnetWithTable[],
  addresses: SubnetAddresses,
  madeUp: MadeUpBlocks,
): readonly NetworkInterface[] {
  const isFixed = ({ ipv4, ipv6, chosen }: Placement) =>
    typeof ipv4 === "bigint" || typeof ipv6 === "bigint" || chosen !== undefined;
  const sorted = [...placements.filter(isFixed), ...placements.filter((one) => !isFixed(one))];
  const names = namesOf(placements);
  const made = sorted.flatMap((placement) =>
    placement.subnets.map((name) => {
      const subnet = subnets.find((one) => one.name === name);
      if (subnet === undefined)
        throw new CannotModel(placement.address, `its subnet ${name} is not in the stack`);
      return { placement, made: interfaceIn(placement, subnet, names, addresses, madeUp) };
    }),
  );
  // In the stack's order again.
  return placements.flatMap((placement) =>
    made.filter((one) => one.placement === placement).map((one) => one.made),
  );
}

function interfaceIn(
  placement: Placement,
  subnet: SubnetWithTable,
  names: ReadonlyMap<Placement, string>,
  addresses: SubnetAddresses,
  madeUp: MadeUpBlocks,
): NetworkInterface {
  const { address, securityGroups, listens, sourceDestCheck, denyAllIgwTraffic } = placement;
  const chosen = placement.chosen?.get(subnet.name);
  const wanted = placement.ipv6 === "on-creation" ? subnet.assignIpv6OnCreation : placement.ipv6;
  const ipv6 = chosen?.ipv6 ?? wanted;
  const given = (wish: bigint | boolean, block: Prefix | null): bigint | null => {
    if (typeof wish === "bigint") return addresses.take(address, subnet.name, wish);
    return wish && block !== null ? addresses.next(address, subnet.name, block) : null;
  };
  const wantedIpv4 = placement.ipv4 === true && subnet.ipv4 === null ? false : placement.ipv4;
  const ipv4 = given(chosen?.ipv4 ?? wantedIpv4, subnet.ipv4);
  const isPublic = placement.publicIpv4 === "on-launch" ? subnet.mapPublicIpOnLaunch : placement.publicIpv4;
  const name = names.get(placement) ?? address;
  return {
    name: placement.subnets.length === 1 ? name : `${name}@${subnet.name.replace(/^aws_subnet\./, "")}`,
    address,
    subnet: subnet.name,
    ipv4,
    ipv6: given(ipv6, subnet.ipv6),
    publicIpv4: isPublic && ipv4 !== null ? madeUp.ipv4() : null,
    securityGroups: securityGroups === "default" ? [`${subnet.vpc}#default`] : securityGroups,
    listens,
    sourceDestCheck,
    translates: placement.translates ?? false,
    denyAllIgwTraffic,
  };
}

/** The logical id; the whole address where two have the same. */
function namesOf(placements: readonly Placement[]): ReadonlyMap<Placement, string> {
  const idOf = ({ address }: Placement) => address.slice(address.indexOf(".") + 1);
  const ids = placements.map(idOf);
  const isUnique = (id: string) => ids.indexOf(id) === ids.lastIndexOf(id);
  return new Map(placements.map((one) => [one, isUnique(idOf(one)) ? idOf(one) : one.address]));
}

function hostAddressOrNull(block: Prefix, number: number): bigint | null {
  const bits = (block.family === "ipv4" ? 32 : 128) - block.length;
  const last = (1n << BigInt(bits)) - (block.family === "ipv4" ? 1n : 0n);
  return BigInt(number) < last ? hostAddress(block, number) : null;
}
