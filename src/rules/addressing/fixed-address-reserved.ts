import { RESERVED_ADDRESSES } from "../../aws/address-sizes.ts";
import { addressingFacts } from "../../aws/facts/addressing.ts";
import { fixedAddresses } from "../../model/compute/fixed-addresses.ts";
import type { Rule } from "../rule.ts";

/** The first four addresses of a subnet and its last one are AWS's. */
export const fixedAddressReserved: Rule<"fixed-address-reserved"> = {
  id: "fixed-address-reserved",
  severity: "error",
  title: "A chosen address is none of the first four of its subnet, nor the last.",
  why: "AWS keeps the first four addresses and the last one of every subnet's block for itself, in both families. EC2 refuses to give them to a host.",
  sources: [addressingFacts.reservedAddresses],
  check(network, report) {
    const { first, last } = RESERVED_ADDRESSES;
    for (const { path, text, number, size } of fixedAddresses(network)) {
      if (number === null || (number >= BigInt(first) && number < size - BigInt(last))) continue;
      report(
        path,
        `address "${text}" is reserved by AWS`,
        `the subnet's addresses for hosts are number ${first} to the last but one`,
      );
    }
  },
};
