/** True of a zone that a blueprint writes by its full name, such as `us-west-2-lax-1a`: a Local Zone. */
export function isLocalZone(zone: string): boolean {
  return zone.length > 1;
}

/** Where addresses of a zone are announced from: `us-west-2-lax-1` of the Local Zone `us-west-2-lax-1a`. */
export function borderGroupOfLocalZone(zone: string): string {
  return zone.slice(0, -1);
}
