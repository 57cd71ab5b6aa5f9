import type { StageChanges, StageId } from "../../src/model/types/migration.ts";
import { STAGES } from "../../src/model/types/migration.ts";

/** A resource change as `terraform show -json` writes it. */
export interface PlannedChange {
  readonly address: string;
  readonly actions: readonly string[];
  readonly before?: unknown;
  readonly after?: unknown;
  readonly afterUnknown?: unknown;
  readonly importing?: string;
  /** Beside `change`. */
  readonly more?: Readonly<Record<string, unknown>>;
  /** In `change`. */
  readonly moreOfChange?: Readonly<Record<string, unknown>>;
}

/** A whole plan as `terraform show -json` writes it, of a stack with the given resources. */
export function planJson(
  changes: readonly PlannedChange[],
  configured: readonly string[],
  more: Readonly<Record<string, unknown>> = {},
) {
  return {
    format_version: "1.2",
    terraform_version: "1.11.4",
    resource_changes: changes.map(changeJson),
    configuration: {
      root_module: {
        resources: configured.map((address) => ({ address, mode: "managed", ...namesOf(address) })),
      },
    },
    applyable: true,
    complete: true,
    errored: false,
    ...more,
  };
}

/** The change of the resource that holds the stage. */
export function markChange(from: StageId | null, to: StageId | null): PlannedChange {
  const side = (stage: StageId | null) => (stage === null ? null : { input: stage, triggers_replace: null });
  const actions =
    from === null ? ["create"] : to === null ? ["delete"] : from === to ? ["no-op"] : ["update"];
  return { address: "terraform_data.migration", actions, before: side(from), after: side(to) };
}

/** Stages that do nothing but what is given. */
export function stagesWith(given: Partial<Record<StageId, Partial<StageChanges>>>): readonly StageChanges[] {
  const nothing = { adds: [], changes: [], removes: [], imports: [], staysOnWayBack: [] };
  return STAGES.map((stage) => ({ stage, ...nothing, ...given[stage] }));
}

function changeJson({ address, actions, before = null, after = null, ...rest }: PlannedChange) {
  const { afterUnknown = {}, importing, more = {}, moreOfChange = {} } = rest;
  return {
    address,
    mode: "managed",
    ...namesOf(address),
    provider_name: "registry.terraform.io/hashicorp/aws",
    change: {
      actions,
      before,
      after,
      after_unknown: afterUnknown,
      before_sensitive: {},
      after_sensitive: {},
      ...(importing === undefined ? {} : { importing: { id: importing } }),
      ...moreOfChange,
    },
    ...more,
  };
}

function namesOf(address: string) {
  const [type = "", name = ""] = address.split(".");
  return { type, name };
}
