/** Whether the stack had a resource of that address when its output was last written. */
export type WasMade = (stack: string, address: string) => boolean;

/** Where no output is known. */
export const nothingMade: WasMade = () => false;
