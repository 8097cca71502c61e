import type { desktop as english } from '../en/desktop.ts';
import type { Translated } from '../phrase.ts';

/** What the hosts say around the page: how they measure, the desktop's menu and its dialogs. */
export const desktop: Translated<typeof english> = {
  'measured.desktop': () =>
    'Hier gemessen: Das Fenster darf nichts außerhalb dieses Computers abrufen, jeder Versuch wird abgewiesen, und was Tessera sonst noch sendet, wird gezählt.',
  'measured.browser': () =>
    'Hier gemessen: Alles, was Tessera selbst an einen anderen Computer sendet, wird gezählt. Was Ihr Browser von sich aus sendet, kommt nicht von Tessera.',
  'measured.cli': () => 'Hier gemessen: Alles, was Tessera an einen anderen Computer sendet, wird gezählt.',

  'menu.file': () => 'Datei',
  'menu.open': () => 'Öffnen …',
  'menu.recent': () => 'Letzte Projekte',
  'menu.newWindow': () => 'Neues Fenster',
  'menu.closeProject': () => 'Projekt schließen',
  'menu.report': () => 'Bericht …',
  'menu.closeWindow': () => 'Fenster schließen',
  'menu.quit': () => 'Tessera beenden',
  'menu.hide': () => 'Tessera ausblenden',
  'menu.hideOthers': () => 'Andere ausblenden',
  'menu.edit': () => 'Bearbeiten',
  'menu.cut': () => 'Ausschneiden',
  'menu.copy': () => 'Kopieren',
  'menu.paste': () => 'Einfügen',
  'menu.selectAll': () => 'Alles auswählen',
  'menu.view': () => 'Ansicht',
  'menu.zoom.reset': () => 'Originalgröße',
  'menu.zoom.in': () => 'Größer',
  'menu.zoom.out': () => 'Kleiner',
  'menu.fullScreen': () => 'Vollbild',
  'menu.present': () => 'Vorführung',
  'menu.reload': () => 'Neu laden',
  'menu.devTools': () => 'Entwicklerwerkzeuge',
  'menu.help': () => 'Hilfe',
  'menu.showProjects': () => 'Ordner meiner Projekte zeigen',
  'menu.about': () => 'Über Tessera',

  'desktop.folder': () => 'Wo nach neuen Dateien suchen?',
  'desktop.open': () => 'Tabelle oder Projekt öffnen',
  'desktop.open.all': () => 'Tabellen und Projekte',
  'desktop.open.spreadsheets': () => 'Tabellen',
  'desktop.open.projects': () => 'Tessera-Projekte',
  'desktop.save': () => 'Speichern',
  'desktop.about': () => 'Alles bleibt auf diesem Computer.',
  'desktop.failed': () => 'Tessera konnte nicht starten',
  'desktop.crashed.title': () => 'Das Fenster von Tessera musste geschlossen werden',
  'desktop.crashed': () =>
    'Es ist innerhalb einer Minute mehrmals stehen geblieben. Ihr Projekt ist sicher; starten Sie Tessera neu, um weiterzuarbeiten.',
};
