import type { WordList } from '../phrase.ts';

/** How far segments can be trusted, what else there is beside them, and who is in none. */
export const trust = {
  'segmentation.reason.nowhere': () =>
    'One segment: there is no place where your customers crowd more than elsewhere. Another way of finding segments divides them all the same.',

  // How repeatable
  'trust.title': () => 'How repeatable',
  'trust.checking': () => 'Checking …',
  'trust.checking.text': () =>
    'Tessera draws your customers by lot again and again, and looks for this segment each time.',
  'trust.sure': (v) => (v.recovered === v.of ? 'Found again every time' : 'Found again nearly every time'),
  'trust.steady': () => 'Found again most times',
  'trust.doubtful': () => 'Often found again, with changing members',
  'trust.fleeting': () => 'Hardly found again',
  'trust.short.sure': (v) => (v.recovered === v.of ? 'found again every time' : 'found again nearly always'),
  'trust.short.steady': () => 'found again mostly',
  'trust.short.doubtful': () => 'found again in part',
  'trust.short.fleeting': () => 'hardly found again',
  'trust.drawn': (v, f) =>
    `Your customers were drawn by lot ${f.number(Number(v.of))} times and divided anew: this segment came out again ${v.recovered === v.of ? 'every time' : v.recovered === 0 ? 'not once' : f.count(Number(v.recovered), 'time', 'times')}.`,
  'trust.advice.sure': () => 'You can build on it.',
  'trust.advice.steady': () => 'You can build on it; a few customers at its edge come and go.',
  'trust.advice.doubtful': () => 'Its core is there, but do not rely on every single customer in it.',
  'trust.advice.fleeting': () => 'Do not build much on it: with a few other customers it would look different.',

  // By plain rules
  'trust.rules.title': () => 'By plain rules instead',
  'trust.rules.text': () =>
    'A few rules on days since the last order, orders and money: easy to explain, and to apply by hand.',
  'trust.rules.use': () => 'Use these',
  'trust.rules.job': () => 'Dividing by plain rules',
  'trust.rules.rule': () => 'Who is in it',

  // How many
  'trust.many': () => 'How many, and why',
  'trust.many.notAgain': () =>
    'With new data this way finds segments anew, and what you changed by hand is not done again. The quick way keeps it.',
  'trust.many.same': () => 'The figures alone would choose the same number.',

  // Customers in no segment
  'trust.none': () => 'In no segment',
  'trust.none.within': () => 'customers in no segment',
  'trust.none.why': () => 'They are like nobody else here, so they were not put with anybody.',
  'trust.none.one': () => 'This customer is like nobody else here.',
  'trust.none.count': (v, f) =>
    `${f.count(Number(v.customers), 'customer is', 'customers are')} in no segment (${f.share(Number(v.share))}): like nobody else here.`,

  // Ways of finding segments
  'trust.ways.more': () => 'More ways',
  'trust.way.gmm': () => 'Overlapping groups',
  'trust.way.gmm.text': () =>
    'Groups may be round or long and may run into each other; each customer joins the likeliest.',
  'trust.way.kmedoids': () => 'Around typical customers',
  'trust.way.kmedoids.text': () =>
    'One real customer stands for each segment, so that a few extraordinary ones pull less.',
  'trust.way.hdbscan': () => 'Where customers crowd',
  'trust.way.hdbscan.text': () =>
    'Finds the crowds and how many there are. Whoever is like nobody else stays in no segment.',
  'trust.way.rules': () => 'Plain rules',
  'trust.way.rules.text': () => 'A few rules on days since the last order, orders and money, easy to explain.',
  'trust.way.microward': () => 'Quick tree',
  'trust.way.microward.text': () => 'The tree for very many customers: those most alike are gathered first.',
  'trust.way.average': () => 'Tree of averages',
  'trust.way.average.text': () => 'Joins groups that are alike on average.',
  'trust.way.complete': () => 'Tree of farthest neighbours',
  'trust.way.complete.text': () => 'Joins groups of which even the most different customers are alike.',
  'trust.way.single': () => 'Tree of nearest neighbours',
  'trust.way.single.text': () => 'Joins groups that touch: finds chains, and leaves loners apart.',
  'trust.way.weighted': () => 'Tree of balanced averages',
  'trust.way.weighted.text': () => 'Like the tree of averages, small groups counting as much as large ones.',
  'trust.way.itself': () => 'This way finds the number itself',

  // The map of neighbours
  'neighbours.arrange': () => 'Neighbours',
  'neighbours.title': () => 'Customers who are most alike stand side by side',
  'neighbours.subtitle': (v, f) =>
    `${f.count(Number(v.customers), 'customer', 'customers')}, one dot each. How far apart groups stand says little.`,
  'neighbours.axis': () => 'Side by side: most alike',
  'neighbours.job': () => 'Map of neighbours',
  'neighbours.place': () => 'Place them side by side',
  'neighbours.place.text': () =>
    'Every customer gets a place beside those who are most alike. It is done once and kept.',
  'neighbours.tooMany': (v, f) =>
    `With more than ${f.number(Number(v.limit))} customers this would take too long. Likeness shows them all at once.`,

  // Method details: the analyst's words
  'trust.method': () => 'Stability and second opinion',
  'trust.method.stability': () => 'Bootstrap stability',
  'trust.method.none': () => 'not computed yet',
  'trust.method.rules': () => 'rules give the same clusters for whoever is drawn',
  'trust.method.one': () => 'one cluster is always found again',
  'trust.method.caption': (v, f) =>
    `Bootstrap Jaccard (Hennig 2007): ${f.number(Number(v.bootstraps))} draws of ${f.number(Number(v.rows))} rows; found again above 0.75, dissolved below 0.5`,
  'trust.method.jaccard': () => 'Jaccard',
  'trust.method.recovered': () => 'Found again',
  'trust.method.dissolved': () => 'Dissolved',
  'trust.method.structure': () => 'Null-model test',
  'trust.method.structure.value': (v, f) =>
    `${v.verdict}, p ${Number(v.pValue) < 0.001 ? '< 0.001' : `= ${f.number(Number(v.pValue), 3)}`}`,
  'trust.method.opinion': () => 'Second opinion',
  'trust.method.opinion.value': (v, f) =>
    `${v.library} on ${f.count(Number(v.rows), 'row', 'rows')}: adjusted Rand index ${f.number(Number(v.adjustedRandIndex), 3)}${v.inertiaRatio === null ? '' : `, inertia ${f.number(Number(v.inertiaRatio), 4)} of ours`}`,
  'trust.method.opinion.none': () => 'no independent code for this method',
  'trust.sweep': () => 'Every number that was tried, and what each index says of it',
  'trust.sweep.best': () => 'named by this index',
  'trust.sweep.names': () => 'What each index names',
  'trust.sweep.noOpinion': () => 'none',
  'trust.sweep.gapRows': (v, f) => `Gap statistic from ${f.count(Number(v.rows), 'row', 'rows')}.`,
  'trust.sweep.statistical': () => 'Statistical optimum',
  'trust.sweep.serves': () => 'The number that serves',
  'trust.axes': () => 'Principal axes: correlation of each feature, as prepared, with the first two',
  'trust.axes.fact': () => 'Feature',
  'trust.axes.across': () => 'First (across)',
  'trust.axes.up': () => 'Second (up)',
  'neighbours.method': () =>
    't-SNE (van der Maaten 2014), perplexity 30, started from the principal axes; no randomness.',
} satisfies WordList;
