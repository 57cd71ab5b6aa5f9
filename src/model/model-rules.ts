import { addressingFacts } from "../aws/facts/addressing.ts";
import { computeFacts } from "../aws/facts/compute.ts";
import type { Fact } from "../aws/facts/fact.ts";
import { localZoneFacts } from "../aws/facts/local-zones.ts";
import { providerFacts } from "../aws/facts/provider.ts";
import { routingFacts } from "../aws/facts/routing.ts";
import { serviceConnectFacts } from "../aws/facts/service-connect.ts";
import { sharingFacts } from "../aws/facts/sharing.ts";

/**
 * A mistake that normalising finds, as it is explained to people. Always an error: AWS or Terraform refuses it, or the
 * blueprint contradicts itself, so that there is no network to write.
 */
export interface ModelRule {
  /** `model/` and a kebab-case word; never reused. */
  readonly id: string;
  /** One sentence that says what must hold. */
  readonly title: string;
  /** What goes wrong otherwise, for the person who met the finding. */
  readonly why: string;
  /** What to do about it. */
  readonly hint: string;
  /** What it says of AWS and Terraform rests on these; absent where the blueprint contradicts itself. */
  readonly sources?: readonly Fact[];
}

/** Everything that normalising reports, sorted by id. */
export const modelRules = [
  {
    id: "model/architecture",
    title: "The architecture of a host is its instance type's, and its operating system has an image for it.",
    why: "An image runs only on instance types of its architecture: EC2 refuses to launch any other pair. For an instance type that is newer than the table the letters of its name decide, or architecture.",
    hint: "Leave architecture out, choose another operating system, or name an image with ami.",
    sources: [computeFacts.imageOfItsArchitecture],
  },
  {
    id: "model/duplicate-attachment",
    title: "An attachment of another VPC shares its name with none of this one's.",
    why: "A route of a transit gateway leads to an attachment by its name, and Terraform addresses are made of it: of two with one name nobody could tell which is meant.",
    hint: "Rename one of the two.",
  },
  {
    id: "model/duplicate-load-balancer",
    title: "A Gateway Load Balancer shares its name with no other load balancer.",
    why: "Endpoint services name load balancers of both kinds, and Terraform has one type for them: of two with one name nobody could tell which is meant.",
    hint: "Rename one of the two.",
  },
  {
    id: "model/duplicate-port-name",
    title: "The name of a port is one of its task definition alone.",
    why: "Service Connect names a port by its name among all containers of the task: of two with one name nobody could tell which is meant.",
    hint: "Rename one of the two.",
  },
  {
    id: "model/duplicate-template",
    title: "An auto scaling group that describes its hosts itself shares its name with no launch template.",
    why: "A launch template with the group's name is made for such a group. With a second one of the same name, neither Terraform nor a reader could tell the two apart.",
    hint: "Rename one of the two, or let the group name the launch template.",
  },
  {
    id: "model/endpoint-service",
    title: "A Gateway Load Balancer endpoint names one service.",
    why: "A service of this blueprint is named by its key, so that its name in AWS is taken once it is there; one that is made elsewhere by that name. With both nobody could tell which is meant.",
    hint: "Write endpointService for a service of this blueprint, else serviceName.",
  },
  {
    id: "model/extension-name-twice",
    title: "Every file of extend.terraform has a name of its own in the stack's folder.",
    why: "Files are copied into one folder under their own names, whatever folders they come from: of two with one name the second would replace the first, and one named cdk.tf.json what Hextet made. Some file systems do not tell capital letters from small ones.",
    hint: "Rename one of the two files.",
  },
  {
    id: "model/final-snapshot-not-taken",
    title: "What is deleted without a last snapshot has no name for one.",
    why: "A name says that somebody counts on the snapshot, and skipFinalSnapshot says that there will be none: with the thing its data would be gone.",
    hint: "Leave skipFinalSnapshot out, or finalSnapshotIdentifier.",
  },
  {
    id: "model/guest-user-data",
    title: "User data can follow what guest tells the host.",
    why: "Both become one text. A shell script can follow shell lines and a PowerShell block PowerShell lines, but cloud-config or a script in another language would be read as shell. With guest.format: cloud-init both travel as parts of a multipart, where each keeps its form; Windows knows no such thing.",
    hint: "Write guest.format: cloud-init, or begin the user data with #!/bin/bash; for Windows put it between <powershell> and </powershell>.",
  },
  {
    id: "model/host-settings",
    title: "An auto scaling group either names a launch template or describes its hosts, not both.",
    why: "A group launches its hosts from one launch template. Settings beside launchTemplate would be ignored, which their author would not expect; without either there is nothing to launch.",
    hint: "Move the settings into the launch template, or remove launchTemplate.",
  },
  {
    id: "model/inspection-without-internet",
    title: "A tier that is inspected on its way to the internet has one.",
    why: "With inspection the default routes lead to an endpoint, and answers come back by it. A tier with internet: none has no default route: nothing would be inspected.",
    hint: "Write internet: public or egress-only, or take inspection out.",
  },
  {
    id: "model/invalid-address",
    title: "An address is a single IP address of the family that its place takes.",
    why: "AWS takes an address without a prefix length, brackets or zone.",
    hint: 'Write 10.20.0.4 or "2001:db8::4". Quote IPv6 addresses: without quotes YAML reads some of them as something else.',
  },
  {
    id: "model/invalid-cidr",
    title: "A block is an address and a prefix length of the family that its place takes.",
    why: "AWS takes blocks in CIDR notation only: an address, a slash and a prefix length.",
    hint: 'Write 10.20.0.0/16 or "2001:db8::/56". Quote IPv6 blocks: without quotes YAML reads some of them as something else.',
  },
  {
    id: "model/ipam-pool-choice",
    title: "A block from IPAM names one pool: by pool or by poolId.",
    why: "A pool of the same blueprint goes by its name, one that is made elsewhere by its id. With both, or with neither, nothing says which pool is meant.",
    hint: "Write pool, a name of ipam.pools, or poolId.",
  },
  {
    id: "model/ipam-pool-cycle",
    title: "The sources of IPAM pools lead to a pool of the first level.",
    why: "A pool divides blocks of its source. Pools that are each other's source have no blocks to divide, and AWS could make none of them first.",
    hint: "Remove source from the pool that is to be of the first level.",
  },
  {
    id: "model/ipv4-block-in-unknown-block",
    title: "A subnet's IPv4 block is not written where a pool chooses the VPC's.",
    why: "A pool of IPAM that is asked for a size gives whichever block is free, and tells it at the first apply. A subnet's block that is written would lie inside it by chance only: EC2 refuses a subnet outside the VPC.",
    hint: "Let the address plan cut the subnets (slot), or write the VPC's block as ipam.cidr.",
    sources: [addressingFacts.subnetBlockWithinVpc],
  },
  {
    id: "model/ipv4-choice",
    title: "An IPv4 block of the VPC is written out, or given by a pool of IPAM.",
    why: "Every VPC has an IPv4 block. It is said in one place: as a block that no pool knows of, or as one that a pool of IPAM gives and keeps for this VPC.",
    hint: "Write ipv4Cidr: 10.20.0.0/16, or ipv4: { ipam: { pool: production, netmaskLength: 16 } }. A further block has cidr or ipam. A block of ipam has netmaskLength or cidr, and of a VPC that was there before the cidr.",
  },
  {
    id: "model/ipv6-number-outside-block",
    title: "A number under ipv6Numbers is one of the block that the tier is cut from.",
    why: "A /56 has 256 blocks of length 64, with the numbers from 0 to 255. What lies beyond is outside the VPC, where no subnet can be: Terraform's cidrsubnet stops.",
    hint: "Write a number within the block.",
    sources: [addressingFacts.subnetBlockWithinVpc],
  },
  {
    id: "model/local-zone-of-other-region",
    title: "A Local Zone is one of the blueprint's region.",
    why: "A Local Zone extends one region and is named for it, such as us-west-2-lax-1a. EC2 makes no subnet there for a VPC of another region.",
    hint: "Write a Local Zone of the region.",
    sources: [localZoneFacts.localZoneOfItsRegion],
  },
  {
    id: "model/local-zone-without-tier",
    title: "In every Local Zone of the blueprint stands a tier.",
    why: "A tier that names no zones has none in Local Zones: services that do not exist there would be refused, and its IPv6 block is announced elsewhere. A Local Zone that no tier names stands for nothing.",
    hint: "Name the Local Zone in the availabilityZones of a tier, or take it out.",
  },
  {
    id: "model/nat-gateway-mode",
    title: "A zonal NAT gateway stands in a tier, and a regional one in none.",
    why: "A regional NAT gateway is the whole VPC's: it has no subnet, is public, and has its addresses by zone. A zonal one needs a subnet, and has one address. The provider refuses the arguments of the one for the other.",
    hint: "Write subnet for a zonal NAT gateway, and neither subnet, zone, perZone nor connectivityType for a regional one.",
    sources: [routingFacts.natGatewayRegional],
  },
  {
    id: "model/nat64-gateway",
    title: "A tier with nat64 has one NAT gateway to use, or names instances that translate.",
    why: "NAT64 is done by a NAT gateway, or by instances of one's own: the route for 64:ff9b::/96 points there. With no gateway there is nothing to point to, and with several the author has to choose.",
    hint: "Add a NAT gateway in a public tier, or name one of the several with natGateway; or name instances with nat64Instances.",
    sources: [routingFacts.nat64IsBuiltIn],
  },
  {
    id: "model/no-vpc-block",
    title: "The VPC's own IPv6 block is named only where the VPC has one.",
    why: "The key vpcIpv6 stands for the block that the VPC gets. A VPC with ipv6: { none: {} } gets none, so nothing would be matched.",
    hint: "Give network.vpc.ipv6 a source, or write the block out with cidrIpv6.",
  },
  {
    id: "model/output-of-other-kind",
    title: "A reference leads to a value of the kind that is wanted at its place.",
    why: "A subnet id in the place of a transit gateway id is a text like any other to Terraform: the plan is clean, and AWS refuses it in the middle of the apply.",
    hint: "Name an output of the kind that the finding asks for; docs/outputs-elsewhere.md lists what each gives.",
  },
  {
    id: "model/output-without-value",
    title: "An output shows something that the network has.",
    why: "The named part exists, but not what the output asks of it: an IPv4-only tier has no IPv6 blocks, a private NAT gateway has no public address, and a gateway that no route needs is not made.",
    hint: "Remove the output, or give the network what it is to show.",
  },
  {
    id: "model/parameter-elsewhere",
    title:
      "A stack that hands its outputs over by parameters is in the region and account of those that read them.",
    why: "An SSM parameter is read by its name in the reader's own region and account: elsewhere Terraform finds none, and the plan fails.",
    hint: "Hand over by state, or write the parameter there by a file of extend.",
  },
  {
    id: "model/provider-version-constraint",
    title: "The provider's version constraint can be read and fulfilled.",
    why: "Terraform looks for a release of the AWS provider that satisfies every part of the constraint, and init fails when there is none.",
    hint: 'Write terms such as ">= 5.100, < 7.0" or "~> 5.100", separated by commas.',
  },
  {
    id: "model/provider-version-straddles-gap",
    title: "One side of a provider hook is right for every provider version that the blueprint allows.",
    why: "Some allowed versions of the AWS provider lack an argument that the blueprint needs, and in the others the provider hook that stands in for it would be at odds with the provider. Whichever side were written, terraform init could install a version for which it is wrong.",
    hint: "Narrow terraform.awsProvider.version to one side of the version that the finding names, or choose in terraform.hooks.",
  },
  {
    id: "model/reference-choice",
    title: "A reference to a blueprint names either an output or a value.",
    why: "Two answers to the question of what is wanted may differ, and none is no answer.",
    hint: "Write one of output and value.",
  },
  {
    id: "model/reference-circle",
    title: "Stacks do not wait for each other in a circle.",
    why: "A stack can be applied only after those that it takes values from, and after those that its `terraform.dependsOn` names. In a circle none can be the first, and none of them can ever be destroyed either.",
    hint: "Take `terraform.dependsOn` out where no value is taken, let one of them name the value as a literal, or move what both need into a third blueprint.",
  },
  {
    id: "model/reference-key",
    title: "A reference to an output that is a map says which entry it wants, and one that has it.",
    why: "One value is wanted at the place. Terraform would refuse the whole map, or find no such key in it.",
    hint: "Write key with a zone or a name that the output has.",
  },
  {
    id: "model/removed-part",
    title: "What terraform.removed names is no longer made by a provider hook.",
    why: "A part that a hook makes and that the same apply is to delete would be gone after every second apply. The ECS account setting is the whole account's: Hextet turns it on where it is asked to, and never off.",
    hint: "Take the name out of terraform.removed, or what it names out of the blueprint.",
  },
  {
    id: "model/renamed-from",
    title: "What has been renamed had a name that nothing else has now.",
    why: "What renamedFrom says becomes a moved block of Terraform, which takes the state of one address to another. Terraform refuses a plan in which the old address is still used, or goes to two places. So names cannot change places, or move on in a row, in one apply.",
    hint: "Write the name that the thing had where it was applied last. To let two names change places, take a third name first and apply.",
    sources: [providerFacts.movedBlocks],
  },
  {
    id: "model/reserved-name",
    title: "A name that Hextet itself uses in a place is not used there by the author.",
    why: "Derived routes, the entries of a preset and the VPC's own blocks have names too, and names become Terraform addresses. A second claim on one address would make one of the two vanish.",
    hint: "Choose another name.",
  },
  {
    id: "model/route-destination",
    title: "A route is for one block or for one prefix list.",
    why: "EC2 takes one destination for a route, and needs one.",
    hint: "Write one of destination, destinationPrefixList and destinationPrefixListId.",
  },
  {
    id: "model/route-zone-missing",
    title: "What a route leads to in every zone is there in each zone of the tier.",
    why: "The tier has a route table for each of its zones, and each leads to the endpoint in its own: packets of a zone without one would have no way. An endpoint of another zone does too, but then its zone's failure is that of both, and traffic between zones is paid for: so it is written out.",
    hint: "Add the zone to the target, with the id of another zone's where that is meant, or take it from the tier's availabilityZones.",
  },
  {
    id: "model/service-connect-circle",
    title: "Services that call each other by Service Connect are made one after the other.",
    why: "A task knows those endpoints alone that were there when its service was deployed, so that the services in calls are made first. Of services that call each other none can be the first.",
    hint: "Take one of them out of calls, and deploy that service anew once the other is there.",
    sources: [serviceConnectFacts.serviceConnectEndpointsAtDeployment],
  },
  {
    id: "model/shared-elsewhere",
    title: "A resource share hands out what this stack makes or imports.",
    why: "RAM is told the ARN of what is shared, and shares only what the account owns. Of what is managed outside this stack Hextet knows an id and no owner: it may be another account's, shared with this one, and AWS shares nothing on.",
    hint: "Share it in the stack that makes it, or import it.",
    sources: [sharingFacts.sharedByItsOwner],
  },
  {
    id: "model/shared-route-table",
    title: "A tier that shares another tier's route table asks for no other routes than that table has.",
    why: "The subnets of both tiers have one table, so that a route of the one is a route of the other. What a tier says of the internet, of its NAT gateway or of NAT64 would be ignored if the table did not do it.",
    hint: "Say the same in both tiers, write routes under the tier that the table belongs to, or remove routeTable.",
  },
  {
    id: "model/sizes",
    title: "The sizes of an auto scaling group satisfy minSize <= desiredCapacity <= maxSize.",
    why: "EC2 Auto Scaling refuses every other combination. Left out, minSize is 1, maxSize is 2 and a new group starts with minSize hosts, so a larger minSize alone needs a maxSize too.",
    hint: "Write maxSize and desiredCapacity together with minSize.",
    sources: [computeFacts.groupSizes],
  },
  {
    id: "model/state-in-output-folder",
    title: "Terraform's local state lies outside the output folder.",
    why: "When a stack is gone, cdktf deletes its folder with everything in it. State in there would be lost with it, and Terraform would no longer know what it made in AWS.",
    hint: "Leave path out, or write one that leads out of the output folder.",
  },
  {
    id: "model/state-without-path",
    title: "A local state of plain Terraform has a path.",
    why: "Hextet's default path is a place for the states of its own stacks; one of plain Terraform is nowhere in particular.",
    hint: "Write path, relative to the folder of the stack.",
  },
  {
    id: "model/stopped-stack",
    title: "A reference leads to a blueprint without errors.",
    why: "A blueprint that was named alone takes a value from one beside it. What that one gives is not known while it cannot be read.",
    hint: "Correct the other blueprint: `hextet validate` without a name shows its errors.",
  },
  {
    id: "model/tier-without-zone",
    title: "Every tier has a zone.",
    why: "A tier that names no zones stands in all of the network's that are not Local Zones. Where the network has Local Zones only, it would have no subnet.",
    hint: "Write availabilityZones for the tier.",
  },
  {
    id: "model/unknown-environment",
    title: "A reference to a blueprint with environments means one of them.",
    why: "Such a blueprint is a stack in each environment. A reference means the environment of the same name as its own; where there is none of that name, or the reader has no environments, nothing says which stack is meant.",
    hint: "Write environment beside stack, with the name of one of them.",
  },
  {
    id: "model/unknown-name",
    title: "A name refers to something in the same blueprint.",
    why: "References are names of siblings: a tier, a security group, a target group. An unknown one is most often a misspelling, or what is left of something renamed.",
    hint: "Correct the spelling, or add what is referred to.",
  },
  {
    id: "model/unknown-os",
    title: "An os is an operating system whose images Hextet can find.",
    why: "For each operating system it knows, Hextet reads the newest image from the public SSM parameter of its publisher.",
    hint: "Take a name from the hint, or name the image with ami: by its id, or by a parameter of your own.",
  },
  {
    id: "model/unknown-output",
    title: "A reference to a blueprint names an output that it has.",
    why: "Terraform would find no such output in the state, and refuse to plan. Whoever removes an output removes it from all that read it.",
    hint: "Correct the name, keep the output, or write value, which needs none.",
  },
  {
    id: "model/unknown-stack",
    title: "A reference to a blueprint names one that is there.",
    why: "The value comes from the stack that the other blueprint makes: without it Terraform has no state and no parameter to read, and the order of the stacks cannot be known.",
    hint: "Correct the name, or use fromState or fromParameter for what no blueprint makes.",
  },
  {
    id: "model/unknown-state",
    title: "A reference to a state names one of terraform.states.",
    why: "Where the state is stands there once, so that a move of it is one line.",
    hint: "Correct the name, or add the state to terraform.states.",
  },
  {
    id: "model/unknown-zone",
    title: "An instance stands in one of its tier's availability zones.",
    why: "A tier has subnets in its own availabilityZones only, or in all of the network's but its Local Zones. In any other zone there is no subnet for the instance.",
    hint: "Take a letter of the tier's availability zones, or add the zone there.",
  },
  {
    id: "model/vpc-defaults",
    title: "What AWS made with a VPC is changed by the stack that manages the VPC.",
    why: "A VPC that stays managed outside this stack may have its default security group, route table and network ACL in its owner's state. Two states that hold one thing undo each other's work at every apply.",
    hint: "Take vpc.defaults out, and ask the VPC's owner.",
  },
  {
    id: "model/zone-outside-plan",
    title: "Every availability zone for which the address plan cuts a subnet has a place in it.",
    why: "The plan keeps zonesPerTier subnets for each tier: zone a takes the first, zone b the second, and so on. A zone beyond them would take a block of the next tier. Subnets whose blocks are all written need no place.",
    hint: "Raise network.addressPlan.zonesPerTier, or take a larger VPC.",
  },
  {
    id: "model/zones-share-place",
    title: "The address plan gives each subnet of a tier a place of its own.",
    why: "A Local Zone has the place of its last letter, so that one which comes later moves no subnet. In one tier it would take the block of the availability zone with that letter, or of another Local Zone. A tier of its own is what IPv6 needs too: its block there is announced from the Local Zone.",
    hint: "Give the Local Zone a tier of its own, or write the subnet's blocks with ipv4Cidrs and ipv6Numbers.",
  },
] as const satisfies readonly ModelRule[];

/** The id of a mistake that normalising reports. */
export type ModelRuleId = (typeof modelRules)[number]["id"];
