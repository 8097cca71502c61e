import type { finding as english } from '../en/finding.ts';
import type { Translated } from '../phrase.ts';

/** Other words that people may look for a thing under, in the finder. They are never shown. */
export const finding: Translated<typeof english> = {
  'find.words.data': () => 'tabellen zeilen spalten datei quelle import rohdaten aussortiert',
  'find.words.segments': () => 'gruppen cluster zielgruppen personas einteilung karten',
  'find.words.map': () => 'streudiagramm punkte diagramm lasso bild',
  'find.words.tree': () => 'dendrogramm hierarchie äste schneiden',
  'find.words.customers': () => 'personen kundinnen käufer liste namen suche tabelle',
  'find.words.predict': () => 'Vorhersage Prognose Zukunft Abwanderung Kundenwert nächste Bestellung Blick nach vorn',
  'find.words.report': () => 'drucken pdf folien powerpoint präsentation dokument teilen seite excel',
  'find.words.facts': () => 'merkmale variablen spalten formel verteilung zusammenhang fehlende',
  'find.words.compare': () => 'monate zeitverlauf vorher nachher verfahren änderungen wanderung unterschied',
  'find.words.quality': () => 'fehler aufräumen doppelte fehlende probleme prüfen',
  'find.words.joins': () => 'verbinden verknüpfen tabellen beziehung schlüssel',
  'find.words.identity': () => 'doppelte dubletten zweimal zusammenführen dieselbe person',
  'find.words.open': () => 'importieren datei csv excel xlsx laden hochladen hinzufügen neu',
  'find.words.projects': () => 'zuletzt wechseln schließen start anfang laden',
  'find.words.export': () => 'herunterladen speichern csv excel xlsx datei tabelle mitnehmen mail liste',
  'find.words.undo': () => 'zurück rückgängig widerrufen fehler',
  'find.words.redo': () => 'wiederholen vor',
  'find.words.theme': () => 'dunkel hell nacht farben design aussehen kontrast modus',
  'find.words.shortcuts': () => 'tasten tastatur hilfe kürzel',
  'find.words.present': () => 'beamer projektor groß schrift vergrößern namen verdecken privat anonym wand besprechung',
  'find.words.tour': () => 'hilfe anleitung einführung lernen start wie rundgang',
  'find.words.exclude': () => 'entfernen löschen weglassen ignorieren',
};
