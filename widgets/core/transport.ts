// A story as it travels: JSON, compressed with gzip.
import type { Story } from "./contract.ts";

/** The story in some bytes. */
export async function unpacked(bytes: DataView | Uint8Array): Promise<Story> {
  const part = new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength);
  const stream = new Blob([part]).stream().pipeThrough(new DecompressionStream("gzip"));
  return (await new Response(stream).json()) as Story;
}

/** The bytes in base64. */
export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
