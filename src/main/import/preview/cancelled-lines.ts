import type { ColumnRole } from '../../../shared/model/column.ts';
import type { OutsideRules } from '../readers/outside-rows.ts';
import { headerWords } from '../roles/header-words.ts';
import type { Preset } from '../roles/presets/preset.ts';
import type { ColumnEvidence } from '../typing/column-evidence.ts';
import type { TypeReading } from '../typing/decide-type.ts';

/** How a table says that a line was taken back. */
export interface CancelledLines {
  /** Order numbers such as `C536379` among numbers such as `536365`. */
  readonly byNumber: boolean;
  /** A column of states, one of which means it. */
  readonly byState: number | null;
  /** A column of yes and no that asks for it. */
  readonly byFlag: number | null;
  /** Columns whose states a shop's export is known to have: these words in lower case, with null any word. */
  readonly byStates: readonly { readonly at: number; readonly values: readonly string[] | null }[];
  /** The customer, the day and the states of an order may stand on its first line only. */
  readonly isOrderOnFirstLine: boolean;
  /** How rows show that are not of the table at all. */
  readonly outside?: OutsideRules | undefined;
}

const stateName =
  /^((order|financial|invoice|payment|sale|fulfillment|delivery|bestell|auftrags|zahlungs|rechnungs) ?)?(status|state)$|^(statut|estado|stato|bestelstatus|bestellstatus|auftragsstatus|type|order type|transaction type)( (commande|pedido|ordine))?$/;
const flagName =
  /^((is|was) )?(order )?(cancelled|canceled|returned|refunded|storniert|retourniert|annule|cancelado|annullato|geannuleerd)$/;
const states = new Set(
  'cancelled canceled cancellation cancel refunded refund returned return voided void storniert storno retourniert retoure erstattet annulé annulée annule remboursé remboursée retourné cancelado anulado devuelto reembolsado annullato rimborsato reso geannuleerd geretourneerd terugbetaald'.split(
    ' ',
  ),
);

export const isCancelledState = (text: string): boolean => states.has(text.trim().toLowerCase());
/** Whether a cell has one of the states that a preset names. */
export const isAsideState = (text: string, values: readonly string[] | null): boolean => {
  const state = text.trim().toLowerCase();
  return state !== '' && (values === null || values.includes(state));
};
export const isCancelledNumber = (order: string): boolean => {
  const first = order.charCodeAt(0);
  return (first === 67 || first === 99) && /^c-?\d+$/i.test(order);
};

const filledOf = ({ cells, empty, missingWords }: ColumnEvidence): number => cells - empty - missingWords;

/** Of cells and of different order numbers, which are an estimate where they are many. */
const headSlack = 0.03;

/** The customer's or the day's column has a cell for every order, not for every line. */
const isHeadOnce = (columns: readonly ColumnEvidence[], roles: readonly ColumnRole[]): boolean => {
  const order = columns[roles.indexOf('order')];
  if (!order || order.distinct < 2 || filledOf(order) < order.cells || order.distinct > order.cells * 0.95)
    return false;
  return columns.some(
    (column, at) =>
      (roles[at] === 'customer' || roles[at] === 'date') &&
      Math.abs(filledOf(column) - order.distinct) <= order.distinct * headSlack,
  );
};

/** Finds out from all rows how cancelled lines show; a shop all of whose numbers begin with C has no such rule. */
export const findCancelledLines = (
  names: readonly string[],
  columns: readonly ColumnEvidence[],
  readings: readonly Pick<TypeReading, 'type'>[],
  roles: readonly ColumnRole[],
  preset: Preset | null,
): CancelledLines => {
  const codes = columns[roles.indexOf('order')]?.codes;
  const words = names.map(headerWords);
  if (preset) {
    const byStates = (preset.aside ?? [])
      .map(({ heading, values }) => ({ at: words.indexOf(heading), values }))
      .filter(({ at }) => at >= 0);
    const isOrderOnFirstLine = preset.isOrderOnFirstRow ?? false;
    return { byNumber: false, byState: null, byFlag: null, byStates, isOrderOnFirstLine };
  }
  const isState = (column: ColumnEvidence): boolean =>
    column.values !== null && [...column.values.keys()].some(isCancelledState);
  const byState = columns.findIndex(
    (column, at) => roles[at] === 'none' && stateName.test(words[at]!) && isState(column),
  );
  const byFlag = columns.findIndex((_, at) => readings[at]!.type === 'boolean' && flagName.test(words[at]!));
  return {
    byNumber: codes !== undefined && codes.cancelled > 0 && codes.digits > codes.cancelled,
    byState: byState < 0 ? null : byState,
    byFlag: byFlag < 0 ? null : byFlag,
    byStates: [],
    isOrderOnFirstLine: isHeadOnce(columns, roles),
  };
};
