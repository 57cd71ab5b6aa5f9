/** Tags by which services mark what they make, and make again, and words for each. */
export const MAKERS = [
  ["aws:ec2:fleet-id", "the fleet"],
  ["eks:cluster-name", "the EKS cluster"],
] as const;

/** The tag by which auto scaling groups mark their instances. */
export const GROUP_TAG = "aws:autoscaling:groupName";
