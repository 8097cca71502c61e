/**
 * What travels between the worlds: structured clone is enforced as Electron does (a function throws), and carried as
 * JSON with bytes marked. What this cannot carry throws too, in either direction.
 */
export const encode = (value: unknown): unknown => {
  if (value === undefined) return { $: 'undefined' };
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value;
  if (value instanceof Uint8Array) return { $: 'bytes', of: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(encode);
  const prototype = Object.getPrototypeOf(value) as object | null;
  if (typeof value === 'object' && (prototype === null || Object.getPrototypeOf(prototype) === null))
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, encode(one)]));
  throw new Error(`The stand-in cannot carry ${Object.prototype.toString.call(value)}.`);
};

export const decode = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(decode);
  const marked = value as { $?: string; of?: string };
  if (marked.$ === 'undefined') return undefined;
  if (marked.$ === 'bytes') return new Uint8Array(Buffer.from(marked.of!, 'base64'));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, decode(one)]));
};

export const toWire = (value: unknown): string => JSON.stringify(encode(structuredClone(value)));
