/** The longest name or value of Kubernetes; EKS counts a key's prefix too. */
const LONGEST = 63;
const NAME = "[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?";
const DNS_LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?";
const KEY = new RegExp(`^(?:${DNS_LABEL}(?:\\.${DNS_LABEL})*/)?${NAME}$`);
const VALUE = new RegExp(`^${NAME}$`);

const FORM = "is not of letters, digits and -_. that begin and end with a letter or digit";

/** What keeps EKS from taking the key of a label or taint, after "it"; null: nothing. */
export function faultOfKey(key: string): string | null {
  if (key.length > LONGEST)
    return `has ${key.length} characters, and EKS takes ${LONGEST}, the prefix included`;
  if (KEY.test(key)) return null;
  if (key.split("/").length > 2) return "has two slashes";
  const [prefix, name] = key.includes("/") ? key.split("/") : ["", key];
  if (name !== undefined && VALUE.test(name))
    return `has the prefix "${prefix}", which is no DNS name in lower case`;
  return FORM;
}

/** The same of a value that is there. */
export function faultOfValue(value: string): string | null {
  if (value.length > LONGEST) return `has ${value.length} characters, and EKS takes ${LONGEST}`;
  return VALUE.test(value) ? null : FORM;
}

/** What the kubelet lets a node's labels be, of the domains that Kubernetes keeps for itself. */
const OF_KUBELET = /^(?:.+\.)?(?:kubelet|node)\.kubernetes\.io$/;
const ALLOWED: readonly string[] = [
  "beta.kubernetes.io/arch",
  "beta.kubernetes.io/instance-type",
  "beta.kubernetes.io/os",
  "failure-domain.beta.kubernetes.io/region",
  "failure-domain.beta.kubernetes.io/zone",
  "kubernetes.io/arch",
  "kubernetes.io/hostname",
  "kubernetes.io/os",
  "node.kubernetes.io/instance-type",
  "topology.kubernetes.io/region",
  "topology.kubernetes.io/zone",
];

/** True when the kubelet of a node with this label does not start. */
export function isRefusedByKubelet(key: string): boolean {
  const [prefix = ""] = key.split("/");
  if (!key.includes("/") || !/(?:^|\.)(?:kubernetes|k8s)\.io$/.test(prefix)) return false;
  return !OF_KUBELET.test(prefix) && !ALLOWED.includes(key);
}
