import { pinnedActions } from "./pinned-actions.ts";

const { setupNode, setupTerraform } = pinnedActions;

/** Steps of a job of GitHub's: Node, and the packages that the lock file names, without their scripts. */
export const installHextet = `      - uses: ${setupNode}
        with:
          node-version: 24
          package-manager-cache: false
      - run: npm ci --ignore-scripts
`;

/** A step of a job of GitHub's: Terraform itself, whose output nothing wraps. */
export const installTerraform = `      - uses: ${setupTerraform}
        with:
          terraform_version: ^1.9
          terraform_wrapper: false
`;
