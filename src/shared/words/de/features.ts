import { cleanHeader } from '../../engine/explain/clean-header.ts';
import type { features as english } from '../en/features.ts';
import type { Translated } from '../phrase.ts';
import { inside } from './trait-words.ts';

/** `MntMeatProducts` is said as „Ausgegeben für Meat Products“, as in the names of segments; a heading with spaces was made for people and stays. */
const headingOf = (header: string): string => {
  if (/[\s()[\]]/.test(header.trim())) return header;
  const { name, says } = cleanHeader(header);
  if (says === 'spentOn') return `Ausgegeben für ${inside(name)}`;
  return says === 'count' && !/\s/.test(name) ? `Anzahl ${inside(name)}` : inside(name);
};

/** Names of customer facts, and where each comes from. */
export const features: Translated<typeof english> = {
  'feature.daysSinceLastOrder': () => 'Tage seit letzter Bestellung',
  'feature.orders': () => 'Bestellungen',
  'feature.totalSpent': () => 'Umsatz gesamt',
  'feature.column': (v) => headingOf(String(v.name)),

  'feature.daysSinceLastOrder.from': (v, f) =>
    `Tage von der letzten Bestellung eines Kunden bis zum ${f.day(String(v.asOf))}, der letzten Bestellung in der Datei, damit bei einem älteren Export nicht alle wie verloren aussehen. Aus der Spalte „${v.column}“.`,
  'feature.orders.from': (v) =>
    `Wie viele verschiedene Bestellungen ein Kunde aufgegeben hat. Aus der Spalte „${v.column}“.`,
  'feature.orders.fromDays': (v) =>
    `An wie vielen verschiedenen Tagen ein Kunde bestellt hat, denn die Datei hat keine Bestellnummer. Aus der Spalte „${v.column}“.`,
  'feature.totalSpent.from': (v) => `Die Summe aller Zeilen eines Kunden, die zählen. Aus der Spalte „${v.column}“.`,
  'feature.totalSpent.fromPrice': (v) =>
    v.quantity === null
      ? `Die Summe aller Zeilen eines Kunden, die zählen. Aus der Spalte „${v.price}“.`
      : `Menge mal Preis, summiert über alle Zeilen eines Kunden, die zählen. Aus den Spalten „${v.quantity}“ und „${v.price}“.`,
  'feature.column.from': (v) =>
    `So, wie es in der Spalte „${v.column}“ von „${v.file}“ steht.${v.table === undefined ? '' : ` Zu wem eine Zeile gehört, sagt „${v.otherKey}“, so wie „${v.key}“ in den Bestellungen.`}`,
};
