import { computeFacts } from "../../aws/facts/compute.ts";
import { atKey } from "../../base/diagnostic.ts";
import type { Path } from "../../base/path.ts";
import { hostsOf } from "../../model/lookup.ts";
import type { Network } from "../../model/types/network.ts";
import type { Tags } from "../../model/types/shared.ts";
import type { Rule } from "../rule.ts";

/** What a path in the metadata may be. */
const SHOWN = /^(?!(?:\.{1,2}|_index)$)[A-Za-z0-9+=.,_:@-]+$/;

/** Tags that a host shows in its metadata are paths there. */
export const instanceMetadataTagKey: Rule<"instance-metadata-tag-key"> = {
  id: "instance-metadata-tag-key",
  severity: "error",
  title: "Where hosts show their tags in their metadata, the keys are such as metadata takes.",
  why: "The metadata service answers at a path of the tag's key, so EC2 refuses to start a host with instanceMetadataTags and a key with a space, a slash, or a letter that is none of A to Z. The blueprint's own tags are on each host too.",
  sources: [computeFacts.instanceMetadataTagKeys],
  check(network, report) {
    const showing = hostsThatShow(network);
    const [first] = showing;
    const places = first === undefined ? showing : [{ path: [], tags: network.tags }, ...showing];
    for (const { path, tags } of places) {
      for (const key of Object.keys(tags)) {
        if (SHOWN.test(key)) continue;
        report(
          atKey([...path, "tags", key]),
          `hosts that show their tags in metadata take no key such as "${key}"`,
          "write it with letters, digits and +-=.,_:@, or instanceMetadataTags: false",
        );
      }
    }
  },
};

function hostsThatShow(network: Network): readonly { readonly path: Path; readonly tags: Tags }[] {
  const nodeGroups = network.eks.clusters.flatMap((cluster) => cluster.nodeGroups);
  return [...hostsOf(network).map(({ host }) => host), ...nodeGroups].filter(
    ({ metadata }) => metadata.instanceMetadataTags,
  );
}
