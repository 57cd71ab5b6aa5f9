/** Where what Hextet does not make is said instead. */
const INSTEAD =
  "write it in Terraform beside the blueprint, and name the file in extend.terraform (docs/blueprint.md)";

/**
 * Services that AWS or its provider has and a blueprint has no word for, in lower case without signs: the API models of
 * botocore 1.43.11 and 1.43.107, and the provider's other words.
 */
const SERVICES = new Set(
  `accessanalyzer account accountaccess acm acmpca agentregistry agentregistrycontrol aiops amp amplify amplifybackend
   amplifyuibuilder apigateway apigatewaymanagementapi apigatewayv2 appconfig appconfigdata appfabric appflow
   appintegrations applicationautoscaling applicationcostprofiler applicationinsights applicationsignals appmesh
   apprunner appstream appsync arcregionswitch arczonalshift artifact athena auditmanager autoscalingplans
   autoscalingpolicies b2bi backup backupgateway backupsearch batch bcmdashboards bcmdataexports
   bcmpricingcalculator bcmrecommendedactions bedrock bedrockagent bedrockagentcore bedrockagentcorecontrol
   bedrockagentruntime bedrockdataautomation bedrockdataautomationruntime bedrockruntime billing billingconductor
   braket budgets ce certificates chatbot chime chimesdkidentity chimesdkmediapipelines chimesdkmeetings
   chimesdkmessaging chimesdkvoice cleanrooms cleanroomsml clientvpn cloud9 cloudcontrol clouddirectory
   cloudformation cloudfront cloudfrontkeyvaluestore cloudhsm cloudhsmv2 cloudmap cloudsearch cloudsearchdomain
   cloudtrail cloudtraildata cloudwatchevents cloudwatchomni codeartifact codebuild codecatalyst codecommit
   codeconnections codedeploy codeguruprofiler codegurureviewer codegurusecurity codepipeline codestarconnections
   codestarnotifications cognito cognitoidentity cognitoidp cognitosync comprehend comprehendmedical
   computeoptimizer computeoptimizerautomation config connect connectcampaigns connectcampaignsv2 connectcases
   connectcontactlens connecthealth connectparticipant controlcatalog controltower costoptimizationhub cur
   customerprofiles databrew dataexchange datapipeline datasync datazone dax deadline detective
   devicefarm devopsagent devopsguru directconnect directoryservice discovery dlm dms docdb docdbelastic documentdb
   drs ds dsdata dsql dynamodb dynamodbstreams ebs ec2instanceconnect ecr ecrpublic efs eksauth elasticbeanstalk
   elasticfilesystem elasticsearch elastictranscoder elementalinference emr emrcontainers emrserverless
   endusermessaging entityresolution es eventbridge eventbridgev2 events evs finspace finspacedata firehose fis fms
   forecast forecastquery frauddetector freetier fsx gamelift gameliftstreams geomaps geoplaces georoutes glacier
   globalaccelerator glue grafana greengrass greengrassv2 groundstation guardduty health healthlake iam iamroles
   iamtoolbox identitystore imagebuilder importexport inspector inspector2 inspectorscan interconnect
   internetmonitor invoicing iot iotdata iotdeviceadvisor iotevents ioteventsdata iotfleetwise iotjobsdata
   iotmanagedintegrations iotsecuretunneling iotsitewise iotthingsgraph iottwinmaker iotwireless ivs ivschat
   ivsrealtime kafka kafkaconnect kendra kendraranking keyspaces keyspacesstreams kinesis kinesisanalytics
   kinesisanalyticsv2 kinesisvideo kinesisvideoarchivedmedia kinesisvideomedia kinesisvideosignaling
   kinesisvideowebrtcstorage kms lakeformation lambdacore lambdamicrovms lambdaweb launchwizard lex lexmodels
   lexruntime lexv2models lexv2runtime licensemanager licensemanagerlinuxsubscriptions
   licensemanagerusersubscriptions lightsail location lookoutequipment m2 machinelearning macie macie2 mailmanager
   managedblockchain managedblockchainquery marketplaceagreement marketplacecatalog marketplacecommerceanalytics
   marketplacedeployment marketplacediscovery marketplaceentitlement marketplacereporting mediaconnect mediaconvert
   medialive mediapackage mediapackagev2 mediapackagevod mediastore mediastoredata mediatailor medicalimaging
   memorydb meteringmarketplace mgh mgn migrationhubconfig migrationhuborchestrator migrationhubrefactorspaces
   migrationhubstrategy mpa mq msk mturk mwaa mwaaserverless neptune neptunedata neptunegraph
   networkflowmonitor networkmanager networkmonitor networksecuritymanager notifications
   notificationscontacts novaact oam observabilityadmin odb omics opensearch opensearchserverless organizations
   osis outposts panorama partnercentralaccount partnercentralbenefits partnercentralchannel
   partnercentralrevenuemeasurement partnercentralselling paymentcryptography paymentcryptographydata
   pcaconnectorad pcaconnectorscep pcs personalize personalizeevents personalizeruntime pi pinpoint pinpointemail
   pinpointsmsvoice pinpointsmsvoicev2 pipes polly pricing pricingplanmanager privatelinkservices prometheus proton
   qapps qbusiness qconnect quicksight ram rbin rdsdata redshift redshiftdata redshiftserverless rekognition
   repostspace resiliencehub resiliencehubv2 resolverrules resourceexplorer2 resourcegroups
   resourcegroupstaggingapi rolesanywhere route53domains route53globalresolver route53profiles
   route53recoverycluster route53recoverycontrolconfig route53recoveryreadiness route53resolver rtbfabric rum s3
   s3buckets s3control s3files s3outposts s3tables s3vectors sagemaker sagemakera2iruntime sagemakeredge
   sagemakerfeaturestoreruntime sagemakergeospatial sagemakerjobruntime sagemakermetrics sagemakerruntime
   savingsplans scheduler schemas sdb secrets secretsmanager securityagent securityhub securityir securitylake
   serverlessrepo servicecatalog servicecatalogappregistry servicediscovery servicequotas ses sesv2 sfn shield
   signer signerdata signin simpledbv2 simspaceweaver smsvoice snowball snowdevicemanagement sns socialmessaging
   sqs ssm ssmcontacts ssmguiconnect ssmincidents ssmparameters ssmquicksetup ssmsap sso ssoadmin ssooidc
   stepfunctions storagegateway sts supplychain support supportapp supportauthz sustainability swf synthetics
   taxsettings textract timestream timestreaminfluxdb timestreamquery timestreamwrite tnb trafficmirroring
   transcribe transfer transitgateway transitgateways translate trustedadvisor uxc verifiedaccess
   verifiedpermissions voiceid vpclattice vpn waf wafregional wafv2 wellarchitected
   wickr wisdom workdocs workmail workmailmessageflow workspaces workspacesinstances workspacesthinclient
   workspacesweb xray`.split(/\s+/),
);

const KEYS_OF_AWS =
  "a pre-shared key is no part of a blueprint: AWS makes one for each tunnel, and the configuration that it offers for the device has them";

/** Things within a section that AWS has and a blueprint has no word for: the last step but names, the key, and words. */
const WITHIN: readonly (readonly [section: string, key: string, words: string])[] = [
  [
    "services",
    "deploymentCircuitBreaker",
    `deployment settings of a service are not part of a blueprint: ${INSTEAD}`,
  ],
  ["services", "serviceConnectConfiguration", `Service Connect is not part of a blueprint: ${INSTEAD}`],
  ["autoScalingGroups", "scalingPolicies", `scaling policies are not part of a blueprint: ${INSTEAD}`],
  ["tunnel1", "presharedKey", KEYS_OF_AWS],
  ["tunnel2", "presharedKey", KEYS_OF_AWS],
  ["vpnConnections", "tunnel1PresharedKey", KEYS_OF_AWS],
  ["vpnConnections", "tunnel2PresharedKey", KEYS_OF_AWS],
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
