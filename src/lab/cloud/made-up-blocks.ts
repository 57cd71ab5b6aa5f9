import { invariant } from "../../base/invariant.ts";
import {
  bitsOf,
  contains,
  formatPrefix,
  networkOf,
  overlaps,
  type Prefix,
  parsePrefix,
  subPrefix,
} from "../../base/prefix.ts";
import { CannotModel } from "../stack/cannot-model.ts";
import type { TerraformStack } from "../stack/terraform-stack.ts";

/** Blocks shorter than this are "everywhere" (`::/0`, `2000::/3`): what AWS gives lies in them too. */
const EVERYWHERE = 12;
/** RFC 9637: documentation, and inside 2000::/3 as all that Amazon gives; few write it into rules. */
const IPV6_POOL = prefix("3fff::/20");
/** RFC 2544: for measurements; on the internet nobody has it. */
const IPV4_POOL = prefix("198.18.0.0/15");

/**
 * Gives blocks for what only AWS would know, such as the IPv6 block of a VPC: disjoint, in the order asked, and apart from
 * every prefix that the stack itself writes, so that no rule means them by accident.
 */
export class MadeUpBlocks {
  readonly #taken: Prefix[];

  constructor(stack: TerraformStack) {
    this.#taken = writtenPrefixes(stack);
  }

  /** An IPv6 block of the length out of the pool. Throws CannotModel when none is left. */
  ipv6(length: number, pool: Prefix = IPV6_POOL): Prefix {
    return this.#next(pool, length);
  }

  /** One public IPv4 address. */
  ipv4(): bigint {
    return this.ipv4Block(32).address;
  }

  /** An IPv4 block of the length out of the pool. */
  ipv4Block(length: number, pool: Prefix = IPV4_POOL): Prefix {
    return this.#next(pool, length);
  }

  /** The first free one but the pool's first. Where something is in the way, it goes on behind that, however large it is. */
  #next(pool: Prefix, length: number): Prefix {
    for (let index = 1n; ; ) {
      const block = blockIn(pool, length, index);
      // A written prefix in which the whole pool lies keeps nothing of it.
      const inTheWay = this.#taken.find((taken) => overlaps(taken, block) && !contains(taken, pool));
      if (inTheWay === undefined) {
        this.#taken.push(block);
        return block;
      }
      index = inTheWay.length >= length ? index + 1n : indexOf(pool, length, inTheWay) + 1n;
    }
  }
}

function blockIn(pool: Prefix, length: number, index: bigint): Prefix {
  const newBits = length - pool.length;
  if (newBits < 0 || index >> BigInt(newBits) !== 0n)
    throw new CannotModel("the stack", `${formatPrefix(pool)} has no further block of length ${length}`);
  return subPrefix(pool, newBits, index);
}

/** The number of the last block of that length in a larger one. */
function indexOf(pool: Prefix, length: number, larger: Prefix): bigint {
  const bits = bitsOf(pool.family);
  const start = networkOf(larger).address - networkOf(pool).address;
  const end = start + (1n << BigInt(bits - larger.length));
  return (end >> BigInt(bits - length)) - 1n;
}

function writtenPrefixes(stack: TerraformStack): Prefix[] {
  const found: Prefix[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === "string") {
      const prefix = parsePrefix(value);
      if (prefix !== null && prefix.length >= EVERYWHERE) found.push(prefix);
    } else if (typeof value === "object" && value !== null) {
      Object.values(value).forEach(walk);
    }
  };
  for (const { body } of stack.resources) walk(body);
  return found;
}

function prefix(text: string): Prefix {
  const parsed = parsePrefix(text);
  invariant(parsed !== null, `${text} is no prefix`);
  return parsed;
}
