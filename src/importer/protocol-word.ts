import { protocolOfNumber, securityGroupProtocolNumber } from "../aws/protocols.ts";

/** The protocol as security group rules have it: a word where AWS has one. */
export function protocolWord(text: string): string {
  const number = securityGroupProtocolNumber(text);
  return number === null ? text : (protocolOfNumber(number)?.securityGroupWord ?? String(number));
}
