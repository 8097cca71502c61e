import { describe, expect, it } from 'vitest';
import { message } from '../../../src/shared/model/message.ts';
import { numberRefSchema } from '../../../src/shared/model/number-origin.ts';
import { templateOf } from '../../../src/shared/model/report.ts';
import type { Block, ComposedReport, Numbered, Paragraph } from '../../../src/shared/report/blocks.ts';
import { composeReport } from '../../../src/shared/report/compose.ts';
import { renderHtml } from '../../../src/shared/report/html/report-page.ts';
import { makeMaterial } from '../../../src/shared/report/make-material.ts';
import { reportInput } from './report-fixture.ts';

const plain = reportInput();
const { segmentation } = plain;
const input = {
  ...plain,
  segmentation: {
    ...segmentation,
    trust: {
      parts: segmentation.segments.map(() => ({ jaccard: 0.9, band: 'sure' as const, recovered: 50, dissolved: 0 })),
      ...{ bootstraps: 50, rows: 4338, secondOpinion: null },
    },
    structure: { verdict: 'none' as const, pValue: 0.31, reason: message('segment.nobody.why') },
    segments: segmentation.segments.map((segment) => ({
      ...segment,
      why: message('segment.why.orders', { orders: 6, days: 28, spent: 1900, share: 0.25, asOf: null }),
    })),
  },
};

const composed = (locale: string): ComposedReport =>
  composeReport(templateOf('analyst'), makeMaterial(input as Parameters<typeof makeMaterial>[0]), {
    locale,
    day: '2025-02-03',
  });

type Text = Numbered & { readonly text: string };

/** Every text of a block that may have figures which open. */
const textsOf = (block: Block): Text[] => {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block];
    case 'list':
    case 'facts':
      return [...block.items];
    case 'figures':
      return block.items.map(({ value, numbers }) => ({ text: value, numbers }));
    case 'bars':
      return block.items.flatMap(({ bars }) => bars.map(({ said, numbers }) => ({ text: said, numbers })));
    case 'effects':
      return block.items.map(({ said, note, numbers }) => ({ text: `${said} ${note}`, numbers }));
    case 'table':
      return block.rows.flatMap(({ words = [] }): readonly Paragraph[] => words);
    default:
      return [];
  }
};
const textsIn = ({ sections }: ComposedReport) => sections.flatMap(({ blocks }) => blocks.flatMap(textsOf));

/** The same report with no number that opens. */
const without = <Value>(value: Value): Value =>
  JSON.parse(JSON.stringify(value, (key, one) => (key === 'numbers' || key === 'of' ? undefined : one)));

describe.each(['en', 'de'])('figures in the texts of a report (%s)', (locale) => {
  const report = composed(locale);
  const texts = textsIn(report);

  it('stand in their text as they are said, and are numbers of the project', () => {
    const numbered = texts.flatMap(({ text, numbers = [] }) => numbers.map(([shown, of]) => ({ text, shown, of })));
    expect(numbered.filter(({ text, shown }) => !text.includes(shown))).toEqual([]);
    for (const { of } of numbered) expect(numberRefSchema.parse(of)).toEqual(of);
    expect(new Set(numbered.map(({ of }) => ('figure' in of ? `${of.of}.${of.figure}` : of.of)))).toEqual(
      new Set([
        ...['total.customers', 'total.orders', 'total.revenue', 'total.firstDay', 'total.lastDay', 'rows'],
        ...['segment.size', 'segment.share', 'segment.revenue', 'segment.revenueShare', 'segment.revenuePerCustomer'],
        ...['segment.stability', 'segmentFeature.median', 'segmentFeature.effect', 'everyone.median'],
        ...['run.segments', 'run.silhouette', 'run.structure', 'sweep.silhouette'],
      ]),
    );
  });

  it('change nothing in a file', () => {
    expect(renderHtml(without(report))).toEqual(renderHtml(report));
  });
});
