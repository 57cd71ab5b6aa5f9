import { computeFacts } from "../../aws/facts/compute.ts";
import { hostsOf } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** Provisioned IOPS are provisioned by somebody. */
export const rootVolumeIops: Rule<"root-volume-iops"> = {
  id: "root-volume-iops",
  severity: "error",
  title: "Volumes of the types io1 and io2 say their IOPS, and volumes of the type gp2 do not.",
  why: "Volumes of io1 and io2 are paid by their IOPS, and EC2 refuses to make one without. gp2 has as many as its size gives and refuses the setting. Terraform finds neither out before the apply.",
  sources: [computeFacts.volumeIopsRequired],
  check(network, report) {
    for (const { host } of hostsOf(network)) {
      const { type, iops } = host.rootVolume;
      const needsIops = type === "io1" || type === "io2";
      if (needsIops && iops === null) {
        report(
          [...host.path, "rootVolume", "type"],
          `a volume of type ${type} needs iops`,
          "write iops, or type: gp3",
        );
      } else if (type === "gp2" && iops !== null) {
        report([...host.path, "rootVolume", "iops"], "a volume of type gp2 takes no iops", "write type: gp3");
      }
    }
  },
};
