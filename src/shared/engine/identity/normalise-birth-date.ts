/** Days that forms fill in by themselves. */
const filled = new Set(['19000101', '19700101', '19010101', '18991230', '20000101']);

/** An ISO day as “yyyymmdd”; null where it is none, or one that forms fill in by themselves. O(1). */
export const normaliseBirthDate = (iso: string): string | null => {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (found === null) return null;
  const day = `${found[1]}${found[2]}${found[3]}`;
  return filled.has(day) || Number(found[2]) > 12 || Number(found[3]) > 31 ? null : day;
};
