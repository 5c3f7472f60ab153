import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

/** The bytes of a file, a million at a time; of a small file no more memory is taken than it has bytes. */
export async function* inBlocks(path: string): AsyncGenerator<Buffer> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const length = Math.min(1 << 20, Math.max(size, 1));
    for (let at = 0; at < size; ) {
      const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafeSlow(length), 0, length, at);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
      at += bytesRead;
    }
  } finally {
    await handle.close();
  }
}

/** The SHA-256 of a file, in hexadecimal. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const block of inBlocks(path)) hash.update(block);
  return hash.digest('hex');
}
