import type { WordList } from '../phrase.ts';

const strength = (rho: number): string => {
  const size = Math.abs(rho);
  return size >= 0.9 ? 'almost always' : size >= 0.6 ? 'mostly' : size >= 0.3 ? 'often' : 'slightly more often';
};

/** The pictures of customer facts: how they are spread, how they go together, what is missing, and what is done to them. */
export const factPictures = {
  'factPicture.views': () => 'How to look at the facts',
  'factPicture.view.list': () => 'One by one',
  'factPicture.view.together': () => 'How they go together',
  'factPicture.view.missing': () => 'What is missing',

  'factPicture.spread.title': (v) =>
    v.quarter === v.threeQuarters
      ? `At least half of all have ${v.middle}`
      : `Half of all lie between ${v.quarter} and ${v.threeQuarters}; the middle is ${v.middle}`,
  'factPicture.spread.customers': () => 'Customers',
  'factPicture.spread.axis': (v) => String(v.fact),
  'factPicture.spread.axis.log': (v) => `${v.fact}; steps multiply`,
  'factPicture.spread.bar': (v, f) => `${v.from} to ${v.to}: ${f.count(Number(v.customers), 'customer', 'customers')}`,
  'factPicture.spread.bars': (v) => `${v.fact}: select customers by their bar`,
  'factPicture.spread.from': () => 'From',
  'factPicture.spread.to': () => 'To',
  'factPicture.spread.selected': () => 'Selected',
  'factPicture.spread.beyond': (v, f) =>
    `${f.count(Number(v.customers), 'customer lies', 'customers lie')} beyond the picture and ${Number(v.customers) === 1 ? 'counts' : 'count'} in the outermost bars.`,
  'factPicture.spread.over': () => 'Draw over it',
  'factPicture.spread.over.none': () => 'Nobody',
  'factPicture.spread.box': () => 'The box holds the middle half, the line in it the middle customer.',

  'factPicture.before': () => 'As your segments use it',
  'factPicture.view.before': () => 'Before and after',
  'factPicture.before.none': () => 'No segments are made yet, so nothing was done to the facts.',
  'factPicture.before.title': (v, f) =>
    Number(v.straightened) === 0
      ? 'Every fact is taken as it is, only measured alike'
      : `${f.number(Number(v.straightened))} of ${f.count(Number(v.facts), 'fact was', 'facts were')} straightened before segments were made`,
  'factPicture.before.how': () =>
    'Lopsided says how far the few at one end pull: 0 is even on both sides, beyond 1 a few customers would decide everything.',
  'factPicture.before.before': () => 'Before',
  'factPicture.before.after': () => 'After',
  'factPicture.before.skew': () => 'Lopsided',
  'factPicture.before.skew.after': () => 'Lopsided after',
  'factPicture.before.what': () => 'What was done',
  'factPicture.before.capped': () => 'Held at the limit',
  'factPicture.before.filled': () => 'Filled in',
  'factPicture.before.skews': (v) => `How lopsided it is went from ${v.before} to ${v.after}; 0 is even on both sides.`,
  'factPicture.after.axis': () => 'Standard deviations from the mean',
  'factPicture.after.scaled': () => 'As it goes into the segments',
  'factPicture.after.none': () => 'It is taken as it is.',
  'factPicture.after.log1p': () => 'Large values are drawn together, so that a few big ones do not decide everything.',
  'factPicture.after.yeoJohnson': () => 'Values are bent until both sides of the middle are alike.',
  'factPicture.after.scale': () => 'Then it is measured so that every fact counts alike.',
  'factPicture.after.cap': (v, f) =>
    `${f.count(Number(v.customers), 'extreme value stands', 'extreme values stand')} at the limit${v.low === null && v.high === null ? '' : ` (${[v.low, v.high].filter((one) => one !== null).join(' and ')})`}.`,
  'factPicture.after.filled': (v, f) =>
    `${f.count(Number(v.customers), 'customer', 'customers')} without it ${Number(v.customers) === 1 ? 'counts' : 'count'} as ${v.fill}.`,
  'factPicture.after.out': () =>
    'It takes no part: it tells customers apart too little, or another fact says the same.',

  'factPicture.together.job': () => 'How facts go together',
  'factPicture.together.which': () => 'Which facts',
  'factPicture.together.used': () => 'Facts for segments',
  'factPicture.together.all': () => 'All facts',
  'factPicture.together.title': (v) => `${v.a} and ${v.b} go together most`,
  'factPicture.together.title.none': () => 'No two of these facts go together',
  'factPicture.together.fewer': () => 'Two facts at least are needed. Choose more of them in the list.',
  'factPicture.together.first': (v, f) => `The first ${f.number(Number(v.count))} facts are shown.`,
  'factPicture.together.scale.less': () => 'opposite −1',
  'factPicture.together.scale.zero': () => '0 nothing',
  'factPicture.together.scale.more': () => 'alike +1',
  'factPicture.together.grid': () => 'How every two facts go together; arrow keys go from cell to cell',
  'factPicture.together.cell': (v) => `${v.a} and ${v.b}: ${v.rho}`,
  'factPicture.together.fact': () => 'Fact',
  'factPicture.pair.with': (v) => `${v.a} and ${v.b}`,
  'factPicture.pair.none': () => 'Who has more of one has neither more nor less of the other.',
  'factPicture.pair.rise': (v) =>
    `Who has more of one ${strength(Number(v.rho))} has more of the other, too (${v.text} of 1).`,
  'factPicture.pair.fall': (v) =>
    `Who has more of one ${strength(Number(v.rho))} has less of the other (${v.text} of −1).`,
  'factPicture.pair.cell': (v, f) => `${f.count(Number(v.customers), 'customer', 'customers')} at the darkest place`,
  'factPicture.same': (v) => `${v.a} and ${v.b} say nearly the same. Segments would count it twice.`,
  'factPicture.same.drop': (v) => `Leave out ${v.fact}`,
  'factPicture.same.dropped': (v) => `${v.fact} is left out of the next segments.`,

  'factPicture.missing.title.none': () => 'Every customer has every fact',
  'factPicture.missing.title': (v, f) => `${v.fact} is missing most: for ${f.share(Number(v.share))} of the customers`,
  'factPicture.missing.none': () => 'Nothing is missing, so nothing has to stand in for it.',
  'factPicture.missing.everybody': () => 'Everybody',
  'factPicture.missing.share': () => 'Share of customers without it',
  'factPicture.missing.does': () => 'What segments do',
  'factPicture.missing.does.fill': (v) => `count it as ${v.fill}`,
  'factPicture.missing.does.unused': () => 'not used',
  'factPicture.missing.does.mark': (v) => `count it as ${v.fill}, and that it is missing`,
  'factPicture.missing.patterns': () => 'What is missing together',
  'factPicture.missing.pattern.none': () => 'Nothing missing',
  'factPicture.missing.pattern.facts': () => 'Missing',
  'factPicture.missing.pattern.customers': () => 'Customers',
} satisfies WordList;
