/** Where what Hextet does not make is said instead. */
const INSTEAD =
  "write it in Terraform beside the blueprint, and name the file in extend.terraform (docs/blueprint.md)";

/** Services that Terraform's AWS provider has and a blueprint has no word for, in lower case without signs. */
const SERVICES = new Set(
  `acm acmpca amplify apigateway apigatewayv2 appconfig appmesh apprunner appsync athena autoscalingpolicies backup
   batch bedrock budgets certificates clientvpn cloud9 cloudformation cloudfront cloudmap cloudtrail cloudwatchevents
   codeartifact codebuild codecommit codedeploy codepipeline cognito config connect controltower customergateways
   datasync dax detective directconnect directoryservice dlm dms docdb documentdb dynamodb ebs ecr ecrpublic efs
   elasticbeanstalk elasticfilesystem elasticsearch elastictranscoder emr eventbridge firehose fms fsx gamelift glacier
   globalaccelerator glue grafana guardduty iam iamroles imagebuilder inspector iot ivs kafka kendra keyspaces kinesis
   kms lakeformation lex lightsail macie mediaconvert memorydb mq msk mwaa neptune networkfirewall networkfirewalls
   networkmanager opensearch organizations outposts pinpoint pipes privatelinkservices prometheus quicksight ram
   redshift resolverrules route53resolver s3 s3buckets sagemaker scheduler secretsmanager secrets securityhub
   servicecatalog servicediscovery ses sfn shield sns sqs ssm ssmparameters stepfunctions storagegateway synthetics
   timestream trafficmirroring transfer transitgateway transitgateways verifiedaccess vpclattice vpn vpnconnections
   vpngateways waf wafregional wafv2 workspaces xray`.split(/\s+/),
);

/** Things within a section that AWS has and a blueprint has no word for: the last step but names, the key, and words. */
const WITHIN: readonly (readonly [section: string, key: string, words: string])[] = [
  [
    "containers",
    "healthCheck",
    "container health checks are not part of a blueprint: the health check of a target group asks over the network",
  ],
  [
    "services",
    "deploymentCircuitBreaker",
    `deployment settings of a service are not part of a blueprint: ${INSTEAD}`,
  ],
  ["services", "serviceConnectConfiguration", `Service Connect is not part of a blueprint: ${INSTEAD}`],
  ["autoScalingGroups", "scalingPolicies", `scaling policies are not part of a blueprint: ${INSTEAD}`],
  [
    "vpc",
    "ipv6CidrBlock",
    "an Amazon-provided block has no address in a blueprint: AWS gives it at the first apply",
  ],
];

/** What to do about a key for something that AWS has and Hextet does not make; null for any other key. */
export function notInABlueprint(key: string, path: readonly (string | number)[]): string | null {
  const section = WITHIN.find(([at, name]) => name === key && path.slice(-2).includes(at));
  if (section !== undefined) return section[2];
  const isTop = path.length === 0 || (path.length === 1 && path[0] === "network");
  const word = key
    .toLowerCase()
    .replace(/^aws_?/, "")
    .replaceAll(/[^a-z0-9]/g, "");
  return isTop && SERVICES.has(word) ? `"${key}" is not part of a blueprint: ${INSTEAD}` : null;
}
