import type { WordList } from '../phrase.ts';

/** What the hosts say around the page: how they measure, the desktop's menu and its dialogs. */
export const desktop = {
  'measured.desktop': () =>
    'Measured here: the window may ask nothing outside this computer, every try is refused, and whatever the rest of Tessera sends is counted.',
  'measured.browser': () =>
    'Measured here: everything that Tessera itself sends to another computer is counted. Your browser’s own traffic is not Tessera’s.',
  'measured.cli': () => 'Measured here: everything that Tessera sends to another computer is counted.',

  'menu.file': () => 'File',
  'menu.open': () => 'Open …',
  'menu.recent': () => 'Recent projects',
  'menu.newWindow': () => 'New window',
  'menu.closeProject': () => 'Close project',
  'menu.report': () => 'Report …',
  'menu.closeWindow': () => 'Close window',
  'menu.quit': () => 'Quit Tessera',
  'menu.hide': () => 'Hide Tessera',
  'menu.hideOthers': () => 'Hide others',
  'menu.edit': () => 'Edit',
  'menu.cut': () => 'Cut',
  'menu.copy': () => 'Copy',
  'menu.paste': () => 'Paste',
  'menu.selectAll': () => 'Select all',
  'menu.view': () => 'View',
  'menu.zoom.reset': () => 'Actual size',
  'menu.zoom.in': () => 'Larger',
  'menu.zoom.out': () => 'Smaller',
  'menu.fullScreen': () => 'Full screen',
  'menu.present': () => 'Presentation',
  'menu.reload': () => 'Reload',
  'menu.devTools': () => 'Developer tools',
  'menu.help': () => 'Help',
  'menu.showProjects': () => 'Show the folder of my projects',
  'menu.about': () => 'About Tessera',

  'desktop.folder': () => 'Look for new files in',
  'desktop.open': () => 'Open a spreadsheet or a project',
  'desktop.open.all': () => 'Spreadsheets and projects',
  'desktop.open.spreadsheets': () => 'Spreadsheets',
  'desktop.open.projects': () => 'Tessera projects',
  'desktop.save': () => 'Save',
  'desktop.about': () => 'Everything stays on this computer.',
  'desktop.failed': () => 'Tessera could not start',
  'desktop.crashed.title': () => 'Tessera’s window had to be closed',
  'desktop.crashed': () =>
    'It stopped several times within a minute. Your project is safe; start Tessera again to go on.',
} satisfies WordList;
