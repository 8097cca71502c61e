import type { WordList } from '../phrase.ts';

/** The screen on which a shop looks at what may be wrong with its tables, and mends it. */
export const mending = {
  'mend.title': (v, f) =>
    Number(v.findings) === 0
      ? 'Nothing in your tables needs mending'
      : `${f.count(Number(v.findings), 'thing', 'things')} in your tables ${Number(v.findings) === 1 ? 'is' : 'are'} worth a look`,
  'mend.title.first': () => 'Are your tables in order?',
  'mend.subtitle': (v, f) => `${f.count(Number(v.rows), 'row', 'rows')} looked through, cell by cell.`,
  'mend.before': () => 'As of before your last change. Looking again …',
  'mend.before.still': () => 'As of before your last change.',
  'mend.job': () => 'Quality of your tables',
  'mend.again': () => 'Look again',
  'mend.cancelled.title': () => 'Your tables were not looked through',
  'mend.cancelled': () =>
    'Tessera looks for empty and impossible cells, rows that stand there twice and names written in several ways.',
  'mend.noData.title': () => 'There is nothing to look through yet',
  'mend.noData': () => 'Bring a spreadsheet, and what may be wrong with it stands here.',

  'mend.view': () => 'What to show',
  'mend.view.findings': () => 'What was found',
  'mend.view.rules': () => 'What need not count',
  'mend.source': () => 'Table',
  'mend.source.all': () => 'All tables',

  'mend.score': () => 'of 100',
  'mend.score.spoken': (v, f) => `Overall ${f.number(Number(v.score), 0)} of 100`,
  'mend.parts': () => 'What the score is made of',
  'mend.part.completeness': () => 'Filled in',
  'mend.part.completeness.what': () => 'Do the cells that matter hold something?',
  'mend.part.uniqueness': () => 'Once only',
  'mend.part.uniqueness.what': () => 'Does everything stand there once?',
  'mend.part.validity': () => 'Can be true',
  'mend.part.validity.what': () => 'Can every value be true?',
  'mend.part.consistency': () => 'One name',
  'mend.part.consistency.what': () => 'Does one thing go by one name?',
  'mend.part.keys': () => 'Told apart',
  'mend.part.keys.what': () => 'Can customers and orders be told apart?',
  'mend.part.freshness': () => 'Up to date',
  'mend.part.freshness.what': () => 'Is every day there, up to now?',
  'mend.part.none': () => 'not judged',
  'mend.part.only': (v) => `Show only what concerns “${v.part}”`,

  'mend.findings': () => 'What was found',
  'mend.findings.none': () => 'Nothing of this kind was found.',
  'mend.clean.title': () => 'Everything is in order',
  'mend.clean': () => 'No cell is impossible, nothing stands there twice, and one thing goes by one name.',
  'mend.severity.high': () => 'Serious',
  'mend.severity.medium': () => 'Worth mending',
  'mend.severity.low': () => 'Small',
  'mend.severity.info': () => 'Good to know',
  'mend.oneClick': () => 'One click',
  'mend.rows': (v, f) => f.count(Number(v.rows), 'row', 'rows'),
  'mend.money': (v, f) => `${f.money(Number(v.money))} in sales`,

  'mend.table': () => 'The rows that it is about',
  'mend.table.of': (v, f) =>
    Number(v.shown) < Number(v.rows)
      ? `The first ${f.number(Number(v.shown))} of ${f.count(Number(v.rows), 'row', 'rows')}`
      : f.count(Number(v.shown), 'row', 'rows'),
  'mend.table.none': () => 'This is about the table as a whole, not about single rows.',
  'mend.table.row': () => 'Row',
  'mend.table.empty': () => 'empty',
  'mend.cell.marked': () => 'the cell that it is about',

  'mend.where': () => 'Where',
  'mend.where.column': (v) => `Column “${v.column}”`,
  'mend.fix': () => 'Mend it',
  'mend.fix.setMissing': (v, f) =>
    `${f.count(Number(v.rows), 'cell counts', 'cells count')} as empty from then on. What the file says is kept beside.`,
  'mend.fix.merge': (v, f) =>
    `${f.count(Number(v.rows), 'cell is', 'cells are')} read with the spelling that is used most. What the file says is kept beside.`,
  'mend.fix.merge.pair': (v) => `“${v.from}” becomes “${v.to}”`,
  'mend.fix.merge.more': (v, f) => `and ${f.count(Number(v.count), 'other spelling', 'other spellings')}`,
  'mend.fix.setAside': (v, f) =>
    `${f.count(Number(v.rows), 'row no longer counts', 'rows no longer count')}${v.money === null ? '' : `, and with ${Number(v.rows) === 1 ? 'it' : 'them'} ${f.money(Number(v.money))} in sales`}. Nothing is deleted.`,
  'mend.fix.rule': (v, f) =>
    `All exact repeats stop counting: ${f.count(Number(v.rows), 'row', 'rows')}${v.money === null ? '' : ` with ${f.money(Number(v.money))} in sales`}. Nothing is deleted.`,
  'mend.fix.undo': () => 'You can undo it at any time.',
  'mend.fix.none': () =>
    'No click can mend this. Look at the rows: correct them in your file and bring it again, or leave them as they are.',
  'mend.fix.info': () => 'There is nothing to mend. It is only good to know.',
  'mend.fix.identity': () => 'See who may be one customer',
  'mend.fix.job': () => 'Mending',
  'mend.fix.done': (v, f) => `Done: ${f.count(Number(v.rows), 'place was', 'places were')} mended.`,

  'mend.rules': () => 'Rows that need not count',
  'mend.rules.hint': () => 'They count until you set them aside. Look first at what that would do. Nothing is deleted.',
  'mend.rule.none': () => 'No such rows',
  'mend.rule.switch': (v) => `Set aside: ${v.what}`,
  'mend.rule.look': () => 'What would it do?',
  'mend.rule.look.of': (v) => `What would it do: ${v.what}`,
  'mend.rule.on': (v) => `“${v.what}” no longer count.`,
  'mend.rule.off': (v) => `“${v.what}” count again.`,
  'mend.rule.nothing': () => 'Your tables hold none of these rows.',
  'mend.rule.ask': () => 'Choose “What would it do?” beside a rule to see your figures with and without it.',
  'mend.preview.job': () => 'Counting with and without',
  'mend.preview.on': () => 'If these rows were set aside',
  'mend.preview.off': () => 'If these rows counted again',
  'mend.preview.what': () => 'Your figures',
  'mend.preview.now': () => 'Now',
  'mend.preview.then': () => 'Then',
  'mend.preview.change': () => 'Change',
  'mend.preview.customers': () => 'Customers',
  'mend.preview.orders': () => 'Orders',
  'mend.preview.orderLines': () => 'Rows that count',
  'mend.preview.revenue': () => 'Sales',
  'mend.preview.do': () => 'Set them aside',
  'mend.preview.undo': () => 'Count them again',
  'mend.preview.examples': () => 'For example',
} satisfies WordList;
