/** Stands for a character that our type has not. */
export const substitute = '▢';

interface FontInside {
  readonly _font: { readonly font: { hasGlyphForCodePoint(code: number): boolean } };
}

export interface CheckedText {
  /** The text with a mark in place of what cannot be written. */
  text(said: string): string;
  /** What could not be written so far, each character once, in the order of their numbers. */
  missing(): string;
}

/** Line ends and tabs are spaces; characters that only steer how others look need no form of their own. */
const plain = (said: string): string =>
  said
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\t\r\n\u2028\u2029]+/g, ' ')
    .replace(/\p{Cc}|\p{Cf}|\ufe0f/gu, '')
    .replaceAll('\u202f', '\u00a0');

/** Nothing is left out in silence: what the type has not is marked, and told of at the end. */
export const createCheckedText = (doc: PDFKit.PDFDocument): CheckedText => {
  const has = new Map<string, boolean>();
  const lost = new Set<string>();
  const known = new Map<string, string>();
  const isThere = (character: string): boolean => {
    let is = has.get(character);
    if (is === undefined) {
      doc.font('Regular');
      is = (doc as unknown as FontInside)._font.font.hasGlyphForCodePoint(character.codePointAt(0)!);
      has.set(character, is);
    }
    return is;
  };
  return {
    text: (said) => {
      let written = known.get(said);
      if (written === undefined) {
        written = '';
        for (const character of plain(said)) {
          const is = isThere(character);
          if (!is) lost.add(character);
          written += is ? character : substitute;
        }
        known.set(said, written);
      }
      return written;
    },
    missing: () => [...lost].sort((a, b) => a.codePointAt(0)! - b.codePointAt(0)!).join(''),
  };
};
