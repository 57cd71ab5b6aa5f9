import { computeFacts } from "../../aws/facts/compute.ts";
import { hostsOf } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** Metadata is read with a session token. */
export const imdsTokensOptional: Rule<"imds-tokens-optional"> = {
  id: "imds-tokens-optional",
  severity: "warning",
  title: "The metadata service requires session tokens (IMDSv2).",
  why: "Without required tokens, anything that makes the host fetch a URL, such as a web application with a flaw, can read the credentials of the host's role. With the IPv6 endpoint there is one more address to guard.",
  sources: [computeFacts.imdsTokensRequired],
  check(network, report) {
    for (const { host } of hostsOf(network)) {
      if (host.metadata.httpTokens === "required") continue;
      report(
        [...host.path, "metadata", "httpTokens"],
        "metadata is readable without a session token",
        "write httpTokens: required, or leave it out",
      );
    }
  },
};
