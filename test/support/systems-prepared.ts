import type { Call } from "./aws.ts";
import { textAt } from "./json.ts";

/** Makes through the AWS API what a stack expects to be there; ids by what the blueprint writes in their place. */
export type Prepare = (ask: (...call: Call) => Promise<unknown>) => Promise<Readonly<Record<string, string>>>;

/** The bucket with the code of lambda-dual-stack: any bytes do. */
export const bucketOfLambda: Prepare = async (ask) => {
  const Bucket = "example-artifacts";
  const CreateBucketConfiguration = { LocationConstraint: "eu-west-1" };
  await ask("s3", "create_bucket", { Bucket, CreateBucketConfiguration });
  await ask("s3", "put_object", { Bucket, Key: "orders/1.0.0.zip", Body: "any bytes do" });
  return {};
};

/** The VPC on the far side of transit, with the route tables to which it adds routes. */
export const farSideOfTransit: Prepare = async (ask) => {
  const VpcId = textAt(await ask("ec2", "create_vpc", { CidrBlock: "10.61.0.0/16" }), "Vpc", "VpcId");
  const ids: Record<string, string> = { "vpc-0123456789abcdef0": VpcId };
  for (const example of ["rtb-0a1b2c3d4e5f60718", "rtb-0123456789abcdef0", "rtb-0fedcba9876543210"]) {
    const made = await ask("ec2", "create_route_table", { VpcId });
    ids[example] = textAt(made, "RouteTable", "RouteTableId");
  }
  return ids;
};
