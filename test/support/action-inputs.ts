/** The inputs of the actions that workflows here run, at the commits that they are pinned to; `!` must be given. */
export const actionInputs: Readonly<Record<string, string>> = {
  "actions/checkout":
    "repository ref token ssh-key ssh-known-hosts ssh-strict ssh-user persist-credentials path clean filter sparse-checkout sparse-checkout-cone-mode fetch-depth fetch-tags show-progress lfs submodules set-safe-directory github-server-url allow-unsafe-pr-checkout",
  "actions/setup-node":
    "node-version node-version-file architecture check-latest registry-url scope token cache package-manager-cache cache-dependency-path mirror mirror-token",
  "hashicorp/setup-terraform":
    "cli_config_credentials_hostname cli_config_credentials_token terraform_version terraform_wrapper",
  "actions/upload-artifact":
    "name path! if-no-files-found retention-days compression-level overwrite include-hidden-files archive",
  "actions/download-artifact":
    "name artifact-ids path pattern merge-multiple github-token repository run-id skip-decompress digest-mismatch",
  "github/codeql-action/upload-sarif":
    "sarif_file checkout_path ref sha token matrix category wait-for-processing",
  "aws-actions/configure-aws-credentials":
    "aws-region! aws-profile role-to-assume role-session-name role-duration-seconds role-chaining audience mask-aws-account-id allowed-account-ids inline-session-policy managed-session-policies",
};
