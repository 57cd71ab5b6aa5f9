/** What comes on standard input, in whole; null when it is more than `maxSize` bytes. Throws what reading throws. */
export async function readStdin(maxSize: number): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > maxSize) return null;
  }
  return Buffer.concat(chunks);
}
