import { guestFacts } from "../../aws/facts/guests.ts";
import { instanceTypeFacts } from "../../aws/instance-types.ts";
import { isPortsMirror } from "../../model/guests/shell.ts";
import { hostsOf } from "../../model/lookup.ts";
import type { Rule } from "../rule.ts";

/** A mirror has packages of some architectures only. */
export const guestPackageMirrorArchitecture: Rule<"guest-package-mirror-architecture"> = {
  id: "guest-package-mirror-architecture",
  severity: "warning",
  title: "The package mirror of a Graviton host is one of Ubuntu's ports.",
  why: "Ubuntu's packages for arm64 are in a tree of their own, ubuntu-ports, and mirrors of the archive have those of amd64. Hextet puts a mirror into the place of the tree that it mirrors, told by the end of its address: any other leaves the host's sources as they are.",
  sources: [guestFacts.ubuntuPortsAreApart],
  check(network, report) {
    for (const { host } of hostsOf(network)) {
      const mirror = host.guest?.packageMirror ?? null;
      const { architecture } = instanceTypeFacts(host.instanceType.name);
      if (mirror === null || architecture === "unknown") continue;
      if (isPortsMirror(mirror) === (architecture === "arm64")) continue;
      report(
        [...host.path, "guest", "packageMirror"],
        `${host.instanceType.name} is ${architecture}, and the mirror is of ${isPortsMirror(mirror) ? "Ubuntu's ports, which have no amd64" : "the archive for amd64"}`,
        architecture === "arm64"
          ? "name a mirror that ends in /ubuntu-ports, or leave packageMirror out"
          : "name a mirror that ends in /ubuntu, or leave packageMirror out",
      );
    }
  },
};
