import { providerFacts } from "../../aws/facts/provider.ts";
import type { Network } from "../../model/types/network.ts";
import type { Rename } from "../../model/types/renames.ts";
import type { Report, Rule } from "../rule.ts";

/** What is renamed keeps the name by which AWS knows it. */
export const renamedWithoutAwsName: Rule<"renamed-without-aws-name"> = {
  id: "renamed-without-aws-name",
  severity: "error",
  title: "What is renamed says by which name AWS is to know it.",
  why: "What renamedFrom does is to take Terraform's state along, but the name in AWS follows from the new name, and the provider gives hardly anything another name: it destroys the old one and makes a new one. Where it can, as with a database instance, its endpoint changes. awsName keeps the old name, also after renamedFrom is taken out. Whoever wants the new name writes that, and `hextet diff` shows what is lost.",
  sources: [providerFacts.providerNamesReplace],
  check(network, report) {
    checkStack(network, report);
    for (const rename of network.renames?.list ?? []) {
      const { path, word, from, to, named, hasAwsName } = rename;
      if (named === null || hasAwsName || !isNamedInAws(network, rename)) continue;
      report(
        [...path, "renamedFrom"],
        `${word} "${to}" is renamed from "${from}", and with it changes the name in AWS of ${named}`,
        `write awsName: ${from} beside it, and keep that line`,
      );
    }
  },
};

function checkStack(
  { renamedFrom, awsNameIsWritten, namedInAws, environment }: Network,
  report: Report,
): void {
  const [first] = namedInAws;
  if (renamedFrom === null || awsNameIsWritten || first === undefined) return;
  // Outside of environments it would end in the environment's name once more.
  const where = environment === null ? "beside it" : `in environments.${environment.name}`;
  report(
    ["renamedFrom"],
    `the stack is renamed from "${renamedFrom}", and with it change the names in AWS of what it made, such as that of ${first.word} "${first.name}"`,
    `write awsName: ${renamedFrom} ${where}, and keep that line`,
  );
}

/** A NAT gateway has a tag only, but an alarm on it is named after it. */
function isNamedInAws({ natGateways, cloudwatch }: Network, { kind, to }: Rename): boolean {
  if (kind !== "network.natGateways.*") return true;
  const ids = natGateways
    .filter(({ name }) => name === to)
    .flatMap(({ gateways }) => gateways.map(({ id }) => id));
  return cloudwatch.alarms.some(({ metric: { of } }) => of.kind === "nat-gateway" && ids.includes(of.id));
}
