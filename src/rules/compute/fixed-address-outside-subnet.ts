import { computeFacts } from "../../aws/facts/compute.ts";
import { formatAddress, formatPrefix, parseAddress } from "../../base/prefix.ts";
import { type FixedAddress, fixedAddresses } from "../../model/compute/fixed-addresses.ts";
import type { Rule } from "../rule.ts";

/** A chosen address lies in the subnet's block. */
export const fixedAddressOutsideSubnet: Rule<"fixed-address-outside-subnet"> = {
  id: "fixed-address-outside-subnet",
  severity: "error",
  title: "A chosen address lies in the block of its subnet.",
  why: "EC2 refuses an address outside the subnet's block. The block that Amazon provides is not known before apply, so that no whole address can be right for it: the host part alone, such as ::4, counts from the start of whatever block the subnet gets.",
  sources: [computeFacts.fixedAddressesInsideSubnet],
  check(network, report) {
    for (const fixed of fixedAddresses(network)) {
      if (fixed.number !== null) continue;
      const where =
        fixed.block === null ? "which is not known before apply" : `"${formatPrefix(fixed.block)}"`;
      report(
        fixed.path,
        `address "${fixed.text}" is not in the block of subnet ${fixed.subnet.id}, ${where}`,
        hintFor(fixed),
      );
    }
  },
};

function hintFor({ text, size }: FixedAddress): string | undefined {
  const parsed = parseAddress(text);
  if (parsed?.family !== "ipv6") return undefined;
  return `write the host part alone: "${formatAddress("ipv6", parsed.address % size)}"`;
}
