import { providerFacts } from "../../aws/facts/provider.ts";
import type { NamedInAws } from "../../model/types/renames.ts";
import type { Rule } from "../rule.ts";

/** AWS puts a text of its own behind the names of these. */
const ONLY_BEGINNINGS = ["network.securityGroups.*", "targetGroups.*"];

/** Two things of a kind have two names in AWS. */
export const awsNameTwice: Rule<"aws-name-twice"> = {
  id: "aws-name-twice",
  severity: "error",
  title: "No two things of a kind have the same name in AWS.",
  why: "With awsName a thing gets the name that another one may have by its key. AWS tells things of a kind apart by their names: it refuses the second one, or takes it for a change of the first.",
  sources: [providerFacts.awsNamesAreUnique],
  check({ namedInAws }, report) {
    for (const one of namedInAws) {
      if (!one.isWritten || ONLY_BEGINNINGS.includes(one.kind)) continue;
      const other = namedInAws.find((another) => isTaken(one, another));
      if (other === undefined) continue;
      report(
        [...one.path, "awsName"],
        `${one.word} "${one.name}" has the name in AWS of ${other.word} "${other.name}": "${one.awsName}"`,
        "write another name, or give the other one an awsName of its own",
      );
    }
  },
};

function isTaken(one: NamedInAws, another: NamedInAws): boolean {
  const places = [one, another].map(({ path }) => path.slice(0, -1).join("."));
  return another !== one && places[0] === places[1] && another.awsName === one.awsName;
}
