import type { ColumnRole } from '../../../shared/model/column.ts';

/** How well a heading names a role: the score of the first pattern that matches its words. */
type Patterns = readonly (readonly [pattern: RegExp, score: number])[];

interface RoleWords {
  readonly patterns: Patterns;
  /** Words that say it is something else, whatever else stands there. */
  readonly never?: RegExp;
}

const number = '(no|nr|num|number|nummer|id|ids|key|code|ref|reference|numero|codigo|codice|uid|uuid)';
const customer =
  '(customer|cust|client|kunden?|cliente|clientes|klant|klanten|buyer|shopper|kaufer|acheteur|comprador|acquirente|debitor|debitoren|debiteur|guest|patron)';
const account = '(account|user|member|household|contact|mitglied|membre|socio|lid|konto|subscriber|donor|visitor)';
const order =
  '(order|invoice|bestell|bestellung|bestellungs|auftrags?|rechnungs?|belegs?|bon|receipt|commande|facture|pedido|factura|ordine|fattura|bestelling|bestel|factuur|quittung|kassenbon|ticket|purchase|sale|sales|basket|checkout|document|voucher)';
const time = '(date|datum|fecha|data|day|tag|dia|jour|giorno|dag|time|at|on|timestamp|datetime|zeit|zeitpunkt)';
const otherTimes =
  /\b(birth\w*|bday|cumpleanos|compleanno|anniversaire|verjaardag|born|dob|geburts\w*|naissance|nacimiento|nascita|geboorte\w*|ship|shipping|shipped|liefer\w*|delivery|delivered|due|fallig\w*|expir\w*|updated|modified|changed|cancelled|canceled|refunded|returned|enrol\w*|regist\w*|join\w*|signup|sign up|since|seit|last|first|start|end|valid|dt customer|customer date|anmelde\w*|eintritts?\w*|closed|printed|fulfilled)\b/;
const notMoney =
  /\b(discount\w*|rabatt\w*|remise|descuento|sconto|korting|tax|taxes|vat|mwst|ust|tva|iva|btw|shipping|versand\w*|freight|porto|profit\w*|gewinn|cost|costs|kosten|refund\w*|income|balance|saldo|margin|marge|fee|fees|gebuhr\w*|tip|target|budget|person|rep|channel|team|currency|wahrung|devise|moneda|valuta|outstanding|percent|rate|id|no|nr|number|date|count|quantity|qty|items|status|type|method|category|code|name|year|month|points|score|lifetime|clv|debt|tenure)\b|%/;

const roleWords: Readonly<Partial<Record<ColumnRole, RoleWords>>> = {
  customer: {
    patterns: [
      [
        new RegExp(
          `^${customer} ?${number}$|^${number} ?(del |du |of |van )?${customer}$|^kundennr$|^klantnr$|^custid$`,
        ),
        100,
      ],
      [/^(kunden|klant|debitoren|debiteuren)(nummer|nr|id|code|key|no)$/, 100],
      [new RegExp(`\\b${customer} ${number}\\b|\\b(kunden|klant|debitoren)(nummer|nr)\\b`), 95],
      [new RegExp(`^${customer}$`), 90],
      [new RegExp(`^${account} ?${number}$|^(mitglieds?|user|konto)(nummer|nr|id)$|^${number} ?${account}$`), 85],
      [new RegExp(`^${account}$|^bill to$|^sold to( party)?$|^cust$`), 75],
      [new RegExp(`^(the |our )?${customer} (email|e mail|mail)( address)?$`), 60],
      [
        new RegExp(
          `^${customer}s?( full)? ?(name|names|namen)$|^(kundenname|klantnaam|nom ${customer}|nom du client|nombre del cliente|nome cliente|naam klant)$`,
        ),
        55,
      ],
      [/\bmaster id\b|^(id|uid|uuid|guid|identifier)$/, 40],
    ],
    never:
      /\b(type|segment\w*|group|gruppe|status|city|country|state|region|since|age|gender|phone|address|city|zip|count|rating|lifetime|satisfaction|value|class|category|notes?|date|dt|language)\b/,
  },
  order: {
    patterns: [
      [new RegExp(`^${order} ?${number}$|^${number} ?(del |de la |de |du |of |van )?${order}$`), 100],
      [/^(bestell|bestellungs|auftrags|rechnungs|beleg|bon|bestel|factuur|order)(nummer|nr|id|no|code)$/, 100],
      [/^(order|invoice)$/, 95],
      [new RegExp(`\\b${order} ${number}\\b`), 90],
      [
        /^(bestellung|auftrag|rechnung|beleg|commande|facture|pedido|factura|ordine|fattura|bestelling|factuur|receipt|ticket|basket|bon)$/,
        85,
      ],
      [
        new RegExp(
          `^(transaction|transaktion|transaktions|transaccion|transazione|transactie|trans|txn|cart|warenkorb|session order|visit) ?${number}$|^(transaktions|transactie)(nummer|nr|id)$`,
        ),
        80,
      ],
      [/^(transaction|transaktion|txn)$/, 70],
    ],
    never:
      /\b(date|datum|fecha|data|day|month|year|weekday|week|hour|time|status|total|amount|value|priority|quantity|qty|type|count|source|channel|line|position|item|row|currency|name|notes?|price|discount|sales rep|address)\b/,
  },
  date: {
    patterns: [
      [new RegExp(`^${order}s? ?${time}( ?time)?$|^${time} ?(de la |del |de |d |of |di |van )?${order}$`), 100],
      [
        /^(bestell|bestellungs|auftrags|rechnungs|kauf|verkaufs|beleg|einkaufs|besuchs|order|aankoop|bestel|factuur|verkoop)(datum|tag|zeit|zeitpunkt|dag)$/,
        100,
      ],
      [
        new RegExp(
          `^(buy|bought|purchased|ordered|transaction|trans|txn|sold|event|visit|kauf|achat|compra|acquisto|vente|venta|vendita) ?${time}$|^${time} ?(achat|compra|acquisto|vente|venta|vendita)$`,
        ),
        95,
      ],
      [/^(date|datum|fecha|data)$/, 90],
      [/^(date ?time|timestamp|ts|zeitstempel|datum uhrzeit|date heure|date and time|dt)$/, 85],
      [
        /^(created|created at|created on|creation date|paid at|paid on|payment date|placed at|completed at|processed at|booking date|posting date|buchungsdatum|erstellt|erstellt am|zahlungsdatum)$/,
        80,
      ],
      [/^(day|tag|jour|dia|giorno|dag|when|time)$/, 70],
      [/\b(date|datum|fecha|datetime)\b/, 60],
    ],
    never: otherTimes,
  },
  quantity: {
    patterns: [
      [
        /^(quantity|qty|quantite|qte|menge|anzahl|stuckzahl|stuck|cantidad|quantita|qta|aantal|hoeveelheid|units|unidades|unites)$/,
        100,
      ],
      [
        /^(order|ordered|sold|item|line ?item|product|purchase|purchased|total)? ?(quantity|qty|quantite|menge|cantidad|quantita|aantal|units)( ordered| sold| purchased)?$/,
        95,
      ],
      [
        /^(units sold|no of units|number of (units|items|pieces|cds|products|articles)|bestellmenge|verkaufsmenge|anzahl stuck|stk|pcs|pieces|items|item count|pezzi|piezas|pieces sold|stuks)$/,
        85,
      ],
    ],
    never: /\b(price|preis|prix|precio|prezzo|prijs|stock|inventory|available|returned|refunded|discount|id|date)\b/,
  },
  price: {
    patterns: [
      [
        /^(unit ?price|price ?per ?unit|price each|item price|each price|einzelpreis|stuckpreis|preis pro stuck|prix unitaire|prix unit|pu ht|precio unitario|prezzo unitario|stukprijs|prijs per stuk|eenheidsprijs|unit selling price)$/,
        100,
      ],
      [
        /^(line ?item|product|sales?|selling|list|net|gross|retail|verkaufs|artikel|unit|regular) ?(price|preis)$|^(verkaufspreis|artikelpreis|nettopreis|bruttopreis)$/,
        90,
      ],
      [/^(price|preis|prix|precio|prezzo|prijs|pvp)$/, 90],
      [/^(price|preis|prix|precio|prezzo|prijs) (in )?(eur|usd|gbp|chf|euro|dollar)s?$|^unit price\b/, 85],
    ],
    never: /\b(total|gesamt\w*|totale|totaal|discount\w*|old|original|compare|range|category|id)\b/,
  },
  amount: {
    patterns: [
      [
        /^(line ?total|order ?(total|amount|value)|invoice ?(total|amount|value)|total ?(amount|price|paid|sales|value|spent|revenue|eur|usd|gbp)|grand total|amount|betrag|gesamtbetrag|gesamtpreis|gesamtsumme|rechnungsbetrag|bestellwert|warenwert|montant|montant total|importe|importe total|importo|importo totale|bedrag|totaalbedrag|orderbedrag)$/,
        100,
      ],
      [
        /^(sales|revenue|turnover|umsatz|umsatze|ventas|vendite|fatturato|omzet|chiffre d affaires|ca|ca ht|ca ttc|total|totale|totaal|summe|gesamt)$/,
        95,
      ],
      [
        /^(total|montant|importe|totale|totaal|gesamt|amount|betrag) (ttc|ht|net|netto|brutto|gross|eur|usd|gbp|chf|inkl|incl|inc|excl|con iva|incl btw|amount|paid|price)\b.*$/,
        90,
      ],
      [
        /^(sales|revenue|amount|net|gross|umsatz|paid|purchase|transaction|sale|order|invoice|basket|netto|brutto|zahl) ?(sales|revenue|amount|value|betrag|total|umsatz|wert|price|clp|usd|eur|gbp|netto|brutto)$|^(nettobetrag|bruttobetrag|nettoumsatz|kaufbetrag|einkaufswert)$/,
        85,
      ],
      [
        /^(subtotal|sub total|zwischensumme|sous total|net total|value|valor|wert|spend|spent|spending|paid|dollars|dollar value|money|monetary|price total|extended price|line amount|line value|lineamount)$/,
        80,
      ],
      [/\b(revenue|sales|amount|umsatz|total)\b/, 55],
    ],
    never: notMoney,
  },
  product: {
    patterns: [
      [
        /^(stock ?code|sku|product ?(id|code|no|nr|number|sku)|item ?(id|code|no|nr|number|sku)|article ?(id|code|no|nr|number)|artikel(nummer|nr|id| nr| nummer| id)|produkt(nummer|nr|id)|line ?item sku|codigo producto|codice (prodotto|articolo)|reference produit|ean|asin|gtin|upc)$/,
        100,
      ],
      [
        /^(product|item|article|artikel|produkt|producto|prodotto|produit|articulo|articolo|product ?name|item ?name|product ?title|line ?item name|artikelbezeichnung|artikelname|produktname|nombre producto|nome prodotto|nom du produit)$/,
        95,
      ],
      [
        /^(description|item description|product description|bezeichnung|designation|descripcion|descrizione|omschrijving|beschreibung|title)$/,
        80,
      ],
    ],
  },
  name: {
    patterns: [
      [
        /^(customer|client|kunden?|buyer|contact|billing|account|full|bill to) ?names?$|^(kundenname|klantnaam|nom complet|nom client|nom du client|nombre completo|nombre del cliente|nome completo|nome cliente|naam klant|volledige naam|vor und nachname)$/,
        100,
      ],
      [/^(name|nom|nombre|nome|naam)$/, 90],
      [/^(last name|lastname|surname|family name|nachname|nom de famille|apellidos?|cognome|achternaam)$/, 75],
      [/^(first name|firstname|given name|vorname|prenom|voornaam)$/, 70],
    ],
    never: /\b(product|item|file|user|campaign|company)\b/,
  },
  email: {
    patterns: [
      [
        /^(email|mail|e mail|email address|emailadresse|mailadresse|email adresse|courriel|adresse email|correo|correo electronico|indirizzo email|emailadres|customer email|contact email|billing email)$/,
        100,
      ],
      [/\bemail\b/, 60],
    ],
    never:
      /\b(opt|optin|consent|marketing|status|sent|opens?|opened|clicks?|clicked|count|campaign|segment|subscribed|verified|accepts|newsletter|womens|mens)\b/,
  },
  phone: {
    patterns: [
      [
        /^(phone|telephone|telefon|tel|mobile|mobil|handy|cell|gsm|telefono|telefoon|movil|cellulare|mobiel|phone (number|no)|telefonnummer|mobile (number|phone)|handynummer|numero de telephone|billing phone|shipping phone|customer phone)$/,
        100,
      ],
    ],
  },
  consent: {
    patterns: [
      [
        /\b(consent|opt ?in|newsletter|gdpr|dsgvo|rgpd|avg|accepts (email |sms )?marketing|marketing (permission|allowed|emails?)|mailing list|(email |sms )?subscription status|\w*einwilligung|werbeerlaubnis|consentement|consentimiento|consenso|toestemming|email marketing|sms marketing|subscribed)\b/,
        90,
      ],
    ],
    never: /\b(date|at|on|datum|count|source|ip|id|opt ?out|unsubscribed|sent|opens?|opened|clicks?|clicked)\b/,
  },
  channel: {
    patterns: [
      [
        /^(channel|sales ?channel|order ?channel|source|order source|source name|medium|kanal|vertriebskanal|verkaufskanal|canal|canale|kanaal|marketplace|point of sale|utm source|traffic source|marketing channel)$/,
        90,
      ],
    ],
  },
};

/** 0 to 100. */
export const nameScore = (role: ColumnRole, words: string): number => {
  const known = roleWords[role];
  if (!known || known.never?.test(words)) return 0;
  return known.patterns.find(([pattern]) => pattern.test(words))?.[1] ?? 0;
};

export const isOtherTime = (words: string): boolean => otherTimes.test(words);

/** What its name lets expect of a column's values. */
export const expectedOf = (words: string): 'date' | 'number' | null => {
  if (
    nameScore('date', words) >= 60 ||
    (otherTimes.test(words) && /date|datum|fecha|\bat\b|\bon\b|dob|birth/.test(words))
  )
    return 'date';
  return (['quantity', 'price', 'amount'] as const).some((role) => nameScore(role, words) >= 70) ? 'number' : null;
};
