import { GITLAB_PLAN_TEMPLATE } from "../../reports/stacks/render-gitlab-pipeline.ts";

const MERGE_REQUEST = `$CI_PIPELINE_SOURCE == "merge_request_event"`;

/** `.gitlab-ci.yml`: what a merge request is shown to do, and what checks it. */
export const gitlabPipeline = `# Written by hextet init --gitlab. Findings are shown as Code Quality, and what the merge request does in AWS as an artifact
# of it. Where the variable HEXTET_PLAN is true, a child pipeline plans each stack that it touches: ${GITLAB_PLAN_TEMPLATE}
# says how.
stages: [check, plan]

workflow:
  rules:
    - if: ${MERGE_REQUEST}
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH

variables:
  GIT_DEPTH: "0"

hextet check:
  stage: check
  image: node:24
  timeout: 10 minutes
  script:
    - npm ci --ignore-scripts
    - npx --no hextet check -f pretty -f gitlab=gl-code-quality-report.json
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json

hextet diff:
  stage: check
  image: node:24
  timeout: 10 minutes
  rules:
    - if: ${MERGE_REQUEST}
  script:
    - npm ci --ignore-scripts
    - npx --no hextet stacks --affected "$CI_MERGE_REQUEST_DIFF_BASE_SHA" -f gitlab=plan.yml
    - npx --no hextet diff "$CI_MERGE_REQUEST_DIFF_BASE_SHA" --format markdown > diff.md
  artifacts:
    when: always
    expose_as: What this changes in AWS
    paths: [diff.md, plan.yml]

hextet plan:
  stage: plan
  needs: [hextet diff]
  rules:
    - if: ${MERGE_REQUEST} && $HEXTET_PLAN == "true"
  variables:
    HEXTET_BASE: $CI_MERGE_REQUEST_DIFF_BASE_SHA
  trigger:
    strategy: depend
    include:
      - artifact: plan.yml
        job: hextet diff
`;

/** What a job of the child pipeline does with its stack. */
export const gitlabPlanTemplate = `# Written by hextet init --gitlab: what a job of the child pipeline does with one stack. The image needs Node and Terraform,
# and the job credentials that may read: https://docs.gitlab.com/ci/cloud_services/aws/
.hextet-plan:
  image: $HEXTET_PLAN_IMAGE
  timeout: 30 minutes
  script:
    - npm ci --ignore-scripts
    - folder="generated/stacks/$HEXTET_STACK"
    - terraform -chdir="$folder" init -input=false -lockfile=readonly
    - terraform -chdir="$folder" plan -input=false -lock=false -out=hextet.tfplan
    - terraform -chdir="$folder" show -json hextet.tfplan > plan.json
    - npx --no hextet plan check "$HEXTET_STACK" --plan plan.json --base "$HEXTET_BASE"
`;
