import type { Explanation } from "../findings/explanation.ts";

/** What can keep `hextet import` from writing a blueprint. Sorted by id. */
export const importRules = [
  {
    id: "import/access-denied",
    severity: "error",
    title: "Who imports may read what is there.",
    why: "`hextet import` only reads: every action it asks for begins with `Describe`. The finding names all that are refused, and the policy document to ask for stands below it. The AWS managed policies `ReadOnlyAccess` and `ViewOnlyAccess` hold most of them.",
  },
  {
    id: "import/aws-failed",
    severity: "error",
    title: "AWS answers.",
    why: "A request failed for another reason than a missing right: the network, a wrong region, an endpoint in the environment that does not answer, or AWS itself. Nothing was written.",
  },
  {
    id: "import/lost",
    severity: "error",
    title: "Everything that import reads is taken over, referred to, or listed.",
    why: "What was read is counted against what the blueprint says. A difference would mean that something has vanished without a word, so it is an error, also where the blueprint is valid. It is a mistake of Hextet's. The blueprint was written, and lists what is missing at its end.",
  },
  {
    id: "import/no-credentials",
    severity: "error",
    title: "There are AWS credentials to import with.",
    why: "They come from where the AWS CLI has them: the environment, `~/.aws`, single sign-on, or the machine's role. `aws sts get-caller-identity` shows whether there are any, and whether they still hold.",
  },
  {
    id: "import/not-a-state",
    severity: "error",
    title: "What is imported from is a Terraform state as JSON.",
    why: "`hextet import --state` reads what `terraform show -json` says of the current state. A raw `terraform.tfstate`, a plan, or half a file is not that.",
  },
  {
    id: "import/throttled",
    severity: "error",
    title: "AWS takes as many requests as import makes.",
    why: "AWS limits the requests of an account in a region, and whoever else asks there uses up the same limit. Import has asked several times, each time later, and gave up. Nothing was written. Run it again in a minute, or when less is going on.",
  },
  {
    id: "import/vpc-incomplete",
    severity: "error",
    title: "A VPC that is imported has a region, an IPv4 block and a subnet that a blueprint can describe.",
    why: "A blueprint describes subnets with IPv4 in the availability zones a to f of one region, and there is none. A state knows only what its configuration made: the VPC may be known to it by half.",
  },
  {
    id: "import/vpc-not-found",
    severity: "error",
    title: "The VPC that is imported is there.",
    why: "The id is wrong, or the VPC is of another region or account than the one asked. In a state, only VPCs that it manages count, not those that it reads by a data source.",
  },
  {
    id: "import/vpc-unclear",
    severity: "error",
    title: "Which VPC of a state is imported is clear.",
    why: "One blueprint describes one VPC. The state has several, so one has to be named: `--vpc <id>`.",
  },
] as const satisfies readonly Explanation[];
