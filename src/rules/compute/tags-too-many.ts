import { computeFacts } from "../../aws/facts/compute.ts";
import { taggedThings } from "../../model/compute/tagged.ts";
import type { Rule } from "../rule.ts";

/** How many tags AWS takes on a resource. */
const MOST = 50;

/** A resource has no more tags than AWS takes. */
export const tagsTooMany: Rule<"tags-too-many"> = {
  id: "tags-too-many",
  severity: "error",
  title: "A resource has no more than 50 tags.",
  why: "Each resource has the blueprint's tags, its own and Name. Of more than 50 tags AWS refuses the resource, and Terraform's plan does not know.",
  sources: [computeFacts.tagsOfAResource],
  check(network, report) {
    const everywhere = ["Name", ...Object.keys(network.tags)];
    // Where the blueprint's own are too many, those of each thing are no news.
    const places = everywhere.length > MOST ? [{ path: [], tags: {} }] : taggedThings(network);
    for (const { path, tags } of places) {
      const count = new Set([...everywhere, ...Object.keys(tags)]).size;
      if (count <= MOST) continue;
      report(
        [...path, "tags"],
        `${count} tags, the blueprint's and Name included, and AWS takes ${MOST}`,
        `take ${count - MOST} away, here or at the top`,
      );
    }
  },
};
