import { destinationFacts } from "../facts/destinations.ts";
import type { Fact } from "../facts/fact.ts";
import { guestFacts } from "../facts/guests.ts";
import type { EndpointService } from "../vpc-endpoint-services.ts";
import type { Destination, DestinationName, DestinationPart } from "./destination.ts";
import { named } from "./named.ts";

const SDK_SETTING = "AWS_USE_DUALSTACK_ENDPOINT=true, or use_dualstack_endpoint = true";

/** An API whose names follow AWS's scheme. */
interface ServiceInShort {
  readonly id: EndpointService;
  readonly what: string;
  /** What tells of its dual-stack name. */
  readonly sources: readonly Fact[];
  /** How its usual name begins; absent: as its id. */
  readonly usual?: string;
  readonly usualFamilies?: DestinationName["families"];
  readonly usualSources?: readonly Fact[];
  /** How its dual-stack name begins; absent: as its id. */
  readonly dualStack?: string;
  readonly dualStackFamilies?: DestinationName["families"];
  /** Whether its VPC endpoint answers for the dual-stack name; absent: no source tells. */
  readonly endpointAnswersDualStack?: DestinationName["endpointAnswers"];
  readonly setting?: string;
  readonly neededWhen?: string;
  readonly instead?: string;
}

/** The API of a service of AWS, which answers over IPv4 at its usual name and over both families at another. */
export function servicePart(service: ServiceInShort): DestinationPart {
  const { id, what, usual = id, dualStack = id, setting = SDK_SETTING } = service;
  const optIn = setting === SDK_SETTING ? [guestFacts.sdkDualStackIsOptIn] : [];
  return {
    what,
    neededWhen: service.neededWhen ?? null,
    instead: service.instead ?? null,
    names: [
      named({
        name: `${usual}.{region}.{dnsSuffix}`,
        families: service.usualFamilies ?? ["ipv4"],
        endpointService: id,
        endpointAnswers: "yes",
        sources: service.usualSources ?? [destinationFacts.awsUsualNamesAreIpv4],
      }),
      named({
        name: `${dualStack}.{region}.{dualStackSuffix}`,
        families: service.dualStackFamilies ?? ["ipv4", "ipv6"],
        setting,
        endpointService: id,
        endpointAnswers: service.endpointAnswersDualStack ?? "unknown",
        sources: [...service.sources, destinationFacts.dualStackNamesOfSdks, ...optIn],
      }),
    ],
  };
}

/** A destination that is one such API. */
export function serviceDestination(service: ServiceInShort): Destination {
  const { id, what } = service;
  return { id, what, protocol: "tcp", port: 443, place: "internet", parts: [servicePart(service)] };
}
