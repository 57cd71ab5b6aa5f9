import { findServerName } from "../../aws/destinations/server-names.ts";
import { destinationFacts } from "../../aws/facts/destinations.ts";
import { guestFacts } from "../../aws/facts/guests.ts";
import { ecrRegistry } from "../../model/ecs/container-images.ts";
import { imagesPulledWithoutIpv4 } from "../../model/ecs/image-pulls.ts";
import type { Rule } from "../rule.ts";

/** Some registries have no IPv6. */
export const ecsIpv6OnlyImageRegistry: Rule<"ecs-ipv6-only-image-registry"> = {
  id: "ecs-ipv6-only-image-registry",
  severity: "warning",
  title: "IPv6-only tasks pull from registries that have IPv6.",
  why: "From an IPv6-only tier without NAT64 only registries with AAAA records are reached. Docker Hub has them, as seen in 2025, and needs no special name any more; the registry of GitHub has none, and public ECR has them at ecr-public.aws.com alone. ECR's pull-through cache brings their images to ECR, whose dual-stack name has.",
  sources: [
    guestFacts.gitHubHasNoIpv6,
    guestFacts.dockerHubHasIpv6,
    guestFacts.ecrDualStackRegistry,
    destinationFacts.publicEcrNames,
  ],
  check(network, report) {
    for (const { container, tier } of imagesPulledWithoutIpv4(network)) {
      const { registry } = container.image;
      const server = findServerName(registry);
      if (server?.ipv4Only !== true || ecrRegistry(registry) !== null) continue;
      report(
        [...container.path, "image"],
        `${registry} has no IPv6, and "${container.name}" is pulled in IPv6-only tier "${tier.name}"`,
        server.instead,
      );
    }
  },
};
