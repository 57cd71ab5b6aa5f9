import { migrationFacts } from "../../aws/facts/migration.ts";
import { atValue, type Location } from "../../base/diagnostic.ts";
import { formatPath, type Path } from "../../base/path.ts";
import type { WasMade } from "../../model/addressing/was-made.ts";
import { STAGES, type StageId } from "../../model/types/migration.ts";
import type { Network } from "../../model/types/network.ts";
import { covers } from "../acceptances.ts";
import { routeFamilyMissingInSubnet } from "../addressing/route-family-missing-in-subnet.ts";
import { dnsAaaaMissing } from "../dns/dns-aaaa-missing.ts";
import { networkAclIpv4WithoutIpv6Twin } from "../filtering/network-acl-ipv4-without-ipv6-twin.ts";
import { securityGroupIpv4WithoutIpv6Twin } from "../filtering/security-group-ipv4-without-ipv6-twin.ts";
import type { Report, Rule } from "../rule.ts";

/** Warnings that are advice before a stage, and a gap in what it has done from it on. */
const SETTLED_AT: readonly (readonly [StageId, Rule])[] = [
  ["security", securityGroupIpv4WithoutIpv6Twin],
  ["security", networkAclIpv4WithoutIpv6Twin],
  ["routes", routeFamilyMissingInSubnet],
  ["load-balancers", dnsAaaaMissing],
];

/** A stage rests on those before it. */
export const migrationStageNotReady: Rule<"migration-stage-not-ready"> = {
  id: "migration-stage-not-ready",
  severity: "error",
  title: "A stage is reached with everything in the blueprint that it and the stages before it are to bring.",
  why: "Each stage rests on what those before it brought. A rule for IPv4 without its like for IPv6 is only a question while the migration has not come to security; later it means that clients which choose IPv6 are turned away, at a time when nobody looks for it there. Where IPv4 alone is meant, accept the warning with its reason, and the stage is ready.",
  sources: [migrationFacts.migrationInSteps],
  check(network, report, wasMade) {
    const { migration } = network;
    if (migration === null) return;
    for (const [stage, rule] of SETTLED_AT) {
      if (STAGES.indexOf(migration.stage) < STAGES.indexOf(stage)) continue;
      const [first, ...others] = openFindings(network, rule, wasMade);
      if (first === undefined) continue;
      const more =
        others.length === 0 ? "" : ` and ${others.length} other place${others.length === 1 ? "" : "s"}`;
      report(
        [...migration.path, "stage"],
        `stage "${stage}" is not done: ${rule.id} at ${formatPath(first)}${more}`,
        "follow the warnings of that rule or accept them with their reasons, or go back to the stage before",
      );
    }
  },
};

/** Where the rule finds something that nobody has accepted. Whether an acceptance is still valid is told elsewhere. */
function openFindings(network: Network, { id, severity, check }: Rule, wasMade: WasMade): readonly Path[] {
  const places: Path[] = [];
  const report: Report = (found, message) => {
    const at: Location = "kind" in found ? found : atValue(found);
    const finding = { rule: id, severity, message, at, hint: null };
    const isAccepted = network.acceptances.some((acceptance) => covers(acceptance, finding));
    if (at.kind === "path" && !isAccepted) places.push(at.path);
  };
  // The rules of stages know no dates.
  check(network, report, wasMade, "0000-00-00");
  return places;
}
