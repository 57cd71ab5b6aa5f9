/** A request that AWS, or the way to it, refused. */
export class AwsRefusal extends Error {
  /** Such as `ec2:DescribeVpcs`. */
  readonly action: string;

  constructor(action: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.action = action;
  }
}

const DENIED = /^(?:AccessDenied|AccessDeniedException|UnauthorizedOperation|Client\.UnauthorizedOperation)$/;

/** True when AWS says that a right is missing. */
export function isDenied(error: unknown): boolean {
  return error instanceof Error && DENIED.test(error.name);
}

/** All items of all pages of an answer. */
export async function askAll<Page, Item>(
  action: string,
  pages: AsyncIterable<Page>,
  itemsOf: (page: Page) => readonly Item[] | undefined,
): Promise<readonly Item[]> {
  return ask(action, async () => {
    const items: Item[] = [];
    for await (const page of pages) items.push(...(itemsOf(page) ?? []));
    return items;
  });
}

/** The answer of one request. */
export async function ask<T>(action: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new AwsRefusal(action, error);
  }
}
