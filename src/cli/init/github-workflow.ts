/**
 * The commits behind the releases that the workflow runs: a tag can be moved, a commit cannot. Taken from the
 * repositories' own tags on 2026-07-20.
 */
const CHECKOUT = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1";
const SETUP_NODE = "actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0";
const SETUP_TERRAFORM = "hashicorp/setup-terraform@dfe3c3f87815947d99a8997f908cb6525fc44e9e # v4.0.1";

/** `.github/workflows/hextet.yml`: what checks a pull request without a right to anything, in GitHub or in AWS. */
export const githubWorkflow = `# Checks every pull request: the blueprints are valid, generated/ is what they say, and Terraform takes every stack with
# the provider that its lock file names. It needs no secret, so pull requests from forks are checked as well.
name: hextet

on:
  pull_request:
  push:
    branches: [main]

permissions:
  contents: read

jobs:
  blueprints:
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    steps:
      - uses: ${CHECKOUT}
        with:
          persist-credentials: false
      - uses: ${SETUP_NODE}
        with:
          node-version: 24
      - run: npm ci --ignore-scripts
      - run: npx --no hextet validate
      - run: npx --no hextet check

  terraform:
    runs-on: ubuntu-24.04
    timeout-minutes: 20
    env:
      TF_PLUGIN_CACHE_DIR: \${{ github.workspace }}/.terraform
    steps:
      - uses: ${CHECKOUT}
        with:
          persist-credentials: false
      - uses: ${SETUP_TERRAFORM}
        with:
          terraform_version: ^1.9
          terraform_wrapper: false
      - name: Validate every stack with its locked provider
        run: |
          mkdir -p "$TF_PLUGIN_CACHE_DIR"
          for file in generated/stacks/*/cdk.tf.json; do
            stack=$(dirname "$file")
            if [ ! -f "$stack/.terraform.lock.hcl" ]; then
              echo "::error file=$file::no lock file: run terraform -chdir=$stack providers lock -platform=linux_amd64 -platform=darwin_arm64, and commit $stack/.terraform.lock.hcl"
              exit 1
            fi
            terraform -chdir="$stack" init -backend=false -input=false -lockfile=readonly
            terraform -chdir="$stack" validate
          done
`;
