/**
 * What every script of a hook begins with: it stops at the first failure, says in one line when the AWS CLI is missing,
 * and takes the role that the provider takes.
 */
export const CLI_PRELUDE = `set -euo pipefail
export AWS_PAGER=""
refuse() {
  printf 'hextet: %s\\n' "$1" >&2
  exit 1
}
command -v aws >/dev/null || refuse 'the AWS CLI (aws) is not on the PATH: a provider hook of this stack needs it. Install it, then run terraform apply again.'
if [ -n "\${HEXTET_ASSUME_ROLE:-}" ]; then
  credentials="$(aws sts assume-role --cli-input-json "$HEXTET_ASSUME_ROLE" --query 'Credentials.[AccessKeyId, SecretAccessKey, SessionToken]' --output text)"
  read -r AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN <<<"$credentials"
  export AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN
fi
`;
