import type { RefusedChange } from "../aws/refused-changes.ts";

/** The arguments of a resource as Terraform's JSON has them, references and all. */
export type Body = Readonly<Record<string, unknown>>;

/** What a stack's Terraform JSON says of its resources. */
export interface StackOutput {
  readonly name: string;
  /** By address, such as `aws_subnet.app_a`. */
  readonly resources: ReadonlyMap<string, Body>;
  /** Data sources by address, such as `data.aws_ami.web`. */
  readonly data: ReadonlyMap<string, Body>;
  /** The old address of a resource whose state moves, by its new one. */
  readonly moved: ReadonlyMap<string, string>;
  /** Addresses that an import block takes over. */
  readonly imported: ReadonlySet<string>;
  /** Addresses that a `removed` block forgets without destroying. */
  readonly forgotten: ReadonlySet<string>;
  /** What Terraform itself is told: `terraform`, `terraform.backend.s3`, `terraform.required_providers.aws`, `provider.aws`. */
  readonly terraform: ReadonlyMap<string, Body>;
  /** The value of each output by its name, as JSON text. */
  readonly outputs: ReadonlyMap<string, string>;
  /** What the whole stack hangs on, as JSON texts. */
  readonly settings: Readonly<Record<Setting, string>>;
  /** Null: the provider is told of none, or of several. */
  readonly region: string | null;
  /** What files beside it override of what Hextet makes: the rest here is as they make it. */
  readonly overrides: readonly Override[];
}

/** An argument that a file beside the stack, such as `override.tf`, changes of what Hextet makes. */
export interface Override {
  /** Its name in the stack's folder. */
  readonly file: string;
  /** `aws_vpc.main`, `data.aws_ami.web`, `provider.aws`, `terraform`, `output.vpc_id`. */
  readonly address: string;
  readonly argument: string;
  /** As the blueprint says it, or the file before; undefined where the argument is not written. */
  readonly before: unknown;
  readonly after: unknown;
}

/** Things that AWS charges for by the hour. */
export interface Bill {
  readonly natGateways: number;
  /** Interface endpoints, each in each of its zones. */
  readonly interfaceEndpointZones: number;
  readonly transitGatewayAttachments: number;
  readonly networkFirewallEndpoints: number;
}

/** `elsewhere`: region and account; `state`: the backend; `tags`: the default tags of all resources. */
export type Setting = "elsewhere" | "state" | "tags";

/** What Terraform does with an argument's new value; `unknown`: this argument was never asked about. */
export type Effect = "update" | "replace" | "may-replace" | "unknown";

/** One argument that is not what it was. */
export interface ArgumentDifference {
  /** With the blocks it stands in: `root_block_device.volume_size`. */
  readonly argument: string;
  /** Undefined where the argument is not written. */
  readonly before: unknown;
  readonly after: unknown;
  /** True: `ignore_changes` left it as AWS has it until now, so that `before` is not known. */
  readonly wasIgnored: boolean;
  readonly effect: Effect;
}

/** What happens to a resource. `move`: only its address in the state changes. */
export type Action =
  | "create"
  | "import"
  | "update"
  | "move"
  | "replace"
  | "may-replace"
  | "destroy"
  | "forget";

/** A resource that is not what it was. */
export interface ResourceChange {
  readonly address: string;
  readonly type: string;
  readonly action: Action;
  /** Its address before, where the state moves; null where it stays. */
  readonly from: string | null;
  readonly differences: readonly ArgumentDifference[];
  /** Replaced resources that it refers to, and is replaced with. */
  readonly because: readonly string[];
  /** What AWS does that a plan does not show. */
  readonly refusals: readonly RefusedChange[];
  /** What is lost with the resource that is there now, or of one that stays (`capacity`); null where nothing is. */
  readonly loss: Loss | null;
  /** Its arguments on either side; null where it is not there. */
  readonly before: Body | null;
  readonly after: Body | null;
}

/** What may be the same under another name. */
export interface Proposal {
  /** The word in the addresses that go. */
  readonly from: string;
  /** The word for it in those that come. */
  readonly to: string;
  readonly moves: readonly { readonly from: string; readonly to: string }[];
}

/**
 * `data`: what it stores. `address`: a prefix, an address or a name that others may know. `capacity`: hosts or tasks that run
 * by now, and that nothing in the stack counts.
 */
export type Loss = "data" | "address" | "capacity";

/** A block of one family on either side, as the output writes it; null where there is none. */
interface BlockMove {
  readonly before: string | null;
  readonly after: string | null;
}

/** A subnet, or a block of the VPC, that gets another block. */
export interface MovedBlock {
  readonly address: string;
  /** Its address before, where the state moves; null where it stays. */
  readonly from: string | null;
  /** Null for what is of no zone. */
  readonly zone: string | null;
  readonly ipv4: BlockMove;
  readonly ipv6: BlockMove;
}

/** A stack that is not what it was. */
export interface StackChange {
  readonly name: string;
  /** `removed`: its folder is gone; nothing destroys what it made. `renamed`: it takes another stack's state over. */
  readonly kind: "added" | "removed" | "changed" | "renamed";
  /** The name of the stack whose state it takes over; null: its own. */
  readonly from: string | null;
  /** What a person does with the state of a stack that is renamed. */
  readonly stateSteps: readonly string[];
  /** New addresses of resources that had moved already in what was compared with. */
  readonly movesDone: readonly string[];
  /** What goes and comes and may be the same. */
  readonly proposals: readonly Proposal[];
  /** Settings of the whole stack that are not what they were; none of a stack that comes or goes. */
  readonly settings: readonly Setting[];
  /** Public IPv4 addresses that are paid for, hosts of groups and tasks aside. */
  readonly publicIpv4: { readonly before: number; readonly after: number };
  /** What else is paid for by the hour, and the region whose prices hold. */
  readonly bill: { readonly region: string | null; readonly before: Bill; readonly after: Bill };
  /** What files beside the stack override now, and did not override so before: what the blueprint says of it counts no more. */
  readonly overrides: readonly Override[];
  /** Addresses of what stays, and is protected from destruction no more; sorted. */
  readonly unprotected: readonly string[];
  /** Subnets and blocks that move, by address. */
  readonly moved: readonly MovedBlock[];
  /** The most dangerous first. */
  readonly changes: readonly ResourceChange[];
}
