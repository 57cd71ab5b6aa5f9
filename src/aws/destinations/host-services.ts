import { computeFacts } from "../facts/compute.ts";
import { destinationFacts } from "../facts/destinations.ts";
import { guestFacts } from "../facts/guests.ts";
import {
  IMDS_IPV4_ADDRESS,
  IMDS_IPV6_ADDRESS,
  NTP_IPV4_ADDRESS,
  NTP_IPV6_ADDRESS,
} from "../well-known-prefixes.ts";
import type { Destination } from "./destination.ts";
import { named } from "./named.ts";

/** Time, metadata and public resolvers: what hosts ask by address. */
export const hostServices: readonly Destination[] = [
  {
    id: "time-sync",
    what: "Amazon Time Sync, from the hypervisor",
    protocol: "udp",
    port: 123,
    place: "link-local",
    parts: [
      {
        what: "time",
        neededWhen: null,
        instead: null,
        names: [
          named({ name: NTP_IPV4_ADDRESS, families: ["ipv4"], sources: [guestFacts.timeSyncOverIpv6] }),
          named({
            name: NTP_IPV6_ADDRESS,
            families: ["ipv6"],
            setting: "the address as the one server in the configuration of chrony",
            sources: [guestFacts.timeSyncOverIpv6],
          }),
        ],
      },
    ],
  },
  {
    id: "time.aws.com",
    what: "Amazon Time Sync, from the internet",
    protocol: "udp",
    port: 123,
    place: "internet",
    parts: [
      {
        what: "time",
        neededWhen: null,
        instead: `write ${NTP_IPV6_ADDRESS}, which answers on Nitro`,
        names: [
          named({
            name: "time.aws.com",
            families: "unknown",
            sources: [destinationFacts.namesOfUnknownFamilies],
          }),
        ],
      },
    ],
  },
  {
    id: "instance-metadata",
    what: "the instance metadata service",
    protocol: "tcp",
    port: 80,
    place: "link-local",
    parts: [
      {
        what: "metadata and credentials",
        neededWhen: null,
        instead: null,
        names: [
          named({ name: IMDS_IPV4_ADDRESS, families: ["ipv4"], sources: [guestFacts.sdkImdsIpv6IsOptIn] }),
          named({
            name: IMDS_IPV6_ADDRESS,
            families: ["ipv6"],
            setting:
              "http_protocol_ipv6 of the instance, and AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE=IPv6 for SDKs",
            sources: [
              computeFacts.imdsIpv6IsOffByDefault,
              computeFacts.imdsIpv6NeedsNitro,
              guestFacts.sdkImdsIpv6IsOptIn,
            ],
          }),
        ],
      },
    ],
  },
  resolver("google-dns", "Google's public resolver", "8.8.8.8", "2001:4860:4860::8888"),
  resolver("cloudflare-dns", "Cloudflare's public resolver", "1.1.1.1", "2606:4700:4700::1111"),
];

function resolver(id: string, what: string, ipv4: string, ipv6: string): Destination {
  const sources = [destinationFacts.publicResolvers];
  return {
    id,
    what,
    protocol: "udp",
    port: 53,
    place: "internet",
    parts: [
      {
        what: "answers",
        neededWhen: null,
        instead: null,
        names: [
          named({ name: ipv4, families: ["ipv4"], sources }),
          named({ name: ipv6, families: ["ipv6"], setting: "the address as name server", sources }),
        ],
      },
    ],
  };
}
