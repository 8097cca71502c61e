import { headerWords } from '../../../../src/main/import/roles/header-words.ts';
import { expectedOf } from '../../../../src/main/import/roles/role-words.ts';
import type { StoredValue } from '../../../../src/main/import/types.ts';
import { createColumnEvidence } from '../../../../src/main/import/typing/column-evidence.ts';
import { decideType, type TypeHints, type TypeReading } from '../../../../src/main/import/typing/decide-type.ts';
import { createCellReader } from '../../../../src/main/import/typing/read-cell.ts';
import { writeCell } from '../../../../src/main/import/write-cell.ts';

/** What a column of these cells is taken for. */
export const columnOf = (cells: readonly string[], name = 'x', hints: Partial<TypeHints> = {}): TypeReading => {
  const evidence = createColumnEvidence();
  for (const cell of cells) evidence.add(cell);
  const words = headerWords(name);
  return decideType(evidence.finish(), {
    words,
    expects: expectedOf(words),
    decimalComma: null,
    dayFirst: null,
    ...hints,
  });
};

/** Its cells as they are stored, as they are written back, and which keep their text. */
export const storedOf = (cells: readonly string[], column: TypeReading) => {
  const read = createCellReader(column);
  const stored = cells.map((cell) => read(cell));
  return {
    values: stored.map(({ value }): StoredValue => value),
    written: stored.map(({ value }) => writeCell(value, column)),
    kept: cells.filter((_, i) => stored[i]!.keepsText),
  };
};
