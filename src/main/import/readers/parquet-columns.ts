import type { SchemaElement, SchemaTree } from 'hyparquet';
import { cellWriterOf, isDecimal } from './parquet-cells.ts';

/** One column of the table: a leaf of the file's schema, or a list or map that is written as JSON. */
export interface ParquetColumn {
  /** Parts of a nested value are named with dots: `customer.email`. */
  readonly name: string;
  /** The outermost column it is part of, which is read whole. */
  readonly root: string;
  /** The way from the root's value to its own. */
  readonly path: readonly string[];
  readonly write: (value: unknown) => string;
}

interface ParquetPlan {
  readonly columns: readonly ParquetColumn[];
  /** The schema as the library is to read it: decimals as whole numbers, for it makes floating point of them. */
  readonly schema: SchemaElement[];
  /** Outermost columns whose bytes are numbers, not text. */
  readonly bytesOnly: ReadonlySet<string>;
}

const plain = ({ converted_type: _converted, logical_type: _logical, ...element }: SchemaElement): SchemaElement =>
  element;

const isMany = ({ element }: SchemaTree): boolean =>
  element.repetition_type === 'REPEATED' ||
  ['LIST', 'MAP', 'MAP_KEY_VALUE'].includes(element.converted_type ?? '') ||
  ['LIST', 'MAP', 'VARIANT'].includes(element.logical_type?.type ?? '');

/** Types that hyparquet refuses or takes apart, which are text to us. */
const isOpaque = ({ converted_type: converted, logical_type: logical }: SchemaElement): boolean =>
  ['BSON', 'INTERVAL'].includes(converted ?? '') || ['BSON', 'INTERVAL'].includes(logical?.type ?? '');

/** Which columns a Parquet file's table has and how the cells of each are written. */
export const planParquet = (tree: SchemaTree, schema: readonly SchemaElement[]): ParquetPlan => {
  const columns: ParquetColumn[] = [];
  const replaced = new Map<SchemaElement, SchemaElement>();
  const bytesOnly = new Set<string>();
  const add = (node: SchemaTree, root: string, path: readonly string[]): void => {
    const { element } = node;
    if (!isMany(node) && node.children.length > 0) {
      for (const child of node.children) add(child, root, [...path, child.element.name]);
      return;
    }
    columns.push({ name: [root, ...path].join('.'), root, path, write: cellWriterOf(element) });
    if (isMany(node)) return;
    if (isDecimal(element) || isOpaque(element)) {
      replaced.set(element, plain(element));
      if (element.type === 'BYTE_ARRAY') bytesOnly.add(root);
    }
  };
  for (const child of tree.children) add(child, child.element.name, []);
  return { columns, schema: schema.map((element) => replaced.get(element) ?? element), bytesOnly };
};
