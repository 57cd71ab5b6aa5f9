/** A tool that was looked for: there it is, or the reason why it is not, with the setting that would help. */
export type Lookup<T> =
  | { readonly found: true; readonly tool: T }
  | { readonly found: false; readonly why: string };
