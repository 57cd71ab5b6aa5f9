import { DataAwsNatGateway } from "@cdktf/provider-aws/lib/data-aws-nat-gateway/index.js";
import type { Construct } from "constructs";

/** A NAT gateway managed outside this stack. Its id is known; AWS is asked for its address, and only where something needs it. */
export class ReferencedNatGateway {
  readonly id: string;
  readonly #scope: Construct;
  readonly #logicalId: string;
  #found: DataAwsNatGateway | null = null;

  constructor(scope: Construct, logicalId: string, id: string) {
    this.#scope = scope;
    this.#logicalId = logicalId;
    this.id = id;
  }

  /** Reference to its public IPv4 address. */
  get publicIp(): string {
    this.#found ??= new DataAwsNatGateway(this.#scope, `data.aws_nat_gateway.${this.#logicalId}`, {
      id: this.id,
    });
    return this.#found.publicIp;
  }
}
