import { computeFacts } from "../../aws/facts/compute.ts";
import { atKey } from "../../base/diagnostic.ts";
import { hostsOf } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** Bytes, before base64. */
const LONGEST = 16_384;

/** User data has a limit. */
export const userDataTooLong: Rule<"user-data-too-long"> = {
  id: "user-data-too-long",
  severity: "error",
  title: "User data is at most 16 KiB long.",
  why: "EC2 refuses user data of more than 16384 bytes, counted in UTF-8 before it is encoded in base64. What guest tells the host counts too. A longer script is fetched from S3 by a short one.",
  sources: [computeFacts.userDataLimit],
  check(network, report) {
    for (const { host } of hostsOf(network)) {
      if (host.userData === null) continue;
      const bytes = new TextEncoder().encode(host.userData).length;
      if (bytes <= LONGEST) continue;
      report(
        atKey([...host.path, "userData"]),
        `user data is ${bytes} bytes long, ${bytes - LONGEST} more than the ${LONGEST} that EC2 takes`,
        host.guest === null
          ? "put the script into S3 and fetch it"
          : "put the script into S3 and fetch it: what guest says is counted too",
      );
    }
  },
};
