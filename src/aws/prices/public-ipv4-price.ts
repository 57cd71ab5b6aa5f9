import { addressingFacts } from "../facts/addressing.ts";

/** What AWS charges for each public IPv4 address, attached or not: US dollars an hour, the same in every region. */
export const publicIpv4Price = {
  dollarsAnHour: 0.005,
  hoursAMonth: 720,
  fact: addressingFacts.publicIpv4Charge,
};
