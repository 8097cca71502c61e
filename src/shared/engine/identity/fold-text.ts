/** Letters that are no letter with a mark to Unicode, so that NFKD leaves them whole. */
const whole: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

const isPlain = /^[ -~]*$/;

/**
 * Lower case, without marks on letters (NFKD, Unicode Standard Annex 15), punctuation and runs of spaces made one space:
 * “Müller-Lüdenscheidt ” → “muller ludenscheidt”. O(length).
 */
export const foldText = (text: string): string => {
  const lower = text.toLowerCase();
  const bare = isPlain.test(lower)
    ? lower
    : lower
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .replace(/[ßøæœłđðþı]/g, (letter) => whole[letter]!);
  return bare
    .replace(/['’`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
};
