import type { NumberOrigin, NumberUnit, OriginRun } from '../../shared/model/number-origin.ts';
import { preparationMessage } from '../../shared/model/preparation.ts';
import type { SetAsideReason } from '../../shared/model/source.ts';
import type { Values } from '../../shared/words/phrase.ts';
import { format, t, tell, type WordKey } from './words.ts';

/** Names a kind of number in the word list: `segment.size`, `customer`. */
const kindOf = ({ ref }: NumberOrigin): string => ('figure' in ref ? `${ref.of}.${ref.figure}` : ref.of);

/** What else an answer tells, in words: names are spoken, reasons and parts of the quality score by their own words. */
const toldIn = ({ told, ref }: NumberOrigin): Values => {
  const spoken = Object.entries(told).map(([name, value]) => [
    name,
    typeof value === 'object' && value !== null ? tell(value) : value,
  ]);
  const named =
    ref.of === 'aside'
      ? { reason: ref.reason === null ? null : t(`aside.${ref.reason satisfies SetAsideReason}`) }
      : ref.of === 'quality' && ref.part !== null
        ? { part: t(`mend.part.${ref.part}`), what: t(`mend.part.${ref.part}.what`) }
        : {};
  return { ...Object.fromEntries(spoken), ...named };
};

/** The names that a number is told with. */
const namesIn = (origin: NumberOrigin): Values => {
  const { segment, feature, customer, ref } = origin;
  return {
    segment: segment !== null ? tell(segment.name) : 'segmentId' in ref ? t('trust.none') : '',
    feature: feature === null ? '' : tell(feature.name),
    customer: customer === null ? '' : (customer.name ?? t('customers.one', { key: customer.key })),
    customers: origin.customers,
    ...toldIn(origin),
  };
};

/** “Customers in Best customers”. */
export const originName = (origin: NumberOrigin): string =>
  t(`origin.name.${kindOf(origin)}` as WordKey, namesIn(origin));

export const numberText = (value: number | string | null, unit: NumberUnit): string => {
  if (value === null) return t('customers.missing');
  return typeof value === 'string' ? format.day(value) : t(`origin.unit.${unit}`, { value });
};

/** How it is made, in words anybody understands: a fact by its own formula, everything else by what was done. */
export const originFormula = (origin: NumberOrigin): string =>
  origin.ref.of === 'customer' && origin.feature !== null
    ? tell(origin.feature.lineage)
    : t(`origin.formula.${kindOf(origin)}` as WordKey, namesIn(origin));

/** Why there are as many segments as there are, and what else is known: sentences that came with the answer. */
export const toldSentences = ({ ref, told }: NumberOrigin): string[] =>
  (ref.of === 'run' && ref.figure === 'segments' ? [told.reason, told.second] : ref.of === 'quality' ? [told.why] : [])
    .filter((one) => typeof one === 'object')
    .flatMap((one) => (one == null ? [] : [tell(one)]));

/** Kinds whose sum can be written down with the numbers of the case. */
const worked = [
  'chosen.share',
  'chosen.revenueShare',
  'segment.share',
  'segment.revenueShare',
  'segment.revenuePerCustomer',
  'segment.stability',
  'segmentFeature.mean',
  'segmentFeature.median',
  'segmentFeature.effect',
  'segmentFeature.missing',
  'everyone.mean',
  'everyone.median',
  'everyone.missing',
  'sureness',
  'comparison.stayedShare',
  'comparison.movedRevenueShare',
  'flow.revenueShare',
  'pair',
] as const;

/** The formula with this case’s values put in; null where there is no sum to write, or one of its parts is not known. */
export const workedText = (origin: NumberOrigin): string | null => {
  const kind = worked.find((one) => one === kindOf(origin));
  const { value, unit, inputs } = origin;
  if (kind === undefined || value === null || inputs.length === 0 || inputs.some((one) => one.value === null))
    return null;
  const parts = inputs.map((one) => [one.name, numberText(one.value, one.unit)]);
  const counts = inputs.map((one) => [`${one.name}Count`, one.value]);
  return t(`origin.worked.${kind}`, { ...Object.fromEntries([...parts, ...counts]), value: numberText(value, unit) });
};

/** Kinds that analysts have a name of their own for. */
const methods = [
  'run.silhouette',
  'run.structure',
  'run.across',
  'run.up',
  'sweep.silhouette',
  'segment.silhouette',
  'segment.stability',
  'segmentFeature.effect',
  'everyone.quarter',
  'everyone.threeQuarters',
  'everyone.skewness',
  'correlation',
  'sureness',
  'comparison.stayedShare',
  'comparison.randIndex',
  'comparison.mutualInformation',
  'pair',
  'cut',
] as const;

/** The same in the analyst’s words, where those are others. */
const methodFormula = (origin: NumberOrigin): string => {
  const kind = methods.find((one) => one === kindOf(origin));
  return kind === undefined ? originFormula(origin) : t(`origin.method.formula.${kind}`, namesIn(origin));
};

/** Where the values of a fact come from, for numbers made from it. */
const lineageOf = (origin: NumberOrigin): string[] =>
  origin.feature === null || origin.ref.of === 'customer' ? [] : [tell(origin.feature.lineage)];

const reasonsOf = ({ setAside }: NumberOrigin): string =>
  format.list(setAside.map(({ reason, lines }) => t('origin.data.reason', { reason: t(`aside.${reason}`), lines })));

/** The rules that set lines aside, in one line; null where none does. */
export const asideText = (origin: NumberOrigin): string | null => {
  const lines = origin.setAside.reduce((sum, one) => sum + one.lines, 0);
  return lines === 0 ? null : t('origin.data.aside', { lines, reasons: reasonsOf(origin) });
};

export const tablesOf = ({ tables }: NumberOrigin): string[] =>
  tables.map(({ name, rows }) => t('origin.data.table', { name, rows }));

const runSentences = (run: OriginRun): string[] => {
  const nameOf = (key: string) => {
    const feature = run.features.find((one) => one.key === key);
    return feature === undefined ? key : tell(feature.name);
  };
  const used = run.preparation.filter(({ used: is }) => is);
  return [
    t('origin.method.run', {
      customers: run.customers,
      k: run.k,
      method: t(`pictures.method.${run.method}` as WordKey),
      isAuto: run.asked === 'auto',
      seed: run.seed,
      features: format.list(used.map(({ feature }) => nameOf(feature))),
    }),
    t('origin.method.preparation', {
      list: format.list(
        used.map((one) =>
          t('origin.method.preparation.item', {
            feature: nameOf(one.feature),
            done: tell(preparationMessage(one, nameOf)),
          }),
        ),
      ),
    }),
    t('origin.method.engine', {
      engine: run.engineVersion,
      hash: run.inputHash.slice(0, 12),
      day: run.createdAt.slice(0, 10),
    }),
  ];
};

/** A paragraph for a methods section: the figure, how it is made, the data with what was left out, and the run. */
export const methodParagraph = (origin: NumberOrigin): string => {
  const lines = origin.setAside.reduce((sum, one) => sum + one.lines, 0);
  return [
    t('origin.method.figure', { name: originName(origin), value: numberText(origin.value, origin.unit) }),
    methodFormula(origin),
    ...toldSentences(origin),
    ...lineageOf(origin),
    ...(origin.missing > 0 && origin.customers > 1 ? [t('origin.method.missing', { missing: origin.missing })] : []),
    ...(workedText(origin) === null ? [] : [t('origin.method.worked', { sum: workedText(origin) })]),
    t('origin.method.data', {
      tables: format.list(tablesOf(origin)),
      first: origin.firstDay,
      last: origin.asOf,
    }),
    ...(origin.asOf === null ? [] : [t('origin.method.asOf', { day: origin.asOf })]),
    ...(lines === 0 ? [] : [t('origin.method.aside', { lines, reasons: reasonsOf(origin) })]),
    ...origin.runs.flatMap(runSentences),
  ].join(' ');
};

/** Whether a number and its recount are the same but for the order in which their parts were added. */
export const isSame = (value: number, recount: number, tolerance = 1e-9): boolean =>
  Math.abs(value - recount) <= tolerance * Math.max(1, Math.abs(value));
