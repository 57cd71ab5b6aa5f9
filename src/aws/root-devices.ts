/**
 * Device name of the root volume of an image that Hextet knows nothing about. AWS says `/dev/sda1` or `/dev/xvda`,
 * "differs by AMI"; this is the name in Amazon's own Linux images.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/device_naming.html, checked on 2026-11-21.
 */
export const DEFAULT_ROOT_DEVICE_NAME = "/dev/xvda";

/**
 * Device name of the volume on which Bottlerocket keeps images and containers; its root volume holds the system alone.
 * Source: https://github.com/bottlerocket-os/bottlerocket/blob/develop/README.md#default-volumes, checked on 2026-11-29.
 */
export const BOTTLEROCKET_DATA_DEVICE_NAME = "/dev/xvdb";
