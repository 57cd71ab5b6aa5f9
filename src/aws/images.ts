/** An operating system that a blueprint can ask for by name, and where AWS publishes the newest AMI of it. */
export interface OperatingSystem {
  readonly name: string;
  /** Name of the public SSM parameter that holds the AMI's id; null where there is no image of the architecture. */
  readonly ssmParameter: { readonly x86_64: string | null; readonly arm64: string | null };
  /** Device name of the image's root volume, which a launch template must repeat to change the volume. */
  readonly rootDeviceName: string;
  readonly platform: "linux" | "windows";
  /** Evidence for the parameter names. */
  readonly source: string;
  /** high: AWS's own list has the names. medium: the names follow the publisher's scheme and are in use. */
  readonly confidence: "high" | "medium";
}

const PARAMETER_DUMP = "dump of the public SSM parameters of eu-west-1 in moto 5.2.1, 2026-05-20";
const UBUNTU_SOURCE =
  "https://discourse.ubuntu.com/t/finding-ubuntu-images-with-the-aws-ssm-parameter-store/15507 for the scheme; name as public Terraform configurations use it";
const DEBIAN_SOURCE = "name as public Terraform configurations use it";
const RED_HAT_SOURCE = "no parameter found; root device as public Terraform configurations use it";
const WINDOWS_SOURCE =
  "https://aws.amazon.com/blogs/mt/query-for-the-latest-windows-ami-using-systems-manager-parameter-store/ for the scheme; name as public Terraform configurations use it";

/**
 * The operating systems, by the name a blueprint gives as `os`; ubuntu-26.04, debian-13 and Red Hat's checked on
 * 2026-11-28, the others on 2026-11-21. Red Hat Enterprise Linux has no parameter: public configurations give four
 * different names for it, and nobody who publishes one was found. A blueprint names its image by `ami.id`, and says by
 * `os` what it is.
 */
export const operatingSystems: readonly OperatingSystem[] = [
  {
    name: "amazon-linux-2023",
    ssmParameter: {
      x86_64: "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64",
      arm64: "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64",
    },
    rootDeviceName: "/dev/xvda",
    platform: "linux",
    source: PARAMETER_DUMP,
    confidence: "high",
  },
  {
    name: "amazon-linux-2023-minimal",
    ssmParameter: {
      x86_64: "/aws/service/ami-amazon-linux-latest/al2023-ami-minimal-kernel-default-x86_64",
      arm64: "/aws/service/ami-amazon-linux-latest/al2023-ami-minimal-kernel-default-arm64",
    },
    rootDeviceName: "/dev/xvda",
    platform: "linux",
    source: PARAMETER_DUMP,
    confidence: "high",
  },
  {
    name: "amazon-linux-2023-ecs",
    ssmParameter: {
      x86_64: "/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id",
      arm64: "/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id",
    },
    rootDeviceName: "/dev/xvda",
    platform: "linux",
    source: PARAMETER_DUMP,
    confidence: "high",
  },
  {
    // computeFacts.amazonLinux2EndOfSupport: still to be had, for hosts that cannot move yet.
    name: "amazon-linux-2",
    ssmParameter: {
      x86_64: "/aws/service/ami-amazon-linux-latest/amzn2-ami-hvm-x86_64-gp2",
      arm64: "/aws/service/ami-amazon-linux-latest/amzn2-ami-hvm-arm64-gp2",
    },
    rootDeviceName: "/dev/xvda",
    platform: "linux",
    source: PARAMETER_DUMP,
    confidence: "high",
  },
  {
    name: "ubuntu-26.04",
    ssmParameter: {
      x86_64: "/aws/service/canonical/ubuntu/server/26.04/stable/current/amd64/hvm/ebs-gp3/ami-id",
      arm64: "/aws/service/canonical/ubuntu/server/26.04/stable/current/arm64/hvm/ebs-gp3/ami-id",
    },
    rootDeviceName: "/dev/sda1",
    platform: "linux",
    source: UBUNTU_SOURCE,
    confidence: "medium",
  },
  {
    name: "ubuntu-24.04",
    ssmParameter: {
      x86_64: "/aws/service/canonical/ubuntu/server/24.04/stable/current/amd64/hvm/ebs-gp3/ami-id",
      arm64: "/aws/service/canonical/ubuntu/server/24.04/stable/current/arm64/hvm/ebs-gp3/ami-id",
    },
    rootDeviceName: "/dev/sda1",
    platform: "linux",
    source: UBUNTU_SOURCE,
    confidence: "medium",
  },
  {
    name: "ubuntu-22.04",
    ssmParameter: {
      x86_64: "/aws/service/canonical/ubuntu/server/22.04/stable/current/amd64/hvm/ebs-gp2/ami-id",
      arm64: "/aws/service/canonical/ubuntu/server/22.04/stable/current/arm64/hvm/ebs-gp2/ami-id",
    },
    rootDeviceName: "/dev/sda1",
    platform: "linux",
    source: UBUNTU_SOURCE,
    confidence: "medium",
  },
  {
    name: "debian-13",
    ssmParameter: {
      x86_64: "/aws/service/debian/release/13/latest/amd64",
      arm64: "/aws/service/debian/release/13/latest/arm64",
    },
    rootDeviceName: "/dev/xvda",
    platform: "linux",
    source: DEBIAN_SOURCE,
    confidence: "medium",
  },
  {
    name: "debian-12",
    ssmParameter: {
      x86_64: "/aws/service/debian/release/12/latest/amd64",
      arm64: "/aws/service/debian/release/12/latest/arm64",
    },
    rootDeviceName: "/dev/xvda",
    platform: "linux",
    source: DEBIAN_SOURCE,
    confidence: "medium",
  },
  {
    name: "rhel-10",
    ssmParameter: { x86_64: null, arm64: null },
    rootDeviceName: "/dev/sda1",
    platform: "linux",
    source: RED_HAT_SOURCE,
    confidence: "medium",
  },
  {
    name: "rhel-9",
    ssmParameter: { x86_64: null, arm64: null },
    rootDeviceName: "/dev/sda1",
    platform: "linux",
    source: RED_HAT_SOURCE,
    confidence: "medium",
  },
  {
    name: "windows-server-2022",
    ssmParameter: {
      x86_64: "/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-Base",
      arm64: null,
    },
    rootDeviceName: "/dev/sda1",
    platform: "windows",
    source: WINDOWS_SOURCE,
    confidence: "medium",
  },
  {
    name: "windows-server-2025",
    ssmParameter: {
      x86_64: "/aws/service/ami-windows-latest/Windows_Server-2025-English-Full-Base",
      arm64: null,
    },
    rootDeviceName: "/dev/sda1",
    platform: "windows",
    source: WINDOWS_SOURCE,
    confidence: "medium",
  },
];

/** The operating system of a name; null when there is none. */
export function operatingSystem(name: string): OperatingSystem | null {
  return operatingSystems.find((system) => system.name === name) ?? null;
}
