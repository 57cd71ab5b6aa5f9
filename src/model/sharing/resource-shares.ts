import type { Path } from "../../base/path.ts";
import type { Blueprint, ResourceShare as WrittenShare } from "../../blueprint/blueprint.generated.ts";
import { type Context, report, sortedEntries } from "../context.ts";
import { terraformAddress } from "../migration/terraform-address.ts";
import { awsStackName, displayName } from "../names.ts";
import { knownNames } from "../references.ts";
import type { Existing } from "../types/migration.ts";
import type {
  ResourceShare,
  ResourceShareAccepter,
  SharedKind,
  SharedResource,
  SharePrincipal,
} from "../types/resource-shares.ts";
import type { Tier } from "../types/subnets.ts";
import { type Shareable, shareables } from "./shareables.ts";

/** What shares refer to. */
interface Sharing {
  readonly tiers: readonly Tier[];
  readonly existing: Existing | null;
}

/** The resource shares, sorted by name; unknown names, and what other hands manage, are reported and left out. */
export function normaliseResourceShares(
  context: Context,
  blueprint: Blueprint,
  { tiers, existing }: Sharing,
): readonly ResourceShare[] {
  const all = shareables(blueprint, tiers);
  return sortedEntries(blueprint.network.resourceShares).map(([name, written]): ResourceShare => {
    const path: Path = ["network", "resourceShares", name];
    const shared = (kind: SharedKind) => readShared(context, { name, path, written, existing }, all[kind]);
    return {
      name,
      path,
      displayName: displayName(awsStackName(blueprint), name),
      principals: principalsOf(name, path, written.principals),
      allowExternalPrincipals: written.allowExternalPrincipals,
      resources: Object.values(all).flatMap(({ kind }) => shared(kind)),
      tags: written.tags,
    };
  });
}

/** The acceptances, sorted by name. */
export function normaliseResourceShareAccepters({ network }: Blueprint): readonly ResourceShareAccepter[] {
  return sortedEntries(network.resourceShareAccepters).map(([name, { resourceShareArn }]) => ({
    name,
    path: ["network", "resourceShareAccepters", name],
    resourceShareArn,
  }));
}

/** Each with a logical id of what AWS numbers it by, which an account, an organizational unit and an organization have once. */
function principalsOf(share: string, path: Path, written: readonly string[]): readonly SharePrincipal[] {
  return written
    .map((principal, index) => ({
      id: `${share}_${principal.replace(/^.*\//, "")}`,
      path: [...path, "principals", index],
      principal,
    }))
    .sort((a, b) => (a.principal < b.principal ? -1 : 1));
}

interface Written {
  /** Of the share. */
  readonly name: string;
  readonly path: Path;
  readonly written: WrittenShare;
  readonly existing: Existing | null;
}

function readShared(
  context: Context,
  { name: share, path, written, existing }: Written,
  { kind, word, part, type, known, elsewhere }: Shareable,
): readonly SharedResource[] {
  const at: Path = [...path, kind];
  const names = knownNames(context, word, written[kind], [...known.keys()], at);
  return names.flatMap((name) => {
    const place: Path = [...at, written[kind].indexOf(name)];
    const resources = (known.get(name) ?? []).map((id) => ({ id, address: terraformAddress(type, id) }));
    const outside = resources.find(({ address }) =>
      existing?.references.some((one) => one.address === address),
    );
    if (outside !== undefined || elsewhere.includes(name)) {
      const what = outside === undefined ? `the ${word} ${JSON.stringify(name)}` : outside.address;
      report(
        context,
        "model/shared-elsewhere",
        place,
        `${what} is managed outside this stack, which cannot share it`,
        "share it where it is made",
      );
      return [];
    }
    return resources.map(({ id, address }) => ({
      id: `${share}_${part}_${id}`,
      path: place,
      kind,
      name,
      logicalId: id,
      address,
    }));
  });
}
