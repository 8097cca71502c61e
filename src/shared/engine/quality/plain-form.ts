// Apart from identity's `foldText`: “C” and “C++”, “<25” and “>25” are two categories, where names have no such signs.
/** A text without case, accents and what stands between words: `Café  Crème` and `cafe-creme` are both `cafe creme`. */
export const plainForm = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#%&<>]+/gu, ' ')
    .trim();
