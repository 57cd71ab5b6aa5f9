/**
 * Of Hextet, as `hextet --version` says it and as its package has it. The package.json of a checkout has none, so that
 * `npm pack` and `npm publish` refuse there: docs/decisions/0018-packing.md.
 */
export const VERSION = "0.1.0";
