const words = new Set(['-', '–', '—', 'na', 'n/a', '#n/a', 'nan', 'null', 'none', '\\n']);
const longest = 4;

/** Whether a cell says in so many words that it has nothing to say. Blank cells do too. */
export const isMissing = (text: string): boolean => {
  if (text === '') return true;
  const trimmed = text.trim();
  return trimmed === '' || (trimmed.length <= longest && words.has(trimmed.toLowerCase()));
};
