/** How customers are called while somebody presents. */
export type ShownNames = 'pseudonyms' | 'hidden';

export interface Masking {
  readonly on: boolean;
  readonly names: ShownNames;
  /** Of this computer alone, so that a number on the wall leads nobody to a customer. */
  readonly salt: number;
  /** What a customer of this number is called. */
  readonly called: (number: number) => string;
}

// Nothing is imported here: the way to the host goes by it, and everything else goes by the way to the host.
let now: Masking = { on: false, names: 'hidden', salt: 0, called: String };

/** How answers are masked; switches a moment before the screens do. */
export const maskingMode = (): Masking => now;
export const isMasking = (): boolean => now.on;
export const maskAs = (mode: Masking): void => {
  now = mode;
};
