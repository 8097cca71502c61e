import type { SchemaElement } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';

export interface ParquetColumnPart {
  readonly name: string;
  readonly data: unknown[];
  readonly element?: Omit<SchemaElement, 'name'>;
}

/** A Parquet file of flat columns; an `element` says how the values, given as they are stored, are to be understood. */
export const writeParquet = (columns: readonly ParquetColumnPart[], rowGroupSize = 1000): Buffer => {
  const elements = columns.map(
    ({ name, element }) => element && { ...element, name, repetition_type: 'OPTIONAL' as const },
  );
  const isTyped = elements.every((element) => element !== undefined);
  const schema = [{ name: 'root', num_children: columns.length }, ...(elements as SchemaElement[])];
  return Buffer.from(
    parquetWriteBuffer({
      columnData: columns.map(({ name, data }) => ({ name, data, nullable: true })),
      ...(isTyped ? { schema } : {}),
      rowGroupSize,
    }),
  );
};
