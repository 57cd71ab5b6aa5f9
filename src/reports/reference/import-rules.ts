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
    id: "import/another-region",
    severity: "error",
    title: "The region that is asked is the one that the state tells.",
    why: "With `--region` beside a state, AWS is asked for the ids of rules. The state tells the region of the VPC; in another one AWS knows none of its security groups, and would say so of the first alone. Nothing was asked.",
  },
  {
    id: "import/aws-failed",
    severity: "error",
    title: "AWS answers.",
    why: "A request failed for another reason than a missing right: the network, a wrong region, an endpoint in the environment that does not answer, or AWS itself. Nothing was written.",
  },
  {
    id: "import/differs",
    severity: "warning",
    title: "What the blueprint says of the network is what AWS has.",
    why: "`hextet import --merge` builds the stack of the blueprint and that of the network as it is, at the same stage, and compares each argument of each resource that both have, and which resources one of them has and the other has not. What Terraform ignores of an imported resource changes nothing, so it is named below the findings only. Either the network has been changed since the blueprint was written, or the blueprint has been edited. Which of the two is right, only its owner knows, so nothing is changed. What is left as it is becomes a change in the next plan.",
  },
  {
    id: "import/gone",
    severity: "warning",
    title: "What the blueprint takes over is there.",
    why: "`hextet import --merge` has not found it in AWS, or in the state. Terraform cannot import what is not there. The line of its id has to go, and what describes it too, unless it is to be made anew. Nothing is taken out by itself, because a state knows only what its configuration made, and somebody's edits may hang on it.",
  },
  {
    id: "import/in-every-environment",
    severity: "warning",
    title: "What a merge puts in for one environment is there in the others too.",
    why: "The parts of a blueprint are those of all its environments: only values may differ. What `hextet import --merge shop.yaml#staging` has found in one VPC is described for the others from then on, and Terraform makes it there where no line of their `existing.import` names it. Merge the other networks too when they have the same, and read their next plans.",
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
    id: "import/not-compared",
    severity: "warning",
    title: "The stacks of the blueprint and of the network can be built, and compared.",
    why: "`hextet import --merge` tells what an apply would change by building both. Where the blueprint, or the first draft of the network as it is, has an error, there is nothing to build: what was compared then is a short list of keys. Settle the error, and merge again.",
  },
  {
    id: "import/not-interactive",
    severity: "error",
    title: "Who is asked sits at a terminal, and stays until the end.",
    why: "`hextet import --interactive` asks on standard output and reads from standard input, so both have to be terminals. With Ctrl-C, or at the end of the input, nothing is written. Without `--interactive` the same questions stand in the blueprint, as TODO.",
  },
  {
    id: "import/not-merged",
    severity: "warning",
    title: "What is new in the network can be put into the blueprint.",
    why: "`hextet import --merge` puts text into what is there and changes none of it. Where that would make the blueprint wrong, as when a new entry of a network ACL has the number of an edited one, or where the place is an alias, it leaves the new thing out and says so.",
  },
  {
    id: "import/nothing-to-merge",
    severity: "error",
    title: "The blueprint that a network is merged into describes that network.",
    why: "`hextet import --merge` knows what is there already by the ids in `network.vpc.existing`. A blueprint without it describes a network that Terraform makes, and one of another VPC would become a mixture of two.",
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
