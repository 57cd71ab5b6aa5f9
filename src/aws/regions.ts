/**
 * Regions that AWS provider 5.100.0 knows.
 * Source: partitions.json of botocore 1.43.107, each looked for in the provider, and plans of AWS provider 5.100.0 for
 * those of 2025; checked on 2026-11-28.
 */
export const knownRegions: readonly string[] = [
  ...["af-south-1", "ap-east-1", "ap-east-2", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3"],
  ...["ap-south-1", "ap-south-2", "ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4"],
  ...["ap-southeast-5", "ap-southeast-7", "ca-central-1", "ca-west-1", "cn-north-1"],
  ...["cn-northwest-1", "eu-central-1", "eu-central-2", "eu-isoe-west-1", "eu-north-1", "eu-south-1"],
  ...[
    "eu-south-2",
    "eusc-de-east-1",
    "eu-west-1",
    "eu-west-2",
    "eu-west-3",
    "il-central-1",
    "me-central-1",
    "me-south-1",
  ],
  ...["mx-central-1", "sa-east-1", "us-east-1", "us-east-2", "us-gov-east-1", "us-gov-west-1"],
  ...["us-iso-east-1", "us-iso-west-1", "us-isob-east-1", "us-isof-east-1", "us-isof-south-1", "us-west-1"],
  "us-west-2",
];

/**
 * Regions that AWS has and AWS provider 5.100.0 refuses. Newer ones still are in neither list.
 * Source: partitions.json of botocore 1.43.107 and plans of AWS provider 5.100.0, checked on 2026-11-28.
 */
export const regionsOfNewerProviders: readonly string[] = ["ap-southeast-6", "us-isob-west-1"];
