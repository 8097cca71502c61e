/** A piece of a text, and whether the other text lacks it. */
export interface Piece {
  readonly text: string;
  readonly differs: boolean;
}

/** Longer texts are shown without marks: nobody reads them letter by letter. */
const lettersAtMost = 120;

const sharedAtLeast = 0.6;

const fold = (letter: string): string =>
  letter
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

/** Which letters of `text` stand in the longest common subsequence with `other`; case and accents make no difference. */
const commonLetters = (text: readonly string[], other: readonly string[]): boolean[] => {
  const [own, theirs] = [text.map(fold), other.map(fold)];
  const width = theirs.length + 1;
  const lengths = new Uint16Array((own.length + 1) * width);
  for (let i = own.length - 1; i >= 0; i -= 1)
    for (let j = theirs.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        own[i] === theirs[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
  const common = own.map(() => false);
  for (let i = 0, j = 0; i < own.length && j < theirs.length; ) {
    if (own[i] === theirs[j]) {
      common[i] = true;
      i += 1;
      j += 1;
    } else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i += 1;
    else j += 1;
  }
  return common;
};

/**
 * A text in pieces, those marked that the other text lacks. Texts that have little in common are another thing altogether
 * and marked as a whole. O(letters²).
 */
export const markDifferences = (text: string, other: string): Piece[] => {
  const letters = [...text];
  const others = [...other];
  if (text === other || letters.length > lettersAtMost || others.length > lettersAtMost)
    return [{ text, differs: text !== other && letters.length <= lettersAtMost && others.length <= lettersAtMost }];
  const common = commonLetters(letters, others);
  const shared = common.filter(Boolean).length;
  if (shared < sharedAtLeast * Math.max(letters.length, others.length)) return [{ text, differs: true }];
  const pieces: { text: string; differs: boolean }[] = [];
  letters.forEach((letter, i) => {
    const last = pieces.at(-1);
    if (last && last.differs === !common[i]) last.text += letter;
    else pieces.push({ text: letter, differs: !common[i] });
  });
  return pieces;
};
