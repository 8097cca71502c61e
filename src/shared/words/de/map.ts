import type { map as english } from '../en/map.ts';
import type { Format } from '../format.ts';
import type { Translated } from '../phrase.ts';

const typed = (text: unknown): string => String(text);
const customers = (count: unknown, f: Format): string => f.count(Number(count), 'Kunde', 'Kunden');

/** The map: what it shows beside the dots, and who a dot is. */
export const map: Translated<typeof english> = {
  'map.show': () => 'Zeigen',
  'map.show.title': () => 'Was die Karte zeigt',
  'map.show.names': () => 'Namen der Segmente',
  'map.show.outlines': () => 'Umrisse',
  'map.show.outlines.text': (v, f) =>
    `Jeder umfasst ${f.share(Number(v.share))} der Kunden eines Segments, ohne die entferntesten.`,
  'map.show.arrows': () => 'Welche Merkmale wohin ziehen',
  'map.show.arrows.text': () => 'Ein Pfeil zeigt, wohin ein Merkmal wächst; je länger er ist, desto deutlicher.',
  'map.show.small': () => 'Eine kleine Karte je Segment',
  'map.show.small.text': () => 'Die anderen sind grau.',
  'map.small.tile': (v, f) => `${typed(v.name)}: ${customers(v.customers, f)}`,
  'map.small.hint': () =>
    'Klicken Sie auf eine kleine Karte, um ihr Segment auszuwählen; mit der Umschalttaste kommt es zur Auswahl dazu.',
  'map.axis.tenfold': (v) => `${typed(v.axis)}, je Schritt ×10`,
  'map.shade': () => 'Wo Punkte aufeinander lägen, sagt die Tönung, wie viele Kunden dort sind.',
  'map.shade.summary': (v, f) =>
    `Getönt danach, wo ${f.count(Number(v.customers), 'Kunde ist', 'Kunden sind')}, gefärbt nach Segment. ${typed(v.finding)}.`,
  'map.keys': () =>
    'Die Pfeiltasten führen von Segment zu Segment, mit Strg oder ⌘ von Kunde zu Kunde; mit der Umschalttaste verschieben sie die Karte. Die Eingabetaste wählt aus. Plus und Minus vergrößern und verkleinern, 0 zeigt alle.',
  'map.cursor.segment': (v, f) => `${typed(v.name)}, ${customers(v.customers, f)}`,
  'map.cursor.customer': (v) => `Ein Kunde aus „${typed(v.name)}“`,
  'map.story.bought': (v, f) => {
    const orders = f.count(Number(v.orders), 'Bestellung', 'Bestellungen');
    return v.spent === null ? orders : `${orders}, insgesamt ${f.money(Number(v.spent))}`;
  },
  'map.story.lastOrder': (v, f) =>
    Math.round(Number(v.days)) === 0
      ? 'Letzte Bestellung am letzten Tag Ihrer Datei'
      : `Letzte Bestellung vor ${f.count(Math.round(Number(v.days)), 'Tag', 'Tagen')}`,
  'map.story.fact': (v) => `${typed(v.fact)}: ${typed(v.value)} (typisch ${typed(v.all)})`,
  'map.hint': () =>
    'Klicken Sie auf einen Punkt, um sein Segment auszuwählen, mit Strg oder ⌘ nur diesen Kunden. Mit der Umschalttaste kommt er zur Auswahl dazu.',
  'map.shares.across': () => 'Anteil aller Unterschiede quer',
  'map.shares.up': () => 'Anteil aller Unterschiede nach oben',
  'map.space.arrange': () => 'Drei Merkmale',
  'map.space.back': () => 'Hinten',
  'map.space.subtitle': (v, f) =>
    v.drawn === v.customers
      ? `Jeder von ${f.count(Number(v.customers), 'Kunden', 'Kunden')} ist ein Punkt in einem Raum aus drei Merkmalen.`
      : `${f.number(Number(v.drawn))} von ${f.count(Number(v.customers), 'Kunden', 'Kunden')} als Punkte in einem Raum aus drei Merkmalen, jedes Segment nach seinem Anteil.`,
  'map.space.title': (v) => `${typed(v.first)} und ${typed(v.second)} liegen am weitesten auseinander`,
  'map.space.summary': (v) =>
    `Kunden in einem Raum aus ${typed(v.x)}, ${typed(v.y)} und ${typed(v.z)}. ${typed(v.finding)}.`,
  'map.space.hint': () =>
    'Ziehen oder Pfeiltasten drehen den Raum, Plus und Minus gehen näher heran, 0 stellt ihn wieder gerade. Ein Klick auf einen Punkt wählt sein Segment, mit Strg oder ⌘ nur diesen Kunden.',
  'map.space.turn': () => 'Raum aus drei Merkmalen; Pfeiltasten drehen ihn',
};
