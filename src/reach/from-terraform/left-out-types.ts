import { isRecord } from "../../base/untrusted-json.ts";
import { groupBy } from "./group-by.ts";
import { placeOf } from "./place-of.ts";
import type { Reading } from "./reading.ts";
import { type Referent, referents } from "./referents.ts";
import { classOf } from "./resource-types.ts";
import { sourcesOf } from "./sources.ts";
import type { TerraformResource } from "./terraform-document.ts";

/** What may be influenced by something that mentions it. */
const TOUCHED: readonly Referent[] = [
  referents.vpc,
  referents.subnet,
  referents.routeTable,
  referents.networkAcl,
  referents.securityGroup,
  referents.internetGateway,
  referents.egressOnlyInternetGateway,
  referents.vpnGateway,
  referents.natGateway,
  referents.transitGateway,
  referents.peering,
];

/** Says of each type that is not read how many there are of it, and what they mention. */
export function leaveOutTypes(reading: Reading): void {
  const managed = reading.index.document.resources.filter(({ mode }) => mode === "managed");
  for (const [type, resources] of groupBy(managed, (resource) => resource.type)) {
    const kind = classOf(type);
    const [first] = resources;
    if (first === undefined || kind === "understood" || kind === "harmless") continue;
    const count = resources.length === 1 ? "1 resource" : `${resources.length} resources`;
    const own = resources.map(({ address }) => address);
    if (kind === "foreign") {
      const why = `${count} of type ${type}, which is not of AWS: what they make in AWS, if anything, is not followed`;
      reading.leaveOut(placeOf(first), why, own);
    } else if (kind === "standing") {
      reading.leaveOut(placeOf(first), `${count} of type ${type}: what stands there is not followed`, own);
    } else {
      const mentioned = resources.flatMap((resource) => mentions(reading, resource));
      const why = `${count} of type ${type}, which is not understood: what they mention may behave differently`;
      reading.leaveOut(placeOf(first), why, [...own, ...mentioned]);
    }
  }
}

function mentions(reading: Reading, resource: TerraformResource): readonly string[] {
  const inValues = textsIn(resource.values).flatMap((text) =>
    TOUCHED.map((wanted) => reading.index.idOf(text, wanted)).filter((id) => id !== null),
  );
  const isKnown = resource.unknown === false;
  const byReference = isKnown
    ? []
    : TOUCHED.flatMap((wanted) => sourcesOf(reading.index, resource, [], wanted).ids);
  return [...inValues, ...byReference].map(reading.canonical);
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  const inner: readonly unknown[] = Array.isArray(value)
    ? value
    : isRecord(value)
      ? Object.values(value)
      : [];
  return inner.flatMap(textsIn);
}
