import { eksFacts } from "../../aws/facts/eks.ts";
import type { Rule } from "../rule.ts";

/** A role, a user, or an account's root, of which another rule speaks. */
const PRINCIPAL = /^arn:[a-z-]+:iam::[0-9]{12}:(?:root$|(?:role|user)\/(?!aws-service-role\/).*[\w+=,.@-]$)/;
const SESSION = /^arn:[a-z-]+:sts::[0-9]{12}:assumed-role\/([^/]+)/;

/** An access entry is of an IAM role or user. */
export const eksAccessEntryPrincipal: Rule<"eks-access-entry-principal"> = {
  id: "eks-access-entry-principal",
  severity: "error",
  title: "The principal of an access entry is an IAM role or user.",
  why: "EKS refuses a session, as aws sts get-caller-identity shows it, for it ends; a service-linked role; and whatever else IAM has an ARN for. Terraform's plan does not know. The entry of a role is for all its sessions.",
  sources: [eksFacts.eksAccessEntryPrincipals],
  check({ eks }, report) {
    for (const { accessEntries } of eks.clusters) {
      for (const { path, principalArn } of accessEntries) {
        // What comes from elsewhere is no ARN yet.
        if (!principalArn.startsWith("arn:") || PRINCIPAL.test(principalArn)) continue;
        report(
          [...path, "principalArn"],
          `EKS takes no access entry of ${whatIs(principalArn)}`,
          hint(principalArn),
        );
      }
    }
  },
};

function whatIs(arn: string): string {
  if (arn.includes(":role/aws-service-role/")) return "a service-linked role";
  return SESSION.test(arn) ? "a session" : "what is neither an IAM role nor a user";
}

function hint(arn: string): string {
  const role = SESSION.exec(arn)?.[1];
  if (role === undefined) return "write the ARN of an IAM role, one entry for each";
  return `write the ARN of role "${role}" itself, with its path if it has one`;
}
