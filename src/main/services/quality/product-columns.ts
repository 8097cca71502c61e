import type { Column } from '../../../shared/model/column.ts';
import { headerWords } from '../../import/roles/header-words.ts';

/** Where lines name what was sold: a code, words, or both; −1 where there is no such column. */
export interface ProductColumns {
  readonly code: number;
  readonly description: number;
}

const isCodeName = /\b(code|sku|number|no|nr|id|ref|reference|asin|ean|gtin|artikelnummer|stockcode)\b/;
const isProductName = /\b(stock|item|product|article|artikel|sku|asin|ean|gtin|produit|producto|prodotto)\b/;
const isDescriptionName =
  /\b(description|item|product|name|title|article|artikel|bezeichnung|beschreibung|designation|produit|libelle|producto|descripcion|prodotto|descrizione)\b/;

export const productColumns = (columns: readonly Column[]): ProductColumns => {
  const product = columns.findIndex(({ role }) => role === 'product');
  if (product < 0) return { code: -1, description: -1 };
  const names = columns.map(({ name }) => headerWords(name));
  const others = columns.flatMap(({ type, role }, at) =>
    (type === 'text' || type === 'category') && role === 'none' && at !== product ? [at] : [],
  );
  const code = others.find((at) => isCodeName.test(names[at]!) && isProductName.test(names[at]!)) ?? -1;
  if (code >= 0 && !isCodeName.test(names[product]!)) return { code, description: product };
  const description = others.find((at) => isDescriptionName.test(names[at]!) && !isCodeName.test(names[at]!)) ?? -1;
  return { code: product, description };
};
