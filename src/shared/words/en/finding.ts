import type { WordList } from '../phrase.ts';

/** Other words that people may look for a thing under, in the finder. They are never shown. */
export const finding = {
  'find.words.data': () => 'tables rows columns file source import raw spreadsheet set aside clean',
  'find.words.segments': () => 'groups clusters personas audience division cards types',
  'find.words.map': () => 'scatter plot dots chart lasso picture',
  'find.words.tree': () => 'dendrogram hierarchy branches cut',
  'find.words.customers': () => 'people clients buyers list names search somebody table',
  'find.words.predict': () => 'forecast predict future churn leave lifetime value worth next orders look ahead',
  'find.words.report': () => 'print pdf slides powerpoint presentation document share page excel',
  'find.words.facts': () => 'features variables columns formula distribution correlation missing',
  'find.words.compare': () => 'months over time before after methods changes moved difference',
  'find.words.quality': () => 'errors clean duplicates missing problems check mistakes',
  'find.words.joins': () => 'connect link merge tables relation key',
  'find.words.identity': () => 'duplicates double twice merge deduplicate same person',
  'find.words.open': () => 'import file csv excel xlsx load upload add data new',
  'find.words.projects': () => 'recent switch close start home shop',
  'find.words.export': () => 'download save csv excel xlsx file table take away mail list',
  'find.words.undo': () => 'back revert take back mistake',
  'find.words.redo': () => 'again forward',
  'find.words.theme': () => 'dark light night colours colors theme appearance contrast mode look',
  'find.words.shortcuts': () => 'keys keyboard help hotkeys',
  'find.words.present': () =>
    'projector beamer large big font zoom hide names privacy anonymous pseudonym wall meeting',
  'find.words.tour': () => 'help guide introduction learn start how beginner lesson',
  'find.words.exclude': () => 'remove delete leave out ignore',
} satisfies WordList;
