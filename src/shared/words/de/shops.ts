import type { shopNotes as english } from '../en/shops.ts';
import type { Phrase, Translated } from '../phrase.ts';

const exports: Readonly<Record<string, string>> = {
  orders: 'ein Export der Bestellungen',
  orderItems: 'ein Export der verkauften Artikel',
  payments: 'ein Export der Zahlungen',
  customers: 'ein Export der Kunden',
  products: 'ein Export der Artikel',
};

const instead: Readonly<Record<string, string>> = {
  any: 'Exportieren Sie die Bestellungen noch einmal, mit Kundennummer, E-Mail-Adresse oder Telefonnummer.',
  wooAnalyticsOrders:
    'Dieser Bericht von WooCommerce nennt keine Käufer. Exportieren Sie die Bestellungen mit einem Plugin für den Export von Bestellungen, samt der E-Mail-Adresse der Rechnung.',
  squareTransactions:
    'Diesen Verkäufen wurde in Square niemand zugeordnet. Ordnen Sie den Verkäufen Kunden zu (Square kann sie an ihrer Karte erkennen), und exportieren Sie dann „Transactions“ noch einmal.',
  squareItems:
    'Dieser Export von Square nennt keine Kunden. Wählen Sie in Square Reports, Transactions, Export und dann „Transactions CSV“ oder „Items Detail CSV“; darin steht eine Kundennummer, wo dem Verkauf jemand zugeordnet wurde.',
  amazonAllOrders:
    'Dieser Bericht von Amazon nennt keine Käufer. Wählen Sie in Seller Central Orders, Order Reports (oder Reports, Fulfillment, „Amazon Fulfilled Shipments“); darin steht die E-Mail-Adresse des Käufers.',
  amazonDateRange:
    'Dieser Bericht von Amazon handelt von Zahlungen und nennt keine Käufer. Wählen Sie in Seller Central Orders, Order Reports; darin steht die E-Mail-Adresse des Käufers.',
};

/** What to export where nothing says who bought. */
export const exportInstead: Phrase = (v) => instead[String(v.advice)] ?? instead.any!;

/** What was recognised of a shop's export, and how it is taken. */
export const shopNotes: Translated<typeof english> = {
  'source.note.preset': (v) => `Das sieht aus wie ${exports[String(v.what)] ?? 'ein Export'} von ${v.shop}.`,
  'source.note.money.lines': () =>
    'Als Betrag zählt Preis × Menge jeder Zeile. Versand, Steuern und Rabatte auf die ganze Bestellung bleiben außen vor.',
  'source.note.money.lineTotals': () => 'Als Betrag zählt die Summe jeder Zeile. Der Versand bleibt außen vor.',
  'source.note.money.orderTotals': () =>
    'Als Betrag zählt die Summe jeder Bestellung, mit Versand, Steuern und Rabatten.',
  'source.note.money.netSales': () =>
    'Als Betrag zählt der Nettoumsatz: nach Abzug der Rabatte, ohne Steuern, Trinkgeld und Versand.',
  'source.note.money.payments': () =>
    'Als Betrag zählt, was bezahlt wurde. Zahlungen, die zum Teil erstattet wurden, gelten als bezahlt.',
  'source.note.orderOnFirstLine': () =>
    'Kunde und Datum stehen in der ersten Zeile jeder Bestellung; ihre weiteren Zeilen zählen dazu.',
  'source.note.customerBy': (v) =>
    v.by === 'email'
      ? `Kunden werden an der E-Mail-Adresse in „${v.column}“ unterschieden.`
      : v.by === 'phone'
        ? `Kunden werden an der Telefonnummer in „${v.column}“ unterschieden.`
        : `Kunden werden am Namen in „${v.column}“ unterschieden: Zwei gleichen Namens gelten als einer.`,
};
