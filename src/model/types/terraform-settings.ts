import type { Path } from "../../base/path.ts";
import type { HandOver } from "./references.ts";

/** What the stack's `terraform` and `provider` blocks say. */
export interface TerraformSettings {
  readonly path: Path;
  /** Version constraint of Terraform itself. */
  readonly requiredVersion: string;
  /** Version constraint of the `hashicorp/aws` provider. */
  readonly awsProviderVersion: string;
  readonly assumeRole: AssumeRole | null;
  readonly backend: Backend;
  /** Addresses of resources that may lose what they hold, sorted. */
  readonly mayDestroy: readonly string[];
  /** Stacks that are applied before this one, sorted. */
  readonly dependsOn: readonly string[];
  readonly handOver: HandOver;
  /** States of plain Terraform, sorted by name. */
  readonly states: readonly ForeignState[];
}

/** A state that no blueprint writes. */
interface ForeignState {
  readonly name: string;
  /** As seen from the stack's folder. */
  readonly backend: Backend;
}

/** The role that the provider takes on; null leaves an argument out. */
export interface AssumeRole {
  readonly roleArn: string;
  readonly sessionName: string | null;
  readonly externalId: string | null;
}

/** Where Terraform keeps its state. */
export type Backend =
  /** `path` is relative to the stack's folder. */
  | { readonly kind: "local"; readonly path: string }
  | {
      readonly kind: "s3";
      readonly bucket: string;
      readonly key: string;
      readonly region: string;
      readonly useLockfile: boolean;
      readonly encrypt: boolean;
      readonly kmsKeyId: string | null;
      readonly profile: string | null;
      readonly roleArn: string | null;
    }
  | {
      readonly kind: "remote";
      readonly organization: string;
      readonly workspace: string;
      readonly hostname: string;
    }
  | {
      readonly kind: "cloud";
      readonly organization: string;
      readonly workspace: string;
      readonly project: string | null;
      readonly hostname: string;
    }
  | {
      readonly kind: "http";
      readonly address: string;
      readonly lockAddress: string | null;
      readonly unlockAddress: string | null;
      readonly lockMethod: string;
      readonly unlockMethod: string;
      readonly updateMethod: string;
    };
