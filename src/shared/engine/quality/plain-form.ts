/** A text without case, accents and what stands between words: `Café  Crème` and `cafe-creme` are both `cafe creme`. */
export const plainForm = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#%&<>]+/gu, ' ')
    .trim();
