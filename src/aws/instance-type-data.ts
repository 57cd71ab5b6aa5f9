// Source of every table here: the DescribeInstanceTypes dump of moto 5.2.1, 2026-05-20. It is as current as its date, and
// holds 1263 types in 177 families.

/** The day of the dump. */
export const TABLE_DAY = "2026-05-20";

/** Families that run on Xen; all others in the table are Nitro, or bare metal of the Nitro generation. */
export const XEN_FAMILIES = words("c1 c3 c4 d2 h1 i2 i3 m1 m2 m3 m4 r3 r4 t1 t2 x1 x1e");

/** Families without IPv6. */
export const FAMILIES_WITHOUT_IPV6 = words("c1 m1 m2 m3 t1");

/** Families of arm64; the rest are x86_64, but for the Macs, whose architectures AWS names apart. */
export const ARM64_FAMILIES = words(
  "a1 c6g c6gd c6gn c7g c7gd c7gn c8g c8gb c8gd c8gn g5g hpc7g i4g i8g i8ge im4gn is4gen m6g m6gd m7g " +
    "m7gd m8g m8gb m8gd m8gn r6g r6gd r7g r7gd r8g r8gb r8gd r8gn t4g x2gd x8g",
);

/** Families of Apple hardware: macOS only. */
export const MAC_FAMILIES = words("mac-m4 mac-m4max mac-m4pro mac1 mac2 mac2-m1ultra mac2-m2 mac2-m2pro");

/**
 * By family: the sizes there are, each with the most IPv6 addresses that one network interface takes, as
 * `size size:count; size:count`.
 */
export const SIZES_BY_FAMILY: ReadonlyMap<string, string> = new Map([
  ["a1", "medium:4; large:10; xlarge 2xlarge:15; 4xlarge metal:30"],
  ["c1", "medium xlarge:0"],
  ["c3", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge:30"],
  ["c4", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge:30"],
  ["c5", "large:10; xlarge 2xlarge:15; 4xlarge 9xlarge 12xlarge:30; 18xlarge 24xlarge metal:50"],
  ["c5a", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge:50"],
  ["c5ad", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge:50"],
  ["c5d", "large:10; xlarge 2xlarge:15; 4xlarge 9xlarge 12xlarge:30; 18xlarge 24xlarge metal:50"],
  ["c5n", "large:10; xlarge 2xlarge:15; 4xlarge 9xlarge:30; 18xlarge metal:50"],
  [
    "c6a",
    "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 32xlarge 48xlarge metal:50",
  ],
  ["c6g", "medium:4; large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge metal:50"],
  ["c6gd", "medium:4; large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge metal:50"],
  ["c6gn", "medium:4; large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge:50"],
  ["c6i", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 32xlarge metal:50"],
  ["c6id", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 32xlarge metal:50"],
  ["c6in", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 32xlarge metal:50"],
  [
    "c7a",
    "medium:4; large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 32xlarge 48xlarge metal-48xl:50",
  ],
  ["c7g", "medium:4; large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge metal:50"],
  ["c7gd", "medium:4; large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge metal:50"],
  ["c7gn", "medium:4; large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge metal:50"],
  [
    "c7i",
    "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 48xlarge metal-24xl metal-48xl:50",
  ],
  ["c7i-flex", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge:50"],
  [
    "c8a",
    "medium:4; large xlarge:20; 2xlarge 4xlarge 8xlarge:40; 12xlarge 16xlarge 24xlarge 48xlarge metal-24xl metal-48xl:64",
  ],
  [
    "c8g",
    "medium:4; large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 48xlarge metal-24xl metal-48xl:50",
  ],
  [
    "c8gb",
    "medium:4; large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 48xlarge metal-24xl metal-48xl:50",
  ],
  [
    "c8gd",
    "medium:4; large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 48xlarge metal-24xl metal-48xl:50",
  ],
  [
    "c8gn",
    "medium:4; large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 48xlarge metal-24xl metal-48xl:50",
  ],
  [
    "c8i",
    "large:20; xlarge 2xlarge:30; 4xlarge 8xlarge 12xlarge:50; 16xlarge 24xlarge 32xlarge 48xlarge 96xlarge metal-48xl metal-96xl:64",
  ],
  ["c8i-flex", "large:20; xlarge 2xlarge:30; 4xlarge 8xlarge 12xlarge:50; 16xlarge:64"],
  [
    "c8ib",
    "large:20; xlarge 2xlarge:30; 4xlarge 8xlarge 12xlarge:50; 16xlarge 24xlarge 32xlarge 48xlarge 96xlarge metal-48xl metal-96xl:64",
  ],
  [
    "c8id",
    "large:20; xlarge 2xlarge:30; 4xlarge 8xlarge 12xlarge:50; 16xlarge 24xlarge 32xlarge 48xlarge 96xlarge metal-48xl metal-96xl:64",
  ],
  [
    "c8in",
    "large:20; xlarge 2xlarge:30; 4xlarge 8xlarge 12xlarge:50; 16xlarge 24xlarge 32xlarge 48xlarge 96xlarge metal-48xl metal-96xl:64",
  ],
  ["c8ine", "large:20; xlarge 2xlarge:30; 4xlarge 8xlarge 12xlarge:50"],
  ["d2", "xlarge 2xlarge:15; 4xlarge 8xlarge:30"],
  ["d3", "xlarge:3; 2xlarge:5; 4xlarge:10; 8xlarge:20"],
  ["d3en", "xlarge:3; 2xlarge:5; 4xlarge:10; 6xlarge:15; 8xlarge:20; 12xlarge:30"],
  ["dl1", "24xlarge:50"],
  ["dl2q", "24xlarge:50"],
  ["f2", "6xlarge 12xlarge:30; 48xlarge:50"],
  ["g4ad", "xlarge 2xlarge:4; 4xlarge:10; 8xlarge:15; 16xlarge:30"],
  ["g4dn", "xlarge 2xlarge 4xlarge:10; 8xlarge 16xlarge:15; 12xlarge:30; metal:50"],
  ["g5", "xlarge 2xlarge:15; 4xlarge 8xlarge 16xlarge:30; 12xlarge 24xlarge 48xlarge:50"],
  ["g5g", "xlarge 2xlarge:15; 4xlarge 8xlarge:30; 16xlarge metal:50"],
  ["g6", "xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 48xlarge:50"],
  ["g6e", "xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 48xlarge:50"],
  ["g6f", "large:10; xlarge 2xlarge:15; 4xlarge:30"],
  ["g7e", "2xlarge 4xlarge 8xlarge 12xlarge 24xlarge 48xlarge:64"],
  ["gr6", "4xlarge 8xlarge:30"],
  ["gr6f", "4xlarge:30"],
  ["h1", "2xlarge:15; 4xlarge 8xlarge:30; 16xlarge:50"],
  ["hpc6a", "48xlarge:50"],
  ["hpc6id", "32xlarge:50"],
  ["hpc7a", "12xlarge 24xlarge 48xlarge 96xlarge:50"],
  ["hpc7g", "4xlarge 8xlarge 16xlarge:50"],
  ["hpc8a", "96xlarge:50"],
  ["i2", "xlarge 2xlarge:15; 4xlarge 8xlarge:30"],
  ["i3", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge:30; 16xlarge:50"],
  ["i3en", "large:10; xlarge 2xlarge 3xlarge:15; 6xlarge 12xlarge:30; 24xlarge metal:50"],
  ["i4g", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge:30; 16xlarge:50"],
  ["i4i", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge 24xlarge:30; 16xlarge 32xlarge metal:50"],
  [
    "i7i",
    "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 48xlarge metal-24xl metal-48xl:50",
  ],
  [
    "i7ie",
    "large:10; xlarge 2xlarge 3xlarge:15; 6xlarge:30; 12xlarge 18xlarge 24xlarge 48xlarge metal-24xl metal-48xl:50",
  ],
  [
    "i8g",
    "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 48xlarge metal-24xl metal-48xl:50",
  ],
  [
    "i8ge",
    "large:10; xlarge 2xlarge:15; 3xlarge 6xlarge 12xlarge:30; 18xlarge 24xlarge 48xlarge metal-24xl metal-48xl:50",
  ],
  ["im4gn", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge:30; 16xlarge:50"],
  ["inf1", "xlarge 2xlarge:10; 6xlarge 24xlarge:30"],
  ["inf2", "xlarge:15; 8xlarge:30; 24xlarge 48xlarge:50"],
  ["is4gen", "medium:4; large:10; xlarge 2xlarge:15; 4xlarge 8xlarge:30"],
  ["m1", "small medium large xlarge:0"],
  ["m2", "xlarge 2xlarge 4xlarge:0"],
  ["m3", "medium large xlarge 2xlarge:0"],
  ["m4", "large:10; xlarge 2xlarge:15; 4xlarge 10xlarge 16xlarge:30"],
  ["m5", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge metal:50"],
  ["m5a", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge:50"],
  ["m5ad", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge:50"],
  ["m5d", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge metal:50"],
  ["m5dn", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge metal:50"],
  ["m5n", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge metal:50"],
  ["m5zn", "large:10; xlarge 2xlarge:15; 3xlarge 6xlarge:30; 12xlarge metal:50"],
  [
    "m6a",
    "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 32xlarge 48xlarge metal:50",
  ],
  ["m6g", "medium:4; large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge metal:50"],
  ["m6gd", "medium:4; large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge metal:50"],
  ["m6i", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 32xlarge metal:50"],
  ["m6id", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 32xlarge metal:50"],
  ["m6idn", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 32xlarge metal:50"],
  ["m6in", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 32xlarge metal:50"],
  [
    "m7a",
    "medium:4; large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 32xlarge 48xlarge metal-48xl:50",
  ],
  ["m7g", "medium:4; large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge metal:50"],
  ["m7gd", "medium:4; large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge metal:50"],
  [
    "m7i",
    "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 48xlarge metal-24xl metal-48xl:50",
  ],
  ["m7i-flex", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge:50"],
  [
    "m8a",
    "medium:4; large xlarge:20; 2xlarge 4xlarge 8xlarge:40; 12xlarge 16xlarge 24xlarge 48xlarge metal-24xl metal-48xl:64",
  ],
  ["m8azn", "medium:4; large xlarge:20; 3xlarge 6xlarge:40; 12xlarge 24xlarge metal-12xl metal-24xl:64"],
  [
    "m8g",
    "medium:4; large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 48xlarge metal-24xl metal-48xl:50",
  ],
  [
    "m8gb",
    "medium:4; large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 48xlarge metal-24xl metal-48xl:50",
  ],
  [
    "m8gd",
    "medium:4; large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 48xlarge metal-24xl metal-48xl:50",
  ],
  [
    "m8gn",
    "medium:4; large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 48xlarge metal-24xl metal-48xl:50",
  ],
  [
    "m8i",
    "large:20; xlarge 2xlarge:30; 4xlarge 8xlarge 12xlarge:50; 16xlarge 24xlarge 32xlarge 48xlarge 96xlarge metal-48xl metal-96xl:64",
  ],
  ["m8i-flex", "large:20; xlarge 2xlarge:30; 4xlarge 8xlarge 12xlarge:50; 16xlarge:64"],
  [
    "m8ib",
    "large:20; xlarge 2xlarge:30; 4xlarge 8xlarge 12xlarge:50; 16xlarge 24xlarge 32xlarge 48xlarge 96xlarge:64",
  ],
  [
    "m8id",
    "large:20; xlarge 2xlarge:30; 4xlarge 8xlarge 12xlarge:50; 16xlarge 24xlarge 32xlarge 48xlarge 96xlarge metal-48xl metal-96xl:64",
  ],
  [
    "m8in",
    "large:20; xlarge 2xlarge:30; 4xlarge 8xlarge 12xlarge:50; 16xlarge 24xlarge 32xlarge 48xlarge 96xlarge:64",
  ],
  ["m8ine", "large:20; xlarge 2xlarge:30; 4xlarge 8xlarge 12xlarge:50"],
  ["mac-m4", "metal:30"],
  ["mac-m4max", "metal:30"],
  ["mac-m4pro", "metal:30"],
  ["mac1", "metal:30"],
  ["mac2", "metal:30"],
  ["mac2-m1ultra", "metal:30"],
  ["mac2-m2", "metal:30"],
  ["mac2-m2pro", "metal:30"],
  ["p3dn", "24xlarge:50"],
  ["p4d", "24xlarge:50"],
  ["p4de", "24xlarge:50"],
  ["p5", "4xlarge:30; 48xlarge:50"],
  ["p5e", "48xlarge:50"],
  ["p5en", "48xlarge:50"],
  ["p6-b200", "48xlarge:50"],
  ["p6-b300", "48xlarge:50"],
  ["r3", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge:30"],
  ["r4", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge:30; 16xlarge:50"],
  ["r5", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge metal:50"],
  ["r5a", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge:50"],
  ["r5ad", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge:50"],
  ["r5b", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge metal:50"],
  ["r5d", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge metal:50"],
  ["r5dn", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge metal:50"],
  ["r5n", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge metal:50"],
  [
    "r6a",
    "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 32xlarge 48xlarge metal:50",
  ],
  ["r6g", "medium:4; large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge metal:50"],
  ["r6gd", "medium:4; large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge metal:50"],
  ["r6i", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 32xlarge metal:50"],
  ["r6id", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 32xlarge metal:50"],
  ["r6idn", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 32xlarge metal:50"],
  ["r6in", "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 32xlarge metal:50"],
  [
    "r7a",
    "medium:4; large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 32xlarge 48xlarge metal-48xl:50",
  ],
  ["r7g", "medium:4; large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge metal:50"],
  ["r7gd", "medium:4; large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge metal:50"],
  [
    "r7i",
    "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 48xlarge metal-24xl metal-48xl:50",
  ],
  [
    "r7iz",
    "large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 32xlarge metal-16xl metal-32xl:50",
  ],
  [
    "r8a",
    "medium:4; large xlarge:20; 2xlarge 4xlarge 8xlarge:40; 12xlarge 16xlarge 24xlarge 48xlarge metal-24xl metal-48xl:64",
  ],
  [
    "r8g",
    "medium:4; large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 48xlarge metal-24xl metal-48xl:50",
  ],
  [
    "r8gb",
    "medium:4; large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 48xlarge metal-24xl metal-48xl:50",
  ],
  [
    "r8gd",
    "medium:4; large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 48xlarge metal-24xl metal-48xl:50",
  ],
  [
    "r8gn",
    "medium:4; large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 48xlarge metal-24xl metal-48xl:50",
  ],
  [
    "r8i",
    "large:20; xlarge 2xlarge:30; 4xlarge 8xlarge 12xlarge:50; 16xlarge 24xlarge 32xlarge 48xlarge 96xlarge metal-48xl metal-96xl:64",
  ],
  ["r8i-flex", "large:20; xlarge 2xlarge:30; 4xlarge 8xlarge 12xlarge:50; 16xlarge:64"],
  [
    "r8ib",
    "large:20; xlarge 2xlarge:30; 4xlarge 8xlarge 12xlarge:50; 16xlarge 24xlarge 32xlarge 48xlarge 96xlarge:64",
  ],
  [
    "r8id",
    "large:20; xlarge 2xlarge:30; 4xlarge 8xlarge 12xlarge:50; 16xlarge 24xlarge 32xlarge 48xlarge 96xlarge metal-48xl metal-96xl:64",
  ],
  [
    "r8in",
    "large:20; xlarge 2xlarge:30; 4xlarge 8xlarge 12xlarge:50; 16xlarge 24xlarge 32xlarge 48xlarge 96xlarge:64",
  ],
  ["t1", "micro:0"],
  ["t2", "nano micro:2; small:4; medium:6; large:12; xlarge 2xlarge:15"],
  ["t3", "nano micro:2; small:4; medium:6; large:12; xlarge 2xlarge:15"],
  ["t3a", "nano micro:2; small:4; medium:6; large:12; xlarge 2xlarge:15"],
  ["t4g", "nano micro:2; small:4; medium:6; large:12; xlarge 2xlarge:15"],
  ["trn1", "2xlarge:15; 32xlarge:50"],
  ["trn1n", "32xlarge:50"],
  ["trn2", "3xlarge:15; 48xlarge:50"],
  ["u-3tb1", "56xlarge:30"],
  ["u-6tb1", "56xlarge 112xlarge:50"],
  ["u7i-12tb", "224xlarge:50"],
  ["u7i-6tb", "112xlarge:50"],
  ["u7i-8tb", "112xlarge:50"],
  ["u7in-16tb", "224xlarge:50"],
  ["u7in-24tb", "224xlarge:50"],
  ["u7in-32tb", "224xlarge:50"],
  ["vt1", "3xlarge:15; 6xlarge:30; 24xlarge:50"],
  ["x1", "16xlarge 32xlarge:30"],
  ["x1e", "xlarge:10; 2xlarge 4xlarge 8xlarge:15; 16xlarge 32xlarge:30"],
  ["x2gd", "medium:4; large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge metal:50"],
  ["x2idn", "16xlarge 24xlarge 32xlarge metal:50"],
  ["x2iedn", "xlarge 2xlarge:15; 4xlarge 8xlarge:30; 16xlarge 24xlarge 32xlarge metal:50"],
  ["x2iezn", "2xlarge:15; 4xlarge 6xlarge 8xlarge:30; 12xlarge metal:50"],
  ["x8aedz", "large xlarge:20; 3xlarge 6xlarge:40; 12xlarge 24xlarge metal-12xl metal-24xl:64"],
  [
    "x8g",
    "medium:4; large:10; xlarge 2xlarge:15; 4xlarge 8xlarge 12xlarge:30; 16xlarge 24xlarge 48xlarge metal-24xl metal-48xl:50",
  ],
  [
    "x8i",
    "large:20; xlarge 2xlarge:30; 4xlarge 8xlarge 12xlarge:50; 16xlarge 24xlarge 32xlarge 48xlarge 64xlarge 96xlarge metal-48xl metal-96xl:64",
  ],
  ["z1d", "large:10; xlarge 2xlarge:15; 3xlarge 6xlarge:30; 12xlarge metal:50"],
]);

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}
