/**
 * A number of six digits that stands for a customer: the same for the same key and salt, whatever screen or month it is
 * asked on, and nothing that leads back to the key.
 */
export const pseudonymNumber = (key: string, salt: number): number => {
  const text = key.trim().toLowerCase();
  let hash = (0x811c9dc5 ^ salt) >>> 0;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  // Without this last stir, keys that differ in their last digit would get numbers in a row.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) >>> 0;
  return 100_000 + (((hash ^ (hash >>> 16)) >>> 0) % 900_000);
};
