import type { OldPlan } from "../../importer/adopt/read-old-plan.ts";
import { sensitiveTexts } from "../../importer/adopt/sensitive-texts.ts";
import { type Finding, findingAbout } from "../../reports/findings/finding.ts";
import { lostWords } from "../import/describe-draft.ts";
import type { Adoption } from "./adopt.ts";

/** A blueprint is read by many: nothing that is marked as sensitive may get into it. */
export function findSecret(old: OldPlan, { shares, drafted }: Adoption, file: string): readonly Finding[] {
  const text = `${drafted.text}${drafted.ids?.text ?? ""}`;
  // Elsewhere, what is marked may be the id of a subnet: who keeps a secret is whom it is read from.
  const given = new Set(shares.given.map(({ resource }) => resource.address));
  const [found] = sensitiveTexts(old).filter(
    ([address, secret]) => given.has(address) && text.includes(secret),
  );
  if (found === undefined) return [];
  const message = `the blueprint would show a value of ${found[0]} that is marked as sensitive`;
  const hint =
    "nothing was written; take `sensitive = true` from the variable or output it comes from, or use hextet import --vpc";
  return [findingAbout(file, "adopt/sensitive", message, hint)];
}

/** What nobody may overlook. */
export function findingsOf(
  { drafted, shares, blocks, blueprint }: Adoption,
  file: string,
): readonly Finding[] {
  const lost = drafted.lost.length === 0 ? [] : [lostWords(drafted, blueprint)];
  const unknown = shares.unknown.map((address) =>
    findingAbout(
      blueprint,
      "adopt/not-counted",
      `${address} is to be imported, and nothing in the plan is counted for it`,
      "two configurations may own it; report this, with the plan if you can",
    ),
  );
  const [first] = blocks.stateRm;
  const byCommand: Finding = {
    ...findingAbout(
      file,
      "adopt/needs-state-rm",
      `no removed block can say that ${first} is handed over${blocks.stateRm.length > 1 ? `, nor ${blocks.stateRm.length - 1} more` : ""}: terraform state rm has to`,
      "the commands stand among the steps",
    ),
    severity: "warning",
  };
  return [
    ...lost,
    ...unknown,
    ...(first === undefined ? [] : [byCommand]),
    ...findMovesByCommand(blocks, file),
  ];
}

function findMovesByCommand({ stateMv }: Adoption["blocks"], file: string): readonly Finding[] {
  const [first] = stateMv;
  if (first === undefined) return [];
  const others = stateMv.length > 1 ? `, nor ${stateMv.length - 1} more` : "";
  const message = `no moved block can take ${first.from} from its address, which another resource gets${others}: terraform state mv has to`;
  const hint = "the commands stand among the steps";
  return [{ ...findingAbout(file, "adopt/needs-state-mv", message, hint), severity: "warning" }];
}
