/** What hosts have that a blueprint goes on leaving in other hands, in words; null: nothing. */
export function keptInOtherHands(host: {
  readonly keyName: string | null;
  readonly instanceProfile: string | null;
}): string | null {
  const { keyName, instanceProfile } = host;
  const kept = [
    ...(keyName === null ? [] : [`key pair ${keyName}`]),
    ...(instanceProfile === null ? [] : [`instance profile ${instanceProfile}`]),
  ];
  return kept.length === 0 ? null : `It keeps its ${kept.join(" and ")}, managed outside this stack.`;
}
