import { assertNever } from "../../base/invariant.ts";
import type { ListenerAction } from "../../model/types/listeners.ts";
import { omitNull } from "../omit-null.ts";
import { type LoadBalancingMade, resourceFor } from "../resources.ts";

/** The action of a listener, or of a rule, in Terraform's words. */
export function listenerAction(made: Pick<LoadBalancingMade, "targetGroups">, action: ListenerAction) {
  const arnOf = (name: string) => resourceFor(made.targetGroups, name).arn;
  switch (action.kind) {
    case "forward":
      return { type: "forward", targetGroupArn: arnOf(action.targetGroup) };
    case "weighted-forward":
      return {
        type: "forward",
        forward: {
          targetGroup: action.targetGroups.map(({ name, weight }) => ({ arn: arnOf(name), weight })),
          ...(action.stickiness === null
            ? {}
            : { stickiness: { enabled: true, duration: action.stickiness } }),
        },
      };
    case "redirect-to-https":
      return {
        type: "redirect",
        redirect: { protocol: "HTTPS", port: `${action.port}`, statusCode: action.statusCode },
      };
    case "redirect": {
      const { protocol, host, port, path, query, statusCode } = action;
      return { type: "redirect", redirect: { protocol, host, port, path, query, statusCode } };
    }
    case "fixed-response":
      return {
        type: "fixed-response",
        fixedResponse: {
          contentType: action.contentType,
          statusCode: `${action.statusCode}`,
          ...omitNull({ messageBody: action.messageBody }),
        },
      };
    default:
      return assertNever(action);
  }
}
