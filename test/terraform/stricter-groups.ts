/** Places where Hextet refuses what the provider takes, for one reason. */
export interface StricterGroup {
  readonly title: string;
  /** Why the refusal stays: what AWS does with the value, or how the same is said otherwise. */
  readonly reason: string;
  /** What the lines of the group look like: `key: reason`, as `rds.instances.*.port: schema maximum`. */
  readonly lines: readonly RegExp[];
}

/** Every place is in one group. One that is in none is new: AWS refuses it, or the schema is too strict. */
export const stricterGroups: readonly StricterGroup[] = [
  {
    title: "rules",
    reason:
      "A rule says what AWS or Terraform refuses or no packet gets through, and docs/rules.md its sources: an error rests on facts of high confidence alone.",
    lines: [/: (?!schema )\S+$/],
  },
  {
    title: "AWS wants one at least",
    reason:
      "AWS refuses the thing without: subnets of groups, services, functions and balancers (botocore 1.43.107: required members), records of a record set, fields of a flow log format, instances and metrics that a graph is of.",
    lines: [
      /^(ecs\.services|eks\.clusters|lambda\.functions|loadBalancers|(elasticache|rds)\.subnetGroups|compute\.autoScalingGroups)\.\*\.subnets: schema minItems$/,
      /^lambda\.functions\.\*\.securityGroups: schema minItems$/,
      /^network\.vpcEndpoints\.\*\.type\.interface\.subnets: schema minItems$/,
      /^route53\.records\.\*\.value\.(a|aaaa|txt): schema minItems$/,
      /^route53\.records\.\*\.value\.(a|aaaa|txt)\.\*: schema minLength$/,
      /^route53\.records\.\*\.value\.cname: schema minLength$/,
      /^network\.flowLogs\.\*\.fields: schema minItems$/,
      /^rds\.clusters\.\*\.instances: schema minProperties$/,
      /^loadBalancers\.\*\.subnetMappings\.\*: schema minProperties$/,
      /^cloudwatch\.dashboards\.\*\.widgets\.\*\.graph\.metrics: schema minProperties$/,
      /^network\.dhcpOptions\.(domainNameServers|ntpServers)\.\*: schema minLength$/,
      /^cloudwatch\.dashboards\.\*\.widgets\.\*\.graph\.metrics\.\*\.custom\.(dimensions\.\*|metricName): schema minLength$/,
      /^lambda\.functions\.\*\.code\.s3\.key: schema minLength$/,
      /^ipam\.pools\.\*\.cidrs\.\*\.byoip\.(message|signature): schema minLength$/,
      /^compute\.keyPairs\.\*\.publicKey: schema minLength$/,
    ],
  },
  {
    title: "empty is left out",
    reason:
      "An empty text, list or map says what the key says when it is left out, or nothing at all: it is a slip, and there is one way to write it.",
    lines: [
      /^(cloudwatch\.alarms\.\*|lambda\.functions\.\*|network\.securityGroups\.\*(\.(in|e)gress\.\*)?|network\.prefixLists\.\*\.entries\.\*)\.description: schema minLength$/,
      /^cloudwatch\.dashboards\.\*\.widgets(\.\*\.(graph\.title|text))?: schema min(Length|Properties)$/,
      /^cloudwatch\.metricFilters\.\*\.match: schema minProperties$/,
      /^compute\.(autoScalingGroups|instances)\.\*\.userData: schema minLength$/,
      /^compute\.autoScalingGroups\.\*\.ami\.ssmParameter: schema minLength$/,
      /^eks\.clusters\.\*\.nodeGroups\.\*\.instanceTypes: schema minItems$/,
      /^ipam\.pools: schema minProperties$/,
      /^lambda\.functions\.\*\.code\.s3\.objectVersion: schema minLength$/,
      /^loadBalancers\.\*\.listeners\.\*\.(sslPolicy|action\.fixedResponse\.messageBody): schema minLength$/,
      /^network\.dhcpOptions\.(domainName: schema minLength|(domainNameServers|ntpServers): schema minItems)$/,
      /^network\.flowLogs\.\*\.(destination\.s3\.prefix: schema minLength|subnets: schema minItems)$/,
      /^network\.(instanceConnectEndpoints\.\*\.securityGroups|subnets\.\*\.availabilityZones): schema minItems$/,
      /^network\.securityGroups\.\*\.egress\.\*\.to\.managedPrefixList: schema minLength$/,
      /^network\.vpc\.ipv6\.amazonProvided\.networkBorderGroup: schema minLength$/,
      /^network\.vpcEndpoints\.\*\.(policy: schema minLength|type\.(gateway\.routeTables|interface\.securityGroups): schema minItems)$/,
      /^rds\.(clusters|instances)\.\*\.engineVersion: schema minLength$/,
      /^route53\.records\.\*\.value\.(alias|instance)\.recordTypes: schema minItems$/,
      /^targetGroups\.\*\.targets\.(addresses: schema minProperties|(autoScalingGroups|instanceAddresses|instances): schema minItems)$/,
      /^targetGroups\.\*\.targets\.addresses\.\*\.availabilityZone: schema minLength$/,
      /^network\.networkFirewalls\.\*\.(firewallPolicy\.homeNet: schema minItems|logging: schema minProperties|logging\.alert\.s3\.prefix: schema minLength)$/,
      /\.rulesSource\.(rulesSourceList\.target(s|Types): schema minItems|rulesString: schema minLength|statefulRules: schema minProperties)$/,
    ],
  },
  {
    title: "ids and ARNs",
    reason:
      "AWS makes them in this form and in no other, and none is longer: EC2 answers Invalid…ID.Malformed, others that there is no such thing.",
    lines: [
      /^compute\.\w+\.\*\.ami\.id: schema (maxLength|pattern)$/,
      /^network\.routes\.\*\.\*\.target\.\w+Id: schema (maxLength|pattern)$/,
      /^network\.routes\.\*\.\*\.(target\.(coreNetworkArn|vpcEndpointIds\.\*)|destinationPrefixListId): schema (maxLength|pattern)$/,
      /^network\.networkFirewalls\.\*\.firewallPolicy\.ruleGroups\.\*\.rulesSource\.ruleGroupArn: schema (maxLength|pattern)$/,
      /^network\.internetGatewayRoutes\.\*\.(networkInterfaceId|vpcEndpointIds\.\*): schema (maxLength|pattern)$/,
      /^network\.foreignTransitGatewayAttachments\.\*\.id: schema (maxLength|pattern)$/,
      /^network\.transitGatewayAttachments\.\*\.(association|propagations\.\*)\.routeTableId: schema (maxLength|pattern)$/,
      /^network\.transitGatewayRouteTables\.\*\.routes\.\*\.target\.attachmentId: schema (maxLength|pattern)$/,
      /\.(allocationId|allocationIds\.\*): schema (maxLength|pattern)$/,
      /\.(prefixListId|securityGroupId|poolId|transitGateway\.id|peerRouteTableIds\.\*|vpcPeeringConnectionId|peerOwnerId|peerVpcId|source\.existing\.id): schema (maxLength|pattern)$/,
      /\.(kmsKeyId|secretsKeyArn|principalArn|certificateArn|bucketArn|alarmActions\.\*|okActions\.\*): schema (maxLength|pattern)$/,
      /^ecs\.taskDefinitions\.\*\.containers\.\*\.secrets\.\*: schema (maxLength|pattern)$/,
    ],
  },
  {
    title: "names that AWS gives",
    reason:
      "Types of instances, nodes and databases, engines, versions, regions, zones, services, policies and AWS's own metrics are named so, and no name is longer.",
    lines: [
      /\.(instanceType|instanceTypes\.\*|nodeType|instanceClass): schema (maxLength|pattern)$/,
      /\.(engine|engineVersion|platformVersion): schema (maxLength|pattern)$/,
      /^eks\.clusters\.\*\.((addons\.\*\.)?version): schema (maxLength|pattern)$/,
      /\.(peerRegion|networkBorderGroup): schema (maxLength|pattern)$/,
      /^targetGroups\.\*\.targets\.addresses\.\*\.availabilityZone: schema maxLength$/,
      /^network\.(vpcEndpoints\.\*\.service|gatewayLoadBalancerEndpoints\.\*\.serviceName): schema (maxLength|pattern)$/,
      /^loadBalancers\.\*\.listeners\.\*\.sslPolicy: schema maxLength$/,
      /^network\.flowLogs\.\*\.fields\.\*: schema (maxLength|pattern)$/,
      /\.(instance|loadBalancer|natGateway)\.metricName: schema (maxLength|pattern)$/,
      /\.managedPolicies\.\*: schema (maxLength|pattern)$/,
    ],
  },
  {
    title: "numbers of the protocols",
    reason:
      "Ports have 16 bits, protocols 8, types and codes of ICMP 8 or -1 for all: RFC 768, 791, 792, 9293.",
    lines: [
      /\.(port|containerPort|ports|ports\.(from|to|\*)): schema (maximum|minimum)$/,
      /\.(protocol|icmpType|icmpCode): schema (maximum|minimum)$/,
      /^network\.securityGroups\.\*\.(in|e)gress\.\*\.protocol: schema (maxLength|pattern)$/,
      /\.statefulRules\.\*\.(sourcePort|destinationPort)(\.(from|to))?: schema (maximum|minimum)$/,
    ],
  },
  {
    title: "integers of the APIs",
    reason: "They have 32 bits; how many are too many is for AWS's quotas, which can be raised.",
    lines: [
      /^compute\.autoScalingGroups\.\*\.(minSize|maxSize|healthCheckGracePeriod): schema (maximum|minimum)$/,
      /^eks\.clusters\.\*\.nodeGroups\.\*\.(minSize|maxSize|desiredSize): schema maximum$/,
      /^elasticache\.clusters\.\*\.numCacheNodes: schema (maximum|minimum)$/,
      /^route53\.records\.\*\.ttl: schema (maximum|minimum)$/,
      /^cloudwatch\.dashboards\.\*\.widgets\.\*\.graph\.period: schema (maximum|minimum)$/,
      /^network\.dhcpOptions\.ipv6AddressPreferredLeaseTime: schema (maximum|minimum)$/,
      /\.statefulRules\.\*\.sid: schema (maximum|minimum)$/,
      /^network\.transitGatewayAttachments\.\*\.transitGateway\.create\.amazonSideAsn: schema (maximum|minimum)$/,
    ],
  },
  {
    title: "limits of AWS",
    reason:
      "The API models of botocore 1.43.107 and the guides say them, and AWS refuses more or less: evaluation of at most a day or a week, five actions, 16 KB of user data, sizes and IOPS of volumes, task sizes, 5000 tasks, six caches of a group, tags of 256 and descriptions of 255 characters, TXT values of 4000, entries and rule numbers.",
    lines: [
      /^cloudwatch\.alarms\.\*\.(alarmActions: schema maxItems|evaluationPeriods: schema maximum)$/,
      /\.custom\.(dimensions\.\*: schema maxLength|metricName: schema maxLength|namespace: schema (maxLength|pattern))$/,
      /^cloudwatch\.dashboards\.\*\.widgets\.\*\.graph\.statistic: schema (pattern|maxLength)$/,
      /^compute\.autoScalingGroups\.\*\.ami\.ssmParameter: schema maxLength$/,
      /\.ipv6AddressCount: schema (maximum|minimum)$/,
      /\.rootVolume\.(iops|sizeGib): schema (maximum|minimum)$/,
      /\.userData: schema maxLength$/,
      /\.managedPolicies: schema maxItems$/,
      /^compute\.keyPairs\.\*\.publicKey: schema maxLength$/,
      /^ecs\.services\.\*\.desiredCount: schema (maximum|minimum)$/,
      /^ecs\.taskDefinitions\.\*\.(cpu|memory): schema (maximum|minimum)$/,
      /^ecs\.taskDefinitions\.\*\.containers\.\*\.(command\.\*|environment\.\*|image): schema (maxLength|pattern)$/,
      /\.(logRetentionInDays|retentionInDays): schema minimum$/,
      /^eks\.clusters\.\*\.(fargateProfiles\.\*\.selectors\.\*\.(labels\.\*|namespace)|nodeGroups\.\*\.labels\.\*): schema (maxLength|pattern)$/,
      /^eks\.clusters\.\*\.nodeGroups\.\*\.instanceTypes: schema maxItems$/,
      /^elasticache\.replicationGroups\.\*\.(numCacheClusters|snapshotRetentionLimit): schema (maximum|minimum)$/,
      /^elasticache\.replicationGroups\.\*\.description: schema maxLength$/,
      /\.finalSnapshotIdentifier: schema (maxLength|pattern)$/,
      /^ipam\.pools\.\*\.cidrs\.\*\.byoip\.(message|signature): schema maxLength$/,
      /^lambda\.functions\.\*\.(code\.(image|s3\.\w+)|description|environment\.\*): schema (maxLength|pattern)$/,
      /^loadBalancers\.\*\.idleTimeout: schema (maximum|minimum)$/,
      /^network\.dhcpOptions\.(domainName|(domainNameServers|ntpServers)(\.\*)?): schema max(Length|Items)$/,
      /^network\.flowLogs\.\*\.destination\.s3\.prefix: schema maxLength$/,
      /^network\.networkAcls\.\*\.(in|e)gress\.\*\.ruleNumber: schema (maximum|minimum)$/,
      /^network\.networkFirewalls\.\*\.firewallPolicy\.ruleGroups\.\*\.(capacity|priority): schema (maximum|minimum)$/,
      /^network\.networkFirewalls\.\*\.firewallPolicy\.statefulDefaultActions(\.\*)?: schema (maxItems|uniqueItems)$/,
      /^network\.networkFirewalls\.\*\.logging\.\w+\.(s3\.(bucketName|prefix)|kinesisDataFirehose\.deliveryStream): schema (maxLength|pattern)$/,
      /\.rulesSourceList\.targets\.\*: schema (maxLength|pattern)$/,
      /^network\.prefixLists\.\*\.maxEntries: schema maximum$/,
      /^network\.securityGroups\.\*(\.(in|e)gress\.\*)?\.description: schema (maxLength|pattern)$/,
      /^network\.securityGroups\.\*\.egress\.\*\.to\.managedPrefixList: schema maxLength$/,
      /^network\.vpc\.tags\.\*: schema maxLength$/,
      /^rds\.(clusters\.\*\.backupRetentionPeriod|instances\.\*\.allocatedStorageGib): schema (maximum|minimum)$/,
      /^rds\.(clusters|instances)\.\*\.(databaseName|masterUsername): schema (maxLength|pattern)$/,
      /^route53\.(hostedZones|records)\.\*\.name: schema (maxLength|pattern)$/,
      /^route53\.records\.\*\.value\.((a|aaaa|txt)\.\*|cname): schema maxLength$/,
      /^targetGroups\.\*\.healthCheck\.matcher: schema (maxLength|pattern)$/,
    ],
  },
  {
    title: "words that AWS knows",
    reason: "The provider passes any text on, and the API knows these values only.",
    lines: [
      /^ecs\.clusters\.\*\.containerInsights: schema enum$/,
      /^network\.prefixLists\.\*\.addressFamily: schema enum$/,
      /^(ipam\.pools\.\*\.scope|loadBalancers\.\*\.scheme): schema enum$/,
    ],
  },
  {
    title: "words of the blueprint",
    reason:
      "They are Hextet's own: the provider never sees them, or sees what follows from them, so that no value of AWS's is shut out.",
    lines: [
      /^compute\.launchTemplates\.\*\.guest\.(format: schema enum|\w+Mirror: schema (maxLength|pattern))$/,
      /^network\.addressPlan\.\w+: schema (enum|maximum)$/,
      /^network\.subnets\.\*\.addressing: schema enum$/,
      /^network\.subnets\.\*\.ipv6Numbers\.\*: schema minimum$/,
      /^network\.vpc\.defaults\.\w+: schema enum$/,
      /^cloudwatch\.metricFilters\.\*\.(match\.\*|valueField): schema (maxLength|pattern)$/,
    ],
  },
  {
    title: "some of AWS's",
    reason:
      "AWS has more: other kinds of health checks, views, storage types and actions of firewalls want arguments that a blueprint has not, and a longer text of Suricata's rules comes in by the ARN of its group. What is refused is not made in silence.",
    lines: [
      /^compute\.autoScalingGroups\.\*\.healthCheckType: schema enum$/,
      /^rds\.instances\.\*\.storageType: schema enum$/,
      /^network\.networkFirewalls\.\*\.firewallPolicy\.(stateful|stateless|statelessFragment)DefaultActions?(\.\*)?: schema enum$/,
      /\.rulesSource\.rulesString: schema maxLength$/,
      /^cloudwatch\.dashboards\.\*\.widgets\.\*\.graph\.view: schema enum$/,
      /^cloudwatch\.dashboards\.\*\.widgets\.\*\.(graph\.title|text): schema maxLength$/,
    ],
  },
];
