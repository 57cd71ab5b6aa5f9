import fc from "fast-check";
import { anyPlace, type Drawn, mapOf, nameAt, only, pick, sometimes, type Tree } from "./tree.ts";

/** What records can lead to. */
export interface RecordTargets {
  readonly instances: readonly {
    readonly name: string;
    readonly hasIpv4: boolean;
    readonly hasIpv6: boolean;
  }[];
  readonly balancers: readonly { readonly name: string; readonly isDualStack: boolean }[];
  readonly databases: readonly string[];
}

const ZONES = {
  existing: { existing: { id: "Z0123456789ABCDEFGHIJ" } },
  public: { public: {} },
  private: { private: {} },
} as const;
const recordDraft = fc.record({
  kind: fc.constantFrom("a", "aaaa", "cname", "txt", "instance", "alias", "database"),
  place: anyPlace,
  ttl: fc.constantFrom(undefined, 0, 60, 604_800),
  isWild: fc.boolean(),
});

/** What is drawn of Amazon Route 53's zones: at most one, with records. */
export const zoneDraft = sometimes(
  fc.record({
    source: fc.constantFrom("existing", "public", "private"),
    records: fc.array(recordDraft, { maxLength: 4, size: "medium" }),
  }),
);

/** `route53.hostedZones` and `records`: what cannot be named is a record of addresses. */
export function zonesOf(draft: Drawn<typeof zoneDraft>, targets: RecordTargets): Tree {
  if (draft === null) return {};
  const records = draft.records.map((record, index) => {
    const name = record.isWild ? `*.${nameAt("n", index)}` : nameAt("n", index);
    const value = recordValueOf(record, targets);
    const ttl = "alias" in value ? undefined : record.ttl;
    return [nameAt("record", index), { hostedZone: "site", name, ttl, value }] as const;
  });
  return {
    hostedZones: only("site", { name: "shop.example.com", source: ZONES[draft.source] }),
    records: mapOf(records),
  };
}

type RecordDraft = Drawn<typeof recordDraft>;

/** A record's value; of an address, where there is nothing that was drawn. */
function recordValueOf({ kind, place }: RecordDraft, targets: RecordTargets): Tree {
  return values[kind](place, targets) ?? ADDRESS;
}

const ADDRESS = { a: ["192.0.2.4"] };

const values: Readonly<Record<RecordDraft["kind"], (place: number, targets: RecordTargets) => Tree | null>> =
  {
    a: () => ADDRESS,
    aaaa: (place) => ({ aaaa: ["2001:db8::4", "2001:db8::5"].slice(place % 2) }),
    cname: () => ({ cname: "www.example.org" }),
    txt: (place) => ({ txt: ['v=spf1 "-all" ${x}', "t".repeat(300)].slice(place % 2) }),
    instance: (place, { instances }) => {
      const host = pick(instances, place);
      const recordTypes = [host?.hasIpv4 === true ? "A" : [], host?.hasIpv6 === true ? "AAAA" : []].flat();
      return host === null || recordTypes.length === 0
        ? null
        : { instance: { name: host.name, recordTypes } };
    },
    alias: (place, { balancers }) => {
      const balancer = pick(balancers, place);
      const recordTypes = balancer?.isDualStack === true ? ["A", "AAAA"] : ["A"];
      return balancer === null ? null : { alias: { loadBalancer: balancer.name, recordTypes } };
    },
    database: (place, { databases }) => {
      const database = pick(databases, place);
      return database === null ? null : { database };
    },
  };
