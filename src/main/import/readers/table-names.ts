/**
 * Names of columns where the file has names of its own (Parquet, JSON, a database): trimmed, on one line, unique
 * whatever the case, because a project's tables tell names apart no further.
 */
export const uniqueNames = (wanted: readonly string[]): string[] => {
  const taken = new Set<string>();
  const asWritten = new Set(wanted.map((name) => name.trim().toLowerCase()));
  return wanted.map((given, at) => {
    const name = given.replace(/\s+/g, ' ').trim() || `Column ${at + 1}`;
    let unique = name;
    for (let n = 2; taken.has(unique.toLowerCase()) || (n > 2 && asWritten.has(unique.toLowerCase())); n++)
      unique = `${name} ${n}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
};

/** Such names stand in the first row as a spreadsheet program shows it, so the first record is row 2. */
export const namesRow = 1;
