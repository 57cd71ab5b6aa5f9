import { textOf, valueIn } from "../../base/untrusted-json.ts";
import type { Reading } from "./reading.ts";
import { referents } from "./referents.ts";

/** The region where most subnets stand, else that of the first VPC; empty where nothing tells. What lies elsewhere is left out. */
export function regionOf(reading: Reading, providerRegion: string | null): string {
  const subnets = reading.index.ofType(...referents.subnet.types);
  const vpcs = reading.index.ofType(...referents.vpc.types);
  const found = [...subnets, ...vpcs].flatMap((resource) => {
    const zone = textOf(valueIn(resource.values, "availability_zone"));
    const arn = textOf(valueIn(resource.values, "arn"));
    const region = regionOfZone(zone) ?? arn?.split(":")[3];
    return region === undefined || region === "" ? [] : [{ resource, region }];
  });
  const counts = new Map<string, number>();
  for (const { region } of found) counts.set(region, (counts.get(region) ?? 0) + 1);
  const [most] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const region = most?.[0] ?? providerRegion ?? "";
  const elsewhere = found.filter((one) => one.region !== region);
  for (const { resource, region: other } of elsewhere) {
    const why = `it stands in ${other}, where AWS's services have other names than in ${region}`;
    reading.leaveOut(resource, why, [resource.address]);
  }
  return region;
}

/** `eu-west-1` of `eu-west-1a`, or of a local zone such as `us-west-2-lax-1a`. */
function regionOfZone(zone: string | null): string | undefined {
  return /^([a-z]{2,}(?:-[a-z]+)+-\d+)(?:[a-z]|-[a-z]+-\d+[a-z])$/.exec(zone ?? "")?.[1];
}
