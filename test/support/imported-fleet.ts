/** What the provider reads of the fleet of `IMPORTING_FLEET` when it imports it, by Terraform address. */
export const IMPORTED_FLEET: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {};
