/** A constraint that keeps provider versions before this one out, and those that may break what it has. */
export function constraintFrom(version: string): string {
  const [major] = version.split(".");
  return JSON.stringify(`>= ${version}, < ${Number(major) + 1}.0`);
}
