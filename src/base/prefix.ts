/** An address family, in AWS's lower-case words. */
export type AddressFamily = "ipv4" | "ipv6";

/**
 * A block of IP addresses. `address` keeps the bits as written, host bits included, so that a rule can say what is
 * wrong; `length` counts the bits of the network part.
 */
export interface Prefix {
  readonly family: AddressFamily;
  readonly address: bigint;
  readonly length: number;
}

/** The number of bits of an address of the family: 32 or 128. */
export function bitsOf(family: AddressFamily): number {
  return family === "ipv4" ? 32 : 128;
}
