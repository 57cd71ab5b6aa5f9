/** The contrast of two colours as WCAG 2.2 defines it, 1 to 21; the colours as CSS computes them: `rgb(31, 35, 40)`. */
export function contrast(one: string, other: string): number {
  const lights = [luminance(one), luminance(other)];
  return (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = (/^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour)?.slice(1) ?? []).map((channel) => {
    const value = Number(channel) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  if (red === undefined || green === undefined || blue === undefined) throw new Error(`no colour: ${colour}`);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
