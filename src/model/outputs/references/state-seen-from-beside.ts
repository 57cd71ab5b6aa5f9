import type { Backend } from "../../types/terraform-settings.ts";

/**
 * The place of another stack's state as a stack beside it sees it: the path of a local state is relative to the folder of
 * the stack that writes it.
 */
export function stateSeenFromBeside(stack: string, backend: Backend): Backend {
  if (backend.kind !== "local" || backend.path.startsWith("/")) return backend;
  // Both folders lie in the same one, so that a way that leaves one of them is the other's too.
  const isOutside = backend.path.startsWith("../");
  return { ...backend, path: isOutside ? backend.path : `../${stack}/${backend.path}` };
}
