import type { Severity } from "../base/diagnostic.ts";

/** Paints text for a terminal, or leaves it as it is; picocolors' `createColors` gives one. */
export interface Colors {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly cyan: (text: string) => string;
  readonly green: (text: string) => string;
}

const asIs = (text: string) => text;

/** Leaves all text as it is. */
export const NO_COLORS: Colors = {
  bold: asIs,
  dim: asIs,
  red: asIs,
  yellow: asIs,
  cyan: asIs,
  green: asIs,
};

/** The text in the colour in which its severity is shown everywhere. */
export function paintBySeverity(severity: Severity, text: string, colors: Colors): string {
  const paint = { error: colors.red, warning: colors.yellow, note: colors.cyan }[severity];
  return paint(text);
}
