import { DataAwsVpc } from "@cdktf/provider-aws/lib/data-aws-vpc/index.js";
import type { Construct } from "constructs";

/** A VPC managed outside this stack. Its id is known; AWS is asked for the rest, and only where something needs it. */
export class ReferencedVpc {
  readonly id: string;
  readonly #scope: Construct;
  #found: DataAwsVpc | null = null;

  constructor(scope: Construct, id: string) {
    this.#scope = scope;
    this.id = id;
  }

  /** Reference to its ARN. */
  get arn(): string {
    return this.#data().arn;
  }

  /** Reference to the account that it is in. */
  get ownerId(): string {
    return this.#data().ownerId;
  }

  #data(): DataAwsVpc {
    this.#found ??= new DataAwsVpc(this.#scope, "data.aws_vpc.main", { id: this.id });
    return this.#found;
  }
}
