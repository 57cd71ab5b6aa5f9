import { addCliStep } from "hextet/cli-step";
import type { UserHook, UserHookInput } from "hextet/hook";

type Network = UserHookInput["network"];
type Instance = Network["compute"]["instances"][number];

const SET = `aws ec2 modify-public-ip-dns-name-options --network-interface-id "$INTERFACE" --hostname-type "$TYPE" >/dev/null
`;

/** The instances that the internet can reach over IPv6. */
const reachable = ({ compute, tiers }: Pick<Network, "compute" | "tiers">): readonly Instance[] => {
  const open = tiers.filter(
    ({ internet, addressing }) => internet === "public" && addressing !== "ipv4-only",
  );
  return compute.instances.filter(({ tier, ipv6Addresses }) =>
    open.some((one) => one.name === tier && (one.assignIpv6AddressOnCreation || ipv6Addresses.length > 0)),
  );
};

const interfaceOf = ({ instances }: UserHookInput["made"], name: string): string => {
  const instance = instances.get(name);
  if (instance === undefined) throw new Error(`no instance was made for ${name}`);
  return instance.primaryNetworkInterfaceId;
};

/** Gives hosts that the internet reaches over IPv6 a public DNS name with an AAAA record; EC2's usual one has only IPv4. */
export const hook = {
  id: "public-ipv6-names",
  title: "Gives instances in public tiers a public DNS name with their IPv6 address.",
  gaps: [
    {
      resource: "aws_instance",
      argument: "public_ip_dns_name_options",
      condition: null,
      closedIn: null,
      upstream: "https://github.com/hashicorp/terraform-provider-aws/issues/42758",
    },
  ],
  afterClosing: "works",
  automatic: true,
  isNeeded: (network) => reachable(network).length > 0,
  apply(stack, { network, made }) {
    const steps = reachable(network).map(({ name, elasticIp }) =>
      addCliStep(stack, network, {
        id: `public_ipv6_name_${name}`,
        values: {
          INTERFACE: interfaceOf(made, name),
          TYPE: elasticIp ? "public-dual-stack-dns-name" : "public-ipv6-dns-name",
        },
        create: SET,
        // The name ends with the interface, and that with the instance.
        destroy: null,
      }),
    );
    return { outputs: { "public-ipv6-names": steps.map(({ id }) => id).join(" ") } };
  },
} satisfies UserHook;
