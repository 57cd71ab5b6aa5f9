import { ecsFacts } from "../../aws/facts/ecs.ts";
import { guestFacts } from "../../aws/facts/guests.ts";
import { dualStackEcrName, ecrRegistry, isIpv4OnlyEcr } from "../../model/ecs/container-images.ts";
import { imagesPulledWithoutIpv4 } from "../../model/ecs/image-pulls.ts";
import { hasAaaaRecords, hasPrivateName } from "../../model/endpoints/private-names.ts";
import type { VpcEndpoint } from "../../model/types/vpc-endpoints.ts";
import type { Rule } from "../rule.ts";

/** ECR has two names, and only one of them has IPv6. */
export const ecsIpv6OnlyImageName: Rule<"ecs-ipv6-only-image-name"> = {
  id: "ecs-ipv6-only-image-name",
  severity: "error",
  title: "IPv6-only tasks pull from ECR at its dual-stack name.",
  why: "ECR answers over IPv6 since May 2025, at <account>.dkr-ecr.<region>.on.aws only; the usual name dkr.ecr….amazonaws.com has no AAAA records. From an IPv6-only tier without NAT64 the pull fails and the task never starts. Whether a dualstack interface endpoint to ecr.dkr helps, AWS's pages do not agree; where the VPC has one, a warning says so.",
  sources: [ecsFacts.ecsIpv6OnlyImages, guestFacts.ecrDualStackRegistry],
  check(network, report) {
    if (network.vpcEndpoints.some(givesIpv6ToEcr)) return;
    for (const { container, tier } of imagesPulledWithoutIpv4(network)) {
      const { registry, text } = container.image;
      const ecr = ecrRegistry(registry);
      if (ecr === null || !isIpv4OnlyEcr(registry)) continue;
      report(
        [...container.path, "image"],
        `${registry} has no IPv6, and "${container.name}" is pulled in IPv6-only tier "${tier.name}"`,
        `write ${dualStackEcrName(ecr)}${text.slice(text.indexOf("/"))}`,
      );
    }
  },
};

/** With private DNS and AAAA records the usual name has IPv6 inside this VPC, if EC2 makes such an endpoint to ECR. */
function givesIpv6ToEcr(endpoint: VpcEndpoint): boolean {
  return endpoint.service === "ecr.dkr" && hasPrivateName(endpoint) && hasAaaaRecords(endpoint);
}
