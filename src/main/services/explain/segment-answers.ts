import type { NumberRef } from '../../../shared/model/number-origin.ts';
import { noSegmentId } from '../../../shared/model/segmentation.ts';
import { effectOf, recountSummary, rowsOfSegment, segmentOf, spentBy, summaryOf } from './run-figures.ts';
import { type Answer, featureOf, input, type RefOf, type Setting, theRun, unitOf } from './setting.ts';

/** A figure of one segment. */
export const ofSegment = (setting: Setting, ref: RefOf<'segment'>): Answer => {
  const { table } = setting;
  const run = theRun(setting);
  const { segmentId, figure, segmentationId } = ref;
  const segment = segmentOf(run, segmentId);
  const rows = rowsOfSegment(table, segmentId);
  const all = table.ids.length;
  const of = (other: typeof figure): NumberRef => ({ of: 'segment', segmentId, figure: other, segmentationId });
  const allOf = (other: 'customers' | 'revenue'): NumberRef => ({ of: 'total', figure: other, segmentationId: run.id });
  const size = input('size', segment.size, 'customers', of('size'));
  const revenue = input('revenue', segment.revenue, 'money', of('revenue'));
  const base = {
    customers: rows.length,
    recountedFrom: 'facts' as const,
    under: { what: 'segment' as const, id: segmentId },
  };
  switch (figure) {
    case 'size':
      return { ...base, value: segment.size, unit: 'customers', recount: rows.length };
    case 'share':
      return {
        ...base,
        ...{ value: segment.share, unit: 'share', recount: rows.length / all },
        inputs: [size, input('customers', all, 'customers', allOf('customers'))],
      };
    case 'revenue':
      return { ...base, value: segment.revenue, unit: 'money', recount: spentBy(table, rows), inputs: [size] };
    case 'revenueShare': {
      const [mine, everybodys] = [spentBy(table, rows), spentBy(table, Int32Array.from(table.ids.keys()))];
      return {
        ...base,
        ...{ value: segment.revenueShare, unit: 'share' },
        recount: mine === null || everybodys === null || everybodys <= 0 ? null : mine / everybodys,
        inputs: [revenue, input('allRevenue', run.revenue, 'money', allOf('revenue'))],
      };
    }
    case 'revenuePerCustomer': {
      const mine = spentBy(table, rows);
      return {
        ...base,
        ...{ value: segment.revenue === null ? null : segment.revenue / Math.max(1, segment.size), unit: 'money' },
        recount: mine === null ? null : mine / Math.max(1, rows.length),
        inputs: [revenue, size],
      };
    }
    case 'silhouette':
      return {
        ...base,
        ...{ value: segment.silhouette ?? null, unit: 'score', recount: null, countable: true },
        inputs: [size],
      };
    case 'stability': {
      const part = segment.label === undefined ? undefined : run.trust?.parts[segment.label];
      return {
        ...base,
        ...{ value: part?.jaccard ?? null, unit: 'score', recount: null },
        countable: run.method !== 'rules' && run.k > 1 && run.edit === undefined && run.kept === undefined,
        inputs:
          part == null || !run.trust
            ? []
            : [input('draws', run.trust.bootstraps, 'count'), input('recovered', part.recovered, 'count')],
      };
    }
  }
};

/** A fact among the customers of one segment. */
export const ofSegmentFeature = (setting: Setting, ref: RefOf<'segmentFeature'>): Answer => {
  const { table } = setting;
  const run = theRun(setting);
  const { segmentId, feature: key, figure, segmentationId } = ref;
  const segment = segmentOf(run, segmentId);
  const feature = featureOf(table.snapshot, key);
  const rows = rowsOfSegment(table, segmentId);
  const summary = summaryOf(table, key, rows);
  const cell = segment.profile?.find((one) => one.feature === key);
  const lacking = rows.length - summary.known;
  const base = {
    customers: rows.length,
    missing: lacking,
    feature,
    recountedFrom: 'facts' as const,
    under: { what: 'segment' as const, id: segmentId },
  };
  const mean: NumberRef = { of: 'segmentFeature', segmentId, feature: key, figure: 'mean', segmentationId };
  const size: NumberRef = { of: 'segment', segmentId, figure: 'size', segmentationId };
  if (figure === 'missing') {
    const column = table.columns[table.snapshot.features.findIndex((one) => one.key === key)]!;
    const empty = rows.filter((row) => Number.isNaN(column[row]!)).length;
    return {
      ...base,
      ...{ missing: 0, unit: 'share', value: rows.length === 0 ? null : lacking / rows.length },
      recount: rows.length === 0 ? null : empty / rows.length,
      under: {
        what: 'lacking',
        snapshotId: table.snapshot.id,
        feature: key,
        segmentId: segmentId === noSegmentId ? null : segmentId,
      },
      inputs: [input('lacking', lacking, 'customers'), input('size', rows.length, 'customers', size)],
    };
  }
  if (figure !== 'effect') {
    const again = recountSummary(table, key, rows);
    return {
      ...base,
      value: cell ? cell[figure] : summary[figure],
      unit: unitOf(feature),
      recount: again[figure],
      inputs: [
        ...(figure === 'mean' ? [input('sum', again.sum, unitOf(feature))] : []),
        input('known', summary.known, 'customers'),
      ],
    };
  }
  const { effect, mean: here, everyonesMean, deviation } = effectOf(run, table, rows, key);
  const everyone = summaryOf(table, key, null);
  return {
    ...base,
    ...{ value: cell?.effect ?? effect, unit: 'score', recount: effect },
    inputs: [
      input('mean', summary.mean, unitOf(feature), mean),
      input('everyonesMean', everyone.mean, unitOf(feature), {
        of: 'everyone',
        feature: key,
        figure: 'mean',
        segmentationId,
      }),
      input('preparedMean', here, 'score'),
      input('everyonesPreparedMean', everyonesMean, 'score'),
      input('preparedDeviation', deviation, 'score'),
    ],
  };
};
