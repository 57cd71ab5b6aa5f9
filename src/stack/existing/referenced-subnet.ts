import { DataAwsSubnet } from "@cdktf/provider-aws/lib/data-aws-subnet/index.js";
import type { Construct } from "constructs";

/** A subnet managed outside this stack. Its id is known; AWS is asked for its blocks, and only where something needs them. */
export class ReferencedSubnet {
  readonly id: string;
  readonly #scope: Construct;
  readonly #logicalId: string;
  #found: DataAwsSubnet | null = null;

  constructor(scope: Construct, logicalId: string, id: string) {
    this.#scope = scope;
    this.#logicalId = logicalId;
    this.id = id;
  }

  /** Reference to its IPv4 block. */
  get cidrBlock(): string {
    return this.#data().cidrBlock;
  }

  /** Reference to its IPv6 block, which its owner gave it. */
  get ipv6CidrBlock(): string {
    return this.#data().ipv6CidrBlock;
  }

  #data(): DataAwsSubnet {
    this.#found ??= new DataAwsSubnet(this.#scope, `data.aws_subnet.${this.#logicalId}`, { id: this.id });
    return this.#found;
  }
}
