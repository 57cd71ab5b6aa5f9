import { type ProviderArgument, providerArguments } from "../../aws/provider-arguments.generated.ts";
import type { ProviderGap } from "../../aws/provider-gaps.ts";
import type { Path } from "../../base/path.ts";
import type { Network } from "../types/network.ts";
import type { Since } from "./argument-standing.ts";
import { describeGap } from "./choose-hook.ts";

/** Something that a blueprint makes the stack say, and that the oldest provider versions cannot. */
export interface ProviderNeed extends Since {
  /** As people write it, such as `aws_lb.enable_prefix_for_ipv6_source_nat`. */
  readonly what: string;
  /** What in the blueprint asks for it. */
  readonly path: Path;
}

/** All of them: what the blueprint's keys are written as, and what `terraform.hooks` leaves to the provider. */
export function providerNeeds(network: Network): readonly ProviderNeed[] {
  return [...needsOfKeys(network), ...needsOfHooks(network)];
}

/** Keys that older providers have no argument for, and no hook does. */
function needsOfKeys({ natGateways, tiers, eks, loadBalancers }: Network): readonly ProviderNeed[] {
  return [
    ...natGateways
      .filter(({ tier }) => tier === null)
      .map(({ path }) => need("aws_nat_gateway.availability_mode", [...path, "availabilityMode"])),
    ...tiers
      .filter(({ ipv4IpamPoolId }) => ipv4IpamPoolId !== null)
      .map(({ path }) => need("aws_subnet.ipv4_ipam_pool_id", [...path, "ipv4IpamPoolId"])),
    ...tiers
      .filter(({ ipv6IpamPoolId }) => ipv6IpamPoolId !== null)
      .map(({ path }) => need("aws_subnet.ipv6_ipam_pool_id", [...path, "ipv6IpamPoolId"])),
    ...eks.clusters
      .filter(({ controlPlaneEgressMode }) => controlPlaneEgressMode !== null)
      .map(({ path }) =>
        need("aws_eks_cluster.vpc_config.control_plane_egress_mode", [...path, "controlPlaneEgressMode"]),
      ),
    ...loadBalancers
      .flatMap(({ listeners }) =>
        listeners.filter(({ rules }) => rules.some(({ conditions }) => conditions.ipAddressType !== null)),
      )
      .map(({ path }) =>
        need("aws_lb_listener_rule.condition.source_ip.ip_address_type", [...path, "rules"]),
      ),
  ];
}

function need(what: ProviderArgument, path: Path): ProviderNeed {
  const { absentIn, presentIn } = providerArguments[what];
  return { what, path, absentIn, presentIn };
}

function needsOfHooks({ hooks }: Network): readonly ProviderNeed[] {
  return hooks.flatMap(({ path, gaps }) =>
    gaps
      .filter(({ state }) => state === "native")
      .map(({ gap }) => ({
        what: describeGap(gap),
        path,
        absentIn: absentIn(gap),
        presentIn: gap.closedIn,
      })),
  );
}

/** What published bindings show of a gap's argument; where only a value is missing, they show nothing. */
function absentIn({ resource, argument, condition }: ProviderGap): string | null {
  const key = `${resource}.${argument}`;
  return condition === null && isProviderArgument(key) ? providerArguments[key].absentIn : null;
}

function isProviderArgument(key: string): key is ProviderArgument {
  return key in providerArguments;
}
