// A module that lies packed in a bundle until it is needed: see `build.mjs`.
import { fromBase64 } from "./transport.ts";

/** The module whose text, compressed and in base64, is given; it is imported from a blob, as anywidget imports views. */
export async function unfolded<T>(packed: string): Promise<T> {
  const stream = new Blob([fromBase64(packed) as BlobPart]).stream().pipeThrough(new DecompressionStream("gzip"));
  const code = new Blob([await new Response(stream).text()], { type: "text/javascript" });
  const address = URL.createObjectURL(code);
  try {
    return (await import(/* webpackIgnore: true */ address)) as T;
  } finally {
    URL.revokeObjectURL(address);
  }
}
