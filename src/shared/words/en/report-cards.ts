import type { WordList } from '../phrase.ts';

const times = (v: unknown): string => (Number(v) === 1 ? 'fact' : 'facts');

/** What the cards of a report say beyond the first one's words, and what the cards are called. */
export const reportCards = {
  'report.card.title': () => 'Title',
  'report.card.summary': () => 'In short',
  'report.card.howMany': () => 'How many and why',
  'report.card.segments': () => 'Segments',
  'report.card.persona': () => 'A sheet for each segment',
  'report.card.revenue': () => 'Customers and revenue',
  'report.card.profile': () => 'How they differ',
  'report.card.map': () => 'Map',
  'report.card.tree': () => 'Tree',
  'report.card.distributions': () => 'How facts are spread',
  'report.card.changes': () => 'What changed',
  'report.card.setAside': () => 'What was set aside',
  'report.card.quality': () => 'Quality of the tables',
  'report.card.caveats': () => 'What to keep in mind',
  'report.card.origins': () => 'Where facts come from',
  'report.card.methods': () => 'Method details',
  'report.card.text': () => 'Own text',
  'report.card.customers': () => 'Customers by name',

  'report.changes': () => 'What changed since last time',
  'report.changes.first': () =>
    'These are the first segments of this project. The next ones will be told against these: who came, who left, who moved.',
  'report.changes.more': (v, f) =>
    `${f.count(Number(v.count), 'smaller change is', 'smaller changes are')} not listed here.`,
  'report.changes.none': () => 'Nobody has moved since last time.',

  'report.spread': () => 'How the facts are spread',
  'report.spread.text': () =>
    'The mark is the typical customer. Half of a segment’s customers lie within the bar, nine of ten within the line.',
  'report.spread.summary': (v, f) =>
    `${v.fact} in ${f.count(Number(v.segments), 'segment', 'segments')}: for each a line from its lowest to its highest twentieth, a bar for the middle half, and a mark at the typical customer.`,
  'report.spread.low': () => '5 % have less than',
  'report.spread.quarter': () => 'A quarter have less than',
  'report.spread.typical': () => 'Typical',
  'report.spread.threeQuarters': () => 'A quarter have more than',
  'report.spread.high': () => '5 % have more than',

  'report.persona.who': () => 'Who they are',
  'report.persona.do': () => 'What to do, and what not',
  'report.persona.typical': () => 'Typical figures',
  'report.persona.fact': () => 'Fact',
  'report.persona.when': () => 'When they buy',
  'report.persona.where': () => 'Where they buy',
  'report.persona.what': () => 'What they buy',
  'report.persona.habit': (v) => `${v.fact}: ${v.value} (everybody: ${v.all}).`,

  'report.quality': () => 'How far the tables can be relied on',
  'report.quality.title': (v, f) => `The tables score ${f.number(Number(v.score), 0)} of 100`,
  'report.quality.never': () =>
    'The tables have not been looked through yet. Open Quality under Data, and what may be wrong with them stands here.',
  'report.quality.before': () => 'The data changed after the tables were looked through.',
  'report.quality.column.part': () => 'What was looked at',
  'report.quality.column.score': () => 'Of 100',
  'report.quality.column.findings': () => 'Findings',
  'report.quality.column.where': () => 'Where',
  'report.quality.column.weight': () => 'Weight',
  'report.quality.column.rows': () => 'Rows',
  'report.quality.where': (v) => `“${v.column}” in ${v.file}`,
  'report.quality.more': (v, f) =>
    `${f.count(Number(v.count), 'smaller finding is', 'smaller findings are')} not listed here.`,

  'report.caveats': () => 'What to keep in mind',
  'report.caveat.unchecked': () => 'How repeatable the segments are has not been found out yet.',
  'report.caveat.fleeting.several': (v) =>
    `${v.names === null ? 'All segments' : v.names} are hardly found again when customers are drawn anew. Do not build much on them: with a few other customers they would look different.`,
  'report.caveat.doubtful.several': (v) =>
    `${v.names === null ? 'All segments' : v.names} are found again only in part when customers are drawn anew. Their core is there, but do not rely on every single customer in them.`,
  'report.caveat.few': (v, f) =>
    `It has only ${f.count(Number(v.customers), 'customer', 'customers')}: its figures would change with a few others.`,
  'report.caveat.old': (v, f) =>
    `The data end on ${f.day(String(v.day))}, ${Number(v.days) < 730 ? f.count(Number(v.days), 'day', 'days') : `about ${f.number(Math.round(Number(v.days) / 365.25))} years`} before this report. Who was a regular then may be gone by now.`,
  'report.caveat.aside': (v, f) =>
    `${f.number(Number(v.lines))} rows (${f.share(Number(v.share))}) do not count, because a rule sets them aside.`,
  'report.caveat.missing': (v, f) =>
    `“${v.fact}” is not known of ${f.count(Number(v.customers), 'customer', 'customers')} (${f.share(Number(v.share))}); they count as typical in it.`,
  'report.caveat.quality.never': () => 'Nobody has looked yet for what may be wrong with the tables.',
  'report.caveat.quality.low': (v, f) =>
    `The tables score ${f.number(Number(v.score), 0)} of 100: some of what they say may be wrong.`,
  'report.caveat.typical': () => 'What is said of a segment is typical of it. No single customer has to be like that.',

  'report.foot.names': () =>
    'Made with Tessera, on one computer, without sending anything anywhere. It names individual customers.',

  'report.pptx.continued': (v) => `${v.title} (continued)`,
  'report.xlsx.report': () => 'Report',
  'report.xlsx.words': () => 'In words',
  'report.pdf.missing': (v, f) =>
    `${f.count(Number(v.letters), 'letter', 'letters')}${v.scripts === null ? '' : ` (${v.scripts})`} cannot be written in this PDF and ${Number(v.letters) === 1 ? 'stands' : 'stand'} as ${v.mark}. The web page, the workbook and the slides of this report have them in full; the web page, printed from a browser, is a PDF that has them too.`,
  'report.pdf.script.Han': () => 'Chinese or Japanese',
  'report.pdf.script.Kana': () => 'Japanese',
  'report.pdf.script.Hangul': () => 'Korean',
  'report.pdf.script.Arabic': () => 'Arabic',
  'report.pdf.script.Hebrew': () => 'Hebrew',
  'report.pdf.script.Devanagari': () => 'Devanagari',
  'report.pdf.script.Thai': () => 'Thai',

  // Method details: the analyst's words
  'report.methods.data': (v, f) =>
    `${f.count(Number(v.customers), 'customer was', 'customers were')} described by ${f.count(Number(v.count), 'feature', 'features')} (${v.facts})${v.asOf === null ? '' : ` as of ${f.day(String(v.asOf))}`}${v.files === '' ? '' : `, computed from ${v.files}`}.`,
  'report.methods.prepared': (v, f) =>
    `${Number(v.logs) === 0 ? 'No feature was transformed' : `${f.number(Number(v.logs))} of ${f.number(Number(v.features))} ${times(v.features)} were transformed to reduce skewness`}, and all were put on one scale${Number(v.imputed) === 0 ? '' : `; ${f.count(Number(v.imputed), 'missing value was', 'missing values were')} filled in`}${Number(v.leftOut) === 0 ? '' : `; ${f.count(Number(v.leftOut), 'feature was', 'features were')} left out (see the table)`}.`,
  'report.methods.clustered': (v, f) =>
    `The method was ${v.method} with k = ${f.number(Number(v.k))}, ${v.asked === true ? 'chosen automatically' : 'as asked for'}, from seed ${v.seed}${v.silhouette === null ? '' : `; the mean silhouette is ${v.silhouette}`}.`,
  'report.methods.structure': (v, f) =>
    `A null-model test of cluster structure gave the verdict “${v.verdict}” (p ${Number(v.pValue) < 0.001 ? '< 0.001' : `= ${f.number(Number(v.pValue), 3)}`}).`,
  'report.methods.stability': (v, f) =>
    `In ${f.number(Number(v.bootstraps))} bootstrap draws of ${f.number(Number(v.rows))} rows the clusters reached mean Jaccard similarities from ${v.least} to ${v.most} (Hennig 2007).`,
  'report.methods.opinion': (v, f) =>
    `Independent code (${v.library}) on ${f.count(Number(v.rows), 'row', 'rows')} agreed with an adjusted Rand index of ${v.index}.`,
  // Customers who were taken out by hand
  'report.aside.excluded': (v, f) =>
    `${f.count(Number(v.customers), 'customer was', 'customers were')} taken out by hand: ${f.count(Number(v.lines), 'row', 'rows')} with ${f.money(Number(v.money))} that would count otherwise.`,
  'report.aside.excluded.title': () => 'Customers taken out by hand',
  'report.aside.excluded.since': () => 'Taken out on',
  'report.aside.excluded.more': (v, f) => `And ${f.count(Number(v.customers), 'customer', 'customers')} more.`,
  'composer.excludedNamed': () => 'Name the customers who were taken out',
} satisfies WordList;
