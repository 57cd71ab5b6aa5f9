/** Dollars a month, and whether every price of them is known. */
export interface Sum {
  readonly dollars: number;
  readonly isComplete: boolean;
}

/** What is known of it, added up. */
export function sumOf(items: readonly { readonly dollarsAMonth: number | null }[]): Sum {
  return {
    dollars: exact(items.reduce((sum, { dollarsAMonth }) => sum + (dollarsAMonth ?? 0), 0)),
    isComplete: items.every(({ dollarsAMonth }) => dollarsAMonth !== null),
  };
}

/** An amount without the dust of binary fractions: to a millionth of a dollar. */
export function exact(amount: number): number {
  // Never -0.
  return Math.round(amount * 1e6) / 1e6 + 0;
}
