/** The whole of a shared buffer as numbers of both kinds that kernels work with. */
export interface Views {
  readonly ints: Int32Array<SharedArrayBuffer>;
  readonly doubles: Float64Array<SharedArrayBuffer>;
}

const known = new WeakMap<SharedArrayBuffer, Views>();

/** Made once for a buffer: a view costs more than many a look through it. */
export const viewsOf = (buffer: SharedArrayBuffer): Views => {
  let views = known.get(buffer);
  if (views === undefined) {
    views = {
      ints: new Int32Array(buffer, 0, buffer.byteLength >> 2),
      doubles: new Float64Array(buffer, 0, buffer.byteLength >> 3),
    };
    known.set(buffer, views);
  }
  return views;
};
