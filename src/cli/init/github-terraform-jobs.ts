import { pinnedActions } from "./pinned-actions.ts";
import { installHextet, installTerraform } from "./workflow-steps.ts";

const { checkout, awsCredentials } = pinnedActions;

/** The jobs of the workflow that run Terraform: the first without AWS, the second with a role that may read. */
export const githubTerraformJobs = `  terraform:
    runs-on: ubuntu-24.04
    timeout-minutes: 20
    permissions:
      contents: read
    env:
      TF_PLUGIN_CACHE_DIR: \${{ github.workspace }}/.terraform
    steps:
      - uses: ${checkout}
        with:
          persist-credentials: false
${installTerraform}      - name: Validate every stack with its locked provider
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

  plan:
    name: plan \${{ matrix.name }}
    needs: blueprints
    if: >-
      vars.HEXTET_PLAN_ROLE != '' && github.event_name == 'pull_request' &&
      github.event.pull_request.head.repo.full_name == github.repository &&
      needs.blueprints.outputs.matrix != '{"include":[]}'
    runs-on: ubuntu-24.04
    timeout-minutes: 30
    permissions:
      contents: read
      id-token: write
    strategy:
      fail-fast: false
      matrix: \${{ fromJSON(needs.blueprints.outputs.matrix) }}
    steps:
      - uses: ${checkout}
        with:
          fetch-depth: 2
          persist-credentials: false
${installHextet}${installTerraform}      - uses: ${awsCredentials}
        with:
          role-to-assume: \${{ vars.HEXTET_PLAN_ROLE }}
          aws-region: \${{ vars.HEXTET_PLAN_REGION || 'us-east-1' }}
      - name: Plan, and hold the plan against what the comment shows
        env:
          STACKS: \${{ matrix.stacks }}
        run: |
          for stack in $STACKS; do
            folder="generated/stacks/$stack"
            plan="$RUNNER_TEMP/$stack"
            terraform -chdir="$folder" init -input=false -lockfile=readonly
            terraform -chdir="$folder" plan -input=false -lock=false -out="$plan.tfplan"
            terraform -chdir="$folder" show -json "$plan.tfplan" > "$plan.json"
            npx --no hextet plan check "$stack" --plan "$plan.json" --base HEAD^1
          done
`;
