import { databaseFacts } from "../../aws/facts/databases.ts";
import { eksFacts } from "../../aws/facts/eks.ts";
import { lambdaFacts } from "../../aws/facts/lambda.ts";
import { loadBalancingFacts } from "../../aws/facts/load-balancing.ts";
import { sharingFacts } from "../../aws/facts/sharing.ts";
import { whereUsed } from "../../aws/where-used.ts";
import type { Path } from "../../base/path.ts";
import type { Network } from "../../model/types/network.ts";
import type { Rule } from "../rule.ts";

/** Certificates, keys and images are regional. */
export const resourceOfOtherRegion: Rule<"resource-of-other-region"> = {
  id: "resource-of-other-region",
  severity: "error",
  title:
    "Certificates and web ACLs of load balancers, keys of KMS, images of Lambda functions and accepted resource shares are of the blueprint's region.",
  why: "These services look for what they use in their own region only. A certificate for CloudFront, which is always of us-east-1, is another one than that of the load balancer behind it. The invitation to a share of AWS RAM is seen in the region of the share alone.",
  sources: [
    loadBalancingFacts.certificateOfTheRegion,
    loadBalancingFacts.webAclOfApplicationBalancers,
    lambdaFacts.lambdaImageOfTheRegion,
    databaseFacts.keysAreRegional,
    eksFacts.secretsKeyOfTheRegion,
    sharingFacts.shareOfItsRegion,
  ],
  check(network, report) {
    for (const { path, what, region } of regionalThings(network)) {
      if (region === undefined || region === "" || region === network.region) continue;
      report(
        path,
        `this ${what} is of ${region}, and the stack of ${network.region}`,
        `take one of ${network.region}`,
      );
    }
  },
};

interface Thing {
  readonly path: Path;
  readonly what: string;
  readonly region: string | undefined;
}

function regionalThings({ lambda, writtenArns }: Network): readonly Thing[] {
  const named = writtenArns
    .filter(({ of }) => whereUsed[of] === "its region")
    .map(({ path, of, arn }) => ({ path, what: of.replace(/ ARN$/, ""), region: arn.split(":")[3] }));
  const images = lambda.functions.map(({ path, code }) => ({
    path: [...path, "code", "image"],
    what: "image",
    region: code.kind === "image" ? /\.dkr[.-]ecr\.([a-z0-9-]+)\./.exec(code.uri)?.[1] : undefined,
  }));
  return [...named, ...images];
}
