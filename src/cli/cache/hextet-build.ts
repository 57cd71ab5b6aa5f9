/** The build writes it: a hash over all that it is made of. */
declare const HEXTET_BUILD: string | undefined;

/** What tells this Hextet from every other; null where the sources are run without a build, and nothing tells. */
export const hextetBuild: string | null = typeof HEXTET_BUILD === "string" ? HEXTET_BUILD : null;
