import { guestFacts } from "../../aws/facts/guests.ts";
import { serverNames } from "../../aws/ipv4-only-names.ts";
import { ecrRegistry } from "../../model/ecs/container-images.ts";
import { imagesPulledWithoutIpv4 } from "../../model/ecs/image-pulls.ts";
import type { Rule } from "../rule.ts";

/** Some registries have no IPv6. */
export const ecsIpv6OnlyImageRegistry: Rule<"ecs-ipv6-only-image-registry"> = {
  id: "ecs-ipv6-only-image-registry",
  severity: "warning",
  title: "IPv6-only tasks pull from registries that have IPv6.",
  why: "From an IPv6-only tier without NAT64 only registries with AAAA records are reached. Docker Hub has them, as seen in 2025, and needs no special name any more; the registry of GitHub has none. ECR's pull-through cache brings their images to ECR, whose dual-stack name has.",
  sources: [guestFacts.gitHubHasNoIpv6, guestFacts.dockerHubHasIpv6, guestFacts.ecrDualStackRegistry],
  check(network, report) {
    for (const { container, tier } of imagesPulledWithoutIpv4(network)) {
      const { registry } = container.image;
      const isKnown = serverNames.some(({ pattern, ipv4Only }) => ipv4Only && pattern.test(registry));
      if (!isKnown || ecrRegistry(registry) !== null) continue;
      report(
        [...container.path, "image"],
        `${registry} has no IPv6, and "${container.name}" is pulled in IPv6-only tier "${tier.name}"`,
        "copy the image into ECR, or give the tier NAT64 (nat64: true)",
      );
    }
  },
};
