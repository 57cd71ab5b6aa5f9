import { guestFacts } from "../../aws/facts/guests.ts";
import { routingFacts } from "../../aws/facts/routing.ts";
import { nat64Ways } from "../../model/routing/nat64-ways.ts";
import { reportOnce } from "../report-once.ts";
import type { Rule } from "../rule.ts";

/** No image of a system translates by itself. */
export const nat64InstanceTranslatesNothing: Rule<"nat64-instance-translates-nothing"> = {
  id: "nat64-instance-translates-nothing",
  severity: "error",
  title: "An instance that 64:ff9b::/96 leads to is told to translate.",
  why: "AWS hands the packets to the instance and does no more: IPv4 is made of them by software there, such as tayga. A host with the image of a system as it is, without guest.nat64 and without user data of its own, has none, and drops every packet. An AMI of one's own may bring it.",
  sources: [routingFacts.nat64ByInstance, guestFacts.taygaTranslates],
  check(network, report) {
    const tell = reportOnce(report);
    for (const { instance, path } of nat64Ways(network)) {
      const { guest, image, writtenUserData } = instance.host;
      if (guest?.nat64 === true || image.kind === "id" || writtenUserData !== null) continue;
      tell(
        path,
        `instance "${instance.name}" has nothing that translates IPv6 to IPv4`,
        `write guest: { nat64: true } in compute.instances.${instance.name}, with os of Ubuntu or Debian`,
      );
    }
  },
};
