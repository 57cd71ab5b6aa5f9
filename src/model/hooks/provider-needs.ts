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
export function providerNeeds({ hooks }: Network): readonly ProviderNeed[] {
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
