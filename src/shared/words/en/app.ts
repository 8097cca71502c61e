import type { WordList } from '../phrase.ts';

const customers = (v: unknown) => (Number(v) === 1 ? 'customer' : 'customers');

/** The frame around the screens. */
export const app = {
  'app.name': () => 'Tessera',
  'app.close': () => 'Close',
  'app.cancel': () => 'Cancel',
  'app.cancelling': () => 'Cancelling …',
  'app.retry': () => 'Try again',
  'app.inspector': () => 'Details of what is selected',
  'app.methodDetails': () => 'Method details',
  'app.error.title': () => 'That did not work',
  'app.error.crashed': () => 'This screen ran into a problem. Your project is safe on this computer.',
  'app.error.hostGone': () => 'Tessera has stopped. Start it again and reload this page; your project is saved.',
  'app.skip': () => 'Skip to the main part',
  'app.screens': () => 'Screens',
  'app.overlays': () => 'Menus and messages',
  'app.loading': () => 'One moment …',

  'app.screen.start': () => 'Start',
  'app.screen.import': () => 'Import',
  'app.screen.data': () => 'Data',
  'app.screen.segments': () => 'Segments',
  'app.screen.map': () => 'Map',
  'app.screen.tree': () => 'Tree',
  'app.screen.customers': () => 'Customers',
  'app.screen.report': () => 'Report',

  'app.saved': () => 'saved',
  'app.saved.hint': (v) => `Every change is kept at once in ${v.path}`,
  'app.home': () => 'Close the project and go to the start',
  'app.find': () => 'Find or do anything',
  'app.find.nothing': () => 'Nothing of that name. Try a screen, a segment or “export”.',
  'app.find.group.screens': () => 'Screens',
  'app.find.group.segments': () => 'Segments',
  'app.find.group.commands': () => 'Commands',
  'app.undo': () => 'Undo',
  'app.redo': () => 'Redo',
  'app.undo.what': (v) => `Undo: ${v.what}`,
  'app.redo.what': (v) => `Redo: ${v.what}`,
  'app.undo.none': () => 'There is nothing to undo',
  'app.redo.none': () => 'There is nothing to redo',
  'app.theme.toDark': () => 'Switch to dark colours',
  'app.theme.toLight': () => 'Switch to light colours',
  'app.shortcuts': () => 'Keyboard shortcuts',
  'app.shortcuts.screen': (v) => `Go to ${v.screen}`,
  'app.shortcuts.find': () => 'Find or do anything',
  'app.shortcuts.undo': () => 'Undo',
  'app.shortcuts.redo': () => 'Redo',
  'app.shortcuts.open': () => 'Open a spreadsheet or project',
  'app.shortcuts.clear': () => 'Let go of the selection',
  'app.shortcuts.help': () => 'Show this list',
  'app.open': () => 'Open a spreadsheet',
  'app.openProject': () => 'Open another project',

  'app.export': () => 'Export',
  'app.export.segments': () => 'Who is in which segment',
  'app.export.customers': () => 'All customers with their facts',
  'app.export.mailingList': () => 'Mailing list',
  'app.export.mailingList.of': (v) => `Mailing list: ${v.names}`,
  'app.export.mailingList.none': () => 'Select a segment first',
  'app.export.report': () => 'Report',
  'app.export.report.open': () => 'Choose what goes into it …',
  'app.export.csv': () => 'CSV',
  'app.export.xlsx': () => 'Excel',
  'app.export.as': (v) => `${v.what}, as ${v.format}`,
  'app.export.done': (v) => `“${v.name}” is ready.`,
  'app.export.job': (v) => `Writing ${v.what}`,
  'app.export.needsSegments': () => 'There are no segments yet. Import a spreadsheet first.',

  'app.status.totals': (v, f) =>
    [
      f.count(Number(v.customers), 'customer', 'customers'),
      v.orders === null ? null : f.count(Number(v.orders), 'order', 'orders'),
      v.firstDay === null || v.lastDay === null ? null : `${f.day(String(v.firstDay))} – ${f.day(String(v.lastDay))}`,
    ]
      .filter((part) => part !== null)
      .join(' · '),
  'app.status.empty': () => 'No customers yet',
  'app.status.noSelection': () => 'Nothing selected',
  'app.status.selection': (v, f) =>
    `${v.name === null ? '' : `${v.name}: `}${f.number(Number(v.customers))} ${customers(v.customers)}${v.share === null ? '' : `, ${f.share(Number(v.share))} of revenue`}`,
  'app.status.clear': () => 'Let go of the selection',
  'app.status.internet': (v, f) =>
    v.bytes === null
      ? 'Sent to the internet: not measured here'
      : `Sent to the internet: ${f.count(Number(v.bytes), 'byte', 'bytes')}`,
  'app.status.internet.unmeasured': () => 'This version of Tessera cannot measure what leaves this computer.',

  'app.stage.starting': () => 'Getting ready',
  'app.stage.reading': () => 'Reading',
  'app.stage.storing': () => 'Storing the rows',
  'app.stage.finishing': () => 'Finishing',
  'app.stage.features': () => 'Adding up each customer',
  'app.stage.choosing': () => 'Choosing how many segments',
  'app.stage.clustering': () => 'Grouping similar customers',
  'app.stage.tree': () => 'Growing the tree',
  'app.stage.explaining': () => 'Finding names and reasons',
  'app.stage.trusting': () => 'Checking how repeatable the segments are',
  'app.stage.mapping': () => 'Placing neighbours side by side',
  'app.stage.writing': () => 'Writing',
  'app.job.sample': () => 'Opening the sample shop',
  'app.job.progress': (v, f) => `${v.title}: ${f.share(Number(v.fraction))}`,

  'app.segmentations': () => 'Kept segmentations',
  'app.segmentation.kmeans': (v, f) => `${f.count(Number(v.k), 'segment', 'segments')}, quick way`,
  'app.segmentation.ward': (v, f) => `${f.count(Number(v.k), 'segment', 'segments')}, from the tree`,
  'app.segmentation.average': (v, f) => `${f.count(Number(v.k), 'segment', 'segments')}, from a tree of averages`,
  'app.segmentation.complete': (v, f) =>
    `${f.count(Number(v.k), 'segment', 'segments')}, from a tree of farthest neighbours`,
  'app.segmentation.single': (v, f) =>
    `${f.count(Number(v.k), 'segment', 'segments')}, from a tree of nearest neighbours`,
  'app.segmentation.weighted': (v, f) =>
    `${f.count(Number(v.k), 'segment', 'segments')}, from a tree of balanced averages`,
  'app.segmentation.microward': (v, f) => `${f.count(Number(v.k), 'segment', 'segments')}, from the quick tree`,
  'app.segmentation.gmm': (v, f) => `${f.count(Number(v.k), 'segment', 'segments')}, by overlapping groups`,
  'app.segmentation.hdbscan': (v, f) => `${f.count(Number(v.k), 'segment', 'segments')}, where customers crowd`,
  'app.segmentation.kmedoids': (v, f) => `${f.count(Number(v.k), 'segment', 'segments')}, around typical customers`,
  'app.segmentation.rules': (v, f) => `${f.count(Number(v.k), 'segment', 'segments')}, by plain rules`,
  'app.segmentation.made': (v) => `made ${v.when}`,
  'app.segmentation.stale': () => 'the data changed since',
} satisfies WordList;
