import type { tour as english } from '../en/tour.ts';
import type { Translated } from '../phrase.ts';

/** The guided tour: one or two sentences a stop. */
export const tour: Translated<typeof english> = {
  'tour.start': () => 'Rundgang',
  'start.tour': () => 'Rundgang durch den Beispielladen',
  'tour.card': () => 'Rundgang',
  'tour.place': (v, f) => `${f.number(Number(v.at))} von ${f.number(Number(v.of))}`,
  'tour.next': () => 'Weiter',
  'tour.back': () => 'Zurück',
  'tour.skip': () => 'Rundgang beenden',
  'tour.done': () => 'Fertig',
  'tour.keys': () => 'Pfeiltasten führen vor und zurück, Escape beendet.',

  'tour.data': () => 'Was in der Datei gefunden wurde',
  'tour.data.text': () =>
    'Jede Spalte wurde erkannt, und was nicht zählt, ist aussortiert: wie viele Zeilen, und wie viel Geld. Ein Schalter holt sie zurück.',
  'tour.segments': () => 'Ihre Kunden in Segmenten',
  'tour.segments.text': () =>
    'Jede Karte ist ein Segment: wer sie sind, warum, und was zu tun ist. Ein Klick wählt die Kunden auf jeder Ansicht aus.',
  'tour.inspector': () => 'Was Sie auswählen, wird hier erklärt',
  'tour.inspector.text': () =>
    'Was ein Segment unterscheidet, wie verlässlich es ist, wer typisch dafür ist. Jede unterstrichene Zahl öffnet sich und sagt, woher sie kommt.',
  'tour.map': () => 'Alle auf einer Karte',
  'tour.map.text': () =>
    'Kunden, die sich ähnlich verhalten, liegen beieinander. Ziehen Sie mit dem Lasso einen Kreis: sie sind überall ausgewählt und lassen sich als eigenes Segment behalten.',
  'tour.tree': () => 'Wie ähnlich, als Baum',
  'tour.tree.text': () =>
    'Lassen Sie den Baum wachsen und ziehen Sie die Linie: weniger oder mehr Segmente, und jedes Bild folgt dabei.',
  'tour.compare': () => 'Zwei Einteilungen nebeneinander',
  'tour.compare.text': () =>
    'Wer von einem Segment ins andere gegangen ist und warum, zwischen Verfahren oder zwischen Monaten.',
  'tour.report': () => 'Zum Mitnehmen',
  'tour.report.text': () =>
    'Stellen Sie Karten zusammen und speichern Sie sie als Seite, PDF, Folien oder Excel. Kein einzelner Kunde steht darin, wenn Sie es nicht wollen.',
  'tour.undo': () => 'Es kann nichts schiefgehen',
  'tour.undo.text': () =>
    'Jeder Schritt lässt sich zurücknehmen, auch morgen noch. Strg K findet und tut alles, ? zeigt alle Tasten. Alles bleibt auf diesem Rechner.',
};
