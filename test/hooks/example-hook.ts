import { addCliStep } from "hextet/cli-step";
import type { UserHook, UserHookInput } from "hextet/hook";

type LoadBalancer = UserHookInput["network"]["loadBalancers"][number];

const SET = `aws elbv2 modify-load-balancer-attributes --load-balancer-arn "$LOAD_BALANCER" --cli-input-json "$REQUEST"
`;

const isInternalDualStack = ({ internal, ipAddressType }: LoadBalancer) =>
  internal && ipAddressType === "dualstack";

/** Keeps packets of internet gateways from internal dual-stack load balancers, whatever the route tables say. */
export const hook = {
  id: "deny-internet-gateway-traffic",
  title: "Denies internet gateway traffic to internal dual-stack load balancers.",
  gaps: [
    {
      resource: "aws_lb",
      argument: "ipv6.deny_all_igw_traffic",
      condition: null,
      closedIn: null,
      upstream: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb",
    },
  ],
  afterClosing: "works",
  automatic: true,
  isNeeded: ({ loadBalancers }) => loadBalancers.some(isInternalDualStack),
  apply(stack, { network, made }) {
    const steps = network.loadBalancers.filter(isInternalDualStack).map(({ name }) => {
      const attribute = { Key: "ipv6.deny_all_igw_traffic", Value: "true" };
      return addCliStep(stack, network, {
        id: `deny_internet_gateway_traffic_${name}`,
        values: {
          LOAD_BALANCER: made.loadBalancers.get(name)?.arn ?? "",
          REQUEST: JSON.stringify({ Attributes: [attribute] }),
        },
        create: SET,
        destroy: null,
      });
    });
    return { outputs: { "internet-gateway-traffic-denied": steps.map(({ id }) => id).join(" ") } };
  },
} satisfies UserHook;
