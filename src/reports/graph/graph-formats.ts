/** The formats of pictures, the default first. */
export const GRAPH_FORMATS = ["mermaid", "svg", "html"] as const;

/** How the pictures of networks are written. */
export type GraphFormat = (typeof GRAPH_FORMATS)[number];
