/** How values are made alike before they are compared, the least change first; each also does what those before it do. */
export const keyForms = ['exact', 'folded', 'bare'] as const;
export type KeyForm = (typeof keyForms)[number];

const folded = (value: string): string => value.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/** Without what spreadsheets add to numbers and take from them: #1001, 1001.0 and 0001001 are all 1001. */
const bare = (value: string): string => {
  const text = folded(value).replace(/^#/, '');
  return /^\d+(\.0+)?$/.test(text) ? text.replace(/\.0+$/, '').replace(/^0+(?=\d)/, '') : text;
};

/** A value as `form` compares it. O(length). */
export const keyIn = (form: KeyForm, value: string): string =>
  form === 'exact' ? value : form === 'folded' ? folded(value) : bare(value);
