import { githubTerraformJobs } from "./github-terraform-jobs.ts";
import { pinnedActions } from "./pinned-actions.ts";
import { installHextet } from "./workflow-steps.ts";

const { checkout, uploadArtifact, downloadArtifact, uploadSarif } = pinnedActions;

/** A pull request of a fork gets a token that may only read, and no credentials. */
const FROM_HERE = "github.event.pull_request.head.repo.full_name == github.repository";

/** `.github/workflows/hextet.yml`: what a pull request is shown to do, and what checks it. */
export const githubWorkflow = `# Written by hextet init --github. It checks every pull request, also of forks:
#   blueprints     findings at their lines, generated/ is what the blueprints say, what the change does in AWS
#   comment        the last of these as one comment, which is written anew each time; for forks it is in the run's summary
#   terraform      Terraform takes every stack with the provider that its lock file names
#   code-scanning  where the variable HEXTET_CODE_SCANNING of the repository is true: findings in the security tab
#   plan           where its variable HEXTET_PLAN_ROLE names a role of AWS to read with: a plan of each stack that the
#                  change touches, held against what the comment shows
# Only a job without the code of the pull request has a right to write, and no name that somebody chose reaches a shell but
# as a variable of the environment.
name: hextet

on:
  pull_request:
  push:
    branches: [main]

permissions: {}

concurrency:
  group: hextet-\${{ github.event.pull_request.number || github.sha }}
  cancel-in-progress: true

defaults:
  run:
    shell: bash

jobs:
  blueprints:
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      contents: read
    outputs:
      matrix: \${{ steps.stacks.outputs.matrix }}
    steps:
      - uses: ${checkout}
        with:
          # What merging would give, and as its first parent the branch that it goes into.
          fetch-depth: 2
          persist-credentials: false
${installHextet}      - name: Check the blueprints and generated/
        run: npx --no hextet check -f pretty -f github -f "sarif=$RUNNER_TEMP/findings.sarif"
      - name: Check what was written from the list of stacks
        run: |
          if [ -f atlantis.yaml ]; then npx --no hextet stacks -f atlantis=atlantis.yaml --check; fi
          if compgen -G 'generated/stacks/*/stack.tm.hcl' > "$RUNNER_TEMP/terramate"; then npx --no hextet stacks -f terramate --check; fi
      - name: Say what the change does in AWS
        if: \${{ !cancelled() && github.event_name == 'pull_request' }}
        run: |
          status=0
          npx --no hextet diff HEAD^1 --format markdown > "$RUNNER_TEMP/diff.md" || status=$?
          if [ ! -s "$RUNNER_TEMP/diff.md" ]; then
            printf '%s\\n' '<!-- hextet diff -->' '' '## What this changes in AWS' '' \\
              'It cannot be said while there are errors: see the checks.' > "$RUNNER_TEMP/diff.md"
          fi
          cat "$RUNNER_TEMP/diff.md" >> "$GITHUB_STEP_SUMMARY"
          exit "$status"
      - name: List the stacks that the change touches
        id: stacks
        if: github.event_name == 'pull_request'
        run: |
          matrix=$(npx --no hextet stacks --affected HEAD^1 -f matrix --jobs 20)
          echo "matrix=$matrix" >> "$GITHUB_OUTPUT"
      - uses: ${uploadArtifact}
        if: \${{ !cancelled() }}
        with:
          name: hextet
          path: |
            \${{ runner.temp }}/diff.md
            \${{ runner.temp }}/findings.sarif
          if-no-files-found: ignore
          retention-days: 5

  comment:
    needs: blueprints
    if: \${{ !cancelled() && github.event_name == 'pull_request' && ${FROM_HERE} }}
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      pull-requests: write
    steps:
      - uses: ${downloadArtifact}
        with:
          name: hextet
          path: hextet
      - name: Write the comment, or write it anew
        env:
          GH_TOKEN: \${{ github.token }}
          NUMBER: \${{ github.event.pull_request.number }}
        run: |
          comments="repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments"
          own='.[] | select(.user.login == "github-actions[bot]" and (.body | startswith("<!-- hextet diff -->"))) | .id'
          id=$(gh api --paginate "$comments?per_page=100" --jq "$own" | sed -n 1p)
          if [ -n "$id" ]; then
            gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" --field body=@hextet/diff.md
          elif ! grep -qx 'No resource changes.' hextet/diff.md; then
            gh api --silent --method POST "$comments" --field body=@hextet/diff.md
          fi

  code-scanning:
    needs: blueprints
    if: \${{ !cancelled() && vars.HEXTET_CODE_SCANNING == 'true' && (github.event_name == 'push' || ${FROM_HERE}) }}
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      actions: read
      contents: read
      security-events: write
    steps:
      - uses: ${downloadArtifact}
        with:
          name: hextet
          path: hextet
      - uses: ${uploadSarif}
        with:
          sarif_file: hextet/findings.sarif
          category: hextet

${githubTerraformJobs}`;
