import type { composer as english } from '../en/composer.ts';
import type { Format } from '../format.ts';
import type { Translated, Values } from '../phrase.ts';

const place = (v: Values, f: Format): string =>
  `Baustein ${f.number(Number(v.place))} von ${f.number(Number(v.count))}`;

/** The screen on which a report is put together. */
export const composer: Translated<typeof english> = {
  'composer.title': () => 'Ein Bericht zum Drucken oder Weitergeben',
  'composer.subtitle': () => 'Was Sie sehen, steht auch in der Datei. Namen von Kunden nur, wenn Sie es ankreuzen.',
  'composer.save': (v) => `Als ${v.format} speichern`,
  'composer.save.other': () => 'Anders speichern',
  'composer.format.pdf': () => 'PDF',
  'composer.format.html': () => 'Webseite',
  'composer.format.xlsx': () => 'Excel-Mappe',
  'composer.format.pptx': () => 'PowerPoint-Folien',
  'composer.format.pdf.text': () => 'Zum Drucken und Verschicken',
  'composer.format.html.text': () => 'Eine Datei, die sich überall öffnet',
  'composer.format.xlsx.text': () => 'Jede Tabelle zum Weiterrechnen',
  'composer.format.pptx.text': () => 'Eine Folie je Baustein, frei zu ändern',

  'composer.start': () => 'Vorlage',
  'composer.template.owner': () => 'Für die Leitung',
  'composer.template.owner.text': () => 'Was sich zeigt und was zu tun ist',
  'composer.template.team': () => 'Für das Team',
  'composer.template.team.text': () => 'Ein Blatt je Segment',
  'composer.template.analyst': () => 'Für die Analyse',
  'composer.template.analyst.text': () => 'Alles',
  'composer.paper': () => 'Papier',
  'composer.paper.a4': () => 'A4',
  'composer.paper.letter': () => 'Letter',

  'composer.add': () => 'Mehr Bausteine',
  'composer.add.one': (v) => `Hinzufügen: ${v.card}`,
  'composer.add.there': (v) => `${v.card}: schon im Bericht`,
  'composer.page': () => 'Die Seite, wie sie wird',
  'composer.cards': () => 'Der Bericht',
  'composer.none': () => 'Noch ist der Bericht leer. Fügen Sie links einen Baustein hinzu.',
  'composer.loading': () => 'Der Inhalt wird zusammengetragen …',

  'composer.select': (v, f) => `${v.card}, ${place(v, f)}`,
  'composer.drag': (v) => `Ziehen: ${v.card}`,
  'composer.up': (v) => `Nach oben: ${v.card}`,
  'composer.down': (v) => `Nach unten: ${v.card}`,
  'composer.remove': (v) => `Entfernen: ${v.card}`,
  'composer.said.moved': (v, f) => `„${v.card}“ ist jetzt ${place(v, f)}.`,
  'composer.said.added': (v, f) => `„${v.card}“ wurde hinzugefügt, als ${place(v, f)}.`,
  'composer.said.removed': (v) => `„${v.card}“ wurde entfernt.`,
  'composer.said.template': (v) => `Der Bericht wurde neu zusammengestellt: ${v.template}.`,

  'composer.empty.tree': () => 'Diese Segmente stammen nicht aus einem Baum, also gibt es keinen zu zeigen.',
  'composer.empty.map': () => 'Für ein Bild sind es zu wenige Kunden.',
  'composer.empty.text': () => 'Schreiben Sie rechts etwas, dann steht es hier.',
  'composer.empty.customers': () =>
    'Noch ist niemand aufgeführt. Kreuzen Sie rechts „Kunden mit Namen“ an, dann stehen sie hier.',
  'composer.empty.segments': () => 'Von den gewählten Segmenten gibt es gerade keines.',
  'composer.empty.facts': () => 'Keines der gewählten Merkmale lässt sich zeigen.',
  'composer.empty.other': () => 'Hier gibt es nichts zu berichten.',
  'composer.preview.few': () => 'Hier stehen nur die ersten jedes Segments; in der Datei sind es mehr.',

  'composer.options.none': () => 'Hier gibt es nichts zu wählen. Dieser Baustein schreibt sich von selbst.',
  'composer.options.pick': () => 'Wählen Sie einen Baustein des Berichts, um zu ändern, was er sagt.',
  'composer.keys': () => 'Alt und die Pfeiltasten verschieben einen Baustein, Entf entfernt ihn.',
  'composer.shop': () => 'Name des Ladens',
  'composer.text': () => 'Ihre eigenen Worte',
  'composer.text.hint': () => 'Eine leere Zeile beginnt einen neuen Absatz.',
  'composer.heading': () => 'Überschrift',
  'composer.withWords': () => 'Mit Gründen und was zu tun ist',
  'composer.segments': () => 'Segmente',
  'composer.facts': () => 'Merkmale',
  'composer.all': () => 'Alle',
  'composer.named': () => 'Kunden mit Namen',
  'composer.named.text': () =>
    'Führt die Kunden jedes Segments namentlich auf. Lassen Sie es aus, wenn der Bericht an andere geht.',
};
