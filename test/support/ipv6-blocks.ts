import {
  formatAddress,
  formatPrefix,
  hostAddress,
  type Prefix,
  parsePrefix,
  subPrefix,
} from "../../src/base/prefix.ts";

/** The `number`th /64 of a block as the AWS API shows it, zero-padded or not, in canonical form. */
export function subnetOf(block: string, number: number): string {
  return formatPrefix(subnetPrefix(block, number));
}

/** An address of the `number`th /64 of a block, in canonical form. */
export function addressIn(block: string, number: number, host: number): string {
  return formatAddress("ipv6", hostAddress(subnetPrefix(block, number), host));
}

function subnetPrefix(block: string, number: number): Prefix {
  const prefix = parsePrefix(block);
  if (prefix === null) throw new Error(`${block} is no block`);
  return subPrefix(prefix, 64 - prefix.length, number);
}
