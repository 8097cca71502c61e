/** Different words end to end, so that loops over pairs read numbers, not strings. */
export interface TextPool {
  readonly values: readonly string[];
  /** UTF-16 code units of all words. */
  readonly text: Uint16Array;
  /** Where each word begins in `text`; one more for the end of the last. */
  readonly starts: Int32Array;
}

/** O(letters). */
export const poolOf = (values: readonly string[]): TextPool => {
  const starts = new Int32Array(values.length + 1);
  for (let i = 0; i < values.length; i += 1) starts[i + 1] = starts[i]! + values[i]!.length;
  const text = new Uint16Array(starts[values.length]!);
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    const from = starts[i]!;
    for (let j = 0; j < value.length; j += 1) text[from + j] = value.charCodeAt(j);
  }
  return { values, text, starts };
};

/** A column of words of which only equality is asked. */
export interface CodeColumn {
  readonly values: readonly string[];
  /** One a record: the place of its word among the values, −1 where there is none. */
  readonly codes: Int32Array;
  /** Records with each word. */
  readonly counts: Int32Array;
}

/** A column of words that are compared letter by letter. */
export type TextColumn = CodeColumn & TextPool;

export interface TextCollector {
  set(record: number, value: string | null): void;
  done(): CodeColumn;
}

/** Gathers a column record by record; words are numbered as they first come. O(1) a record. */
export const collectText = (records: number): TextCollector => {
  const codes = new Int32Array(records).fill(-1);
  const places = new Map<string, number>();
  const values: string[] = [];
  return {
    set: (record, value) => {
      if (value === null) return;
      let code = places.get(value);
      if (code === undefined) {
        code = values.length;
        places.set(value, code);
        values.push(value);
      }
      codes[record] = code;
    },
    done: () => {
      const counts = new Int32Array(values.length);
      for (const code of codes) if (code >= 0) counts[code]! += 1;
      return { values, codes, counts };
    },
  };
};
