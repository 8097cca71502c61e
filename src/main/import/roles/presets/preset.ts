import type { ColumnRole } from '../../../../shared/model/column.ts';
import type { SourceKind } from '../../../../shared/model/source.ts';

/** A heading as `headerWords` writes it, or several of which a shop uses one. */
type Heading = string | readonly string[];

/** Lines that do not count: those with one of these words in that column; with null, whatever stands there. */
export interface StateRule {
  readonly heading: string;
  /** In lower case. */
  readonly values: readonly string[] | null;
}

/** What the money of an export means, said to the shopkeeper. */
type MoneyMeaning = 'lines' | 'lineTotals' | 'orderTotals' | 'netSales' | 'payments';

/** What an export of a shop system looks like: data, so that another shop is another file. */
export interface Preset {
  /** Also the key of its advice, see `source.advice` in words. */
  readonly id: string;
  /** As the shop calls itself. */
  readonly shop: string;
  readonly what: 'orders' | 'orderItems' | 'payments' | 'customers' | 'products';
  readonly kind: SourceKind;
  /** Headings that must all be there; the preset with the most of them that fits is taken. */
  readonly needs: readonly Heading[];
  /** Headings that must not be there. */
  readonly without?: readonly string[];
  /** Headings by role, the best first; one that is far emptier than another of its role is passed over. */
  readonly roles: Readonly<Partial<Record<ColumnRole, readonly string[]>>>;
  readonly aside?: readonly StateRule[];
  /** Customer, date and state may stand on an order's first row only. */
  readonly isOrderOnFirstRow?: true;
  /** The order of day and month where no date of the file proves it. */
  readonly dayFirst?: boolean;
  readonly money?: MoneyMeaning;
}
