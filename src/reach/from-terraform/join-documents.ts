import { isRecord, valueIn } from "../../base/untrusted-json.ts";
import type { ConfigurationModule } from "./configuration.ts";
import type { TerraformDocument, TerraformResource } from "./terraform-document.ts";

/** A plan or a state, and what its addresses begin with among others: `module.hub`. */
export interface NamedDocument {
  readonly name: string;
  readonly document: TerraformDocument;
}

/**
 * Several plans and states as one, as if each were a module: `aws_vpc.main` of the one called hub is `module.hub.aws_vpc.main`.
 * What one takes from another is found by AWS's ids.
 */
export function joinDocuments(all: readonly NamedDocument[]): TerraformDocument {
  const configured = all.flatMap(({ name, document }): [string, ConfigurationModule, unknown][] =>
    document.configuration === null ? [] : [[name, document.configuration, document.variables]],
  );
  return {
    kind: all.some(({ document }) => document.kind === "plan") ? "plan" : "state",
    resources: all.flatMap(({ name, document }) => document.resources.map((one) => moved(one, name))),
    former: all.flatMap(({ name, document }) => document.former.map((one) => moved(one, name))),
    configuration:
      configured.length === 0
        ? null
        : {
            resources: new Map(),
            calls: new Map(
              configured.map(([name, module, variables]) => [
                name,
                { expressions: constantsOf(variables), each: undefined, module },
              ]),
            ),
            outputs: new Map(),
            variables: [],
          },
    variables: null,
    providerRegion:
      all.find(({ document }) => document.providerRegion !== null)?.document.providerRegion ?? null,
    gaps: all.flatMap(({ document }) => document.gaps),
  };
}

function moved(resource: TerraformResource, name: string): TerraformResource {
  const module = resource.module === "" ? `module.${name}` : `module.${name}.${resource.module}`;
  return { ...resource, module, address: `module.${name}.${resource.address}` };
}

/** The variables of a root module, as a call would give them. */
function constantsOf(variables: unknown): unknown {
  if (!isRecord(variables)) return {};
  return Object.fromEntries(
    Object.entries(variables).map(([name, one]) => [name, { constant_value: valueIn(one, "value") }]),
  );
}
