import type { SourceKind } from '../../../shared/model/source.ts';

/** What tells which lines of two files are about the same thing. */
export interface LineKey {
  /** As written, trimmed. */
  readonly order: string | null;
  /** Id of the customer in the project; of one that is new any number that no other has. Null for nobody known. */
  readonly customer: number | null;
  /** ISO day. */
  readonly day: string | null;
  /** Key of a product. */
  readonly product: string | null;
}

const ofNoDay = '';
/** Stands for “by order”, which no customer's id is. */
type Thing = string | number;

/**
 * The place that a line takes in a project: whatever stands there is replaced as a whole. Lines of orders: an order
 * number on a day, without a number a customer on a day, without both the day's nameless lines; events the same, by
 * customer first; customers and products: their key. Null where nothing tells a line from others: it takes no place.
 */
const placeOf = (kind: SourceKind, { order, customer, day, product }: LineKey): [day: string, thing: Thing] | null => {
  if (kind === 'customers') return customer === null ? null : [ofNoDay, customer];
  if (kind === 'products') return product === null ? null : [ofNoDay, product];
  if (kind === 'events' && customer !== null) return day === null ? null : [day, customer];
  if (order !== null) return [day ?? ofNoDay, order];
  if (day === null) return null;
  return customer === null ? [day, ''] : [day, customer];
};

/** The places that a file takes. Memory by places, not by lines. */
export interface PlaceSet {
  add(key: LineKey): void;
  has(key: LineKey): boolean;
  readonly size: number;
  /** First and last day; null where no line has one. */
  readonly period: { readonly from: string; readonly to: string } | null;
}

/** Gathers only places that another set has. */
export const placesAmong = (kind: SourceKind, allowed: Pick<PlaceSet, 'has'>): PlaceSet => {
  const places = createPlaceSet(kind);
  return {
    add: (key) => {
      if (allowed.has(key)) places.add(key);
    },
    has: places.has,
    get size() {
      return places.size;
    },
    get period() {
      return places.period;
    },
  };
};

export const createPlaceSet = (kind: SourceKind): PlaceSet => {
  const days = new Map<string, Set<Thing>>();
  let size = 0;
  let period: { from: string; to: string } | null = null;
  // Lines of one day come together: the last day is nearly always the next line's.
  let last = { day: '', things: undefined as Set<Thing> | undefined };
  const thingsOf = (day: string): Set<Thing> | undefined => {
    if (last.things === undefined || last.day !== day) last = { day, things: days.get(day) };
    return last.things;
  };
  return {
    add: (key) => {
      const place = placeOf(kind, key);
      const { day } = key;
      if (day !== null) {
        if (period === null) period = { from: day, to: day };
        else if (day < period.from) period.from = day;
        else if (day > period.to) period.to = day;
      }
      if (place === null) return;
      let things = thingsOf(place[0]);
      if (things === undefined) {
        things = new Set();
        days.set(place[0], things);
        last = { day: place[0], things };
      }
      if (things.has(place[1])) return;
      things.add(place[1]);
      size += 1;
    },
    has: (key) => {
      const place = placeOf(kind, key);
      return place !== null && thingsOf(place[0])?.has(place[1]) === true;
    },
    get size() {
      return size;
    },
    get period() {
      return period;
    },
  };
};
