import { describe, expect, it } from 'vitest';
import { message } from '../../../src/shared/model/message.ts';
import type { StabilityBand, Structure } from '../../../src/shared/model/trust.ts';
import type { ReportInput } from '../../../src/shared/report/report-input.ts';
import { cardOf, pageOf, reportInput } from './report-fixture.ts';

const plain = reportInput();
const cards = {
  paper: 'a4' as const,
  cards: [...cardOf('segments').cards, ...cardOf('map').cards, ...cardOf('methods').cards],
};
const withRun = (change: Partial<ReportInput['segmentation']>): string =>
  pageOf({ ...plain, segmentation: { ...plain.segmentation, ...change } }, cards);

/** Both parts of a page: what everybody reads, and Method details. */
const partsOf = (page: string): { everyday: string; details: string } => {
  const at = page.indexOf('class="method"');
  const text = (markup: string) => markup.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]*>/g, '\n');
  return { everyday: text(page.slice(0, at)), details: text(page.slice(at)) };
};

const structure = (verdict: Structure['verdict'], pValue: number): Structure => ({
  verdict,
  pValue,
  reason: message(`structure.${verdict}`),
});
const part = (jaccard: number, band: StabilityBand, recovered: number) => ({ jaccard, band, recovered, dissolved: 3 });

describe('how far to trust, in the report', () => {
  it('says that customers blend into each other where they do, with the figure in Method details', () => {
    const { everyday, details } = partsOf(withRun({ structure: structure('none', 0.614) }));
    expect(everyday).toContain(
      'Your customers blend into each other. These segments are a useful division, not natural groups.',
    );
    expect(details).toContain('none, p = 0.614');
    expect(everyday).not.toMatch(/p = /);
    expect(partsOf(withRun({ structure: structure('clear', 1e-6) })).details).toContain('clear, p &lt; 0.001');
  });

  it('says of each segment how often it was found again', () => {
    const parts = [
      part(0.98, 'sure', 50),
      part(0.9, 'sure', 47),
      part(0.8, 'steady', 38),
      part(0.7, 'doubtful', 22),
      part(0.4, 'fleeting', 2),
    ];
    const secondOpinion = { library: 'ml-kmeans', rows: 1000, adjustedRandIndex: 0.987, inertiaRatio: 1.0012 };
    const { everyday, details } = partsOf(withRun({ trust: { parts, bootstraps: 50, rows: 4338, secondOpinion } }));
    for (const said of [
      'Found again every time.',
      'Found again nearly every time.',
      'Found again most times.',
      'Often found again, with changing members.',
      'Hardly found again.',
    ])
      expect(everyday.split(said)).toHaveLength(2);
    expect(everyday).not.toMatch(/jaccard|bootstrap/i);
    expect(details).toContain('Bootstrap Jaccard (Hennig 2007): 50 draws of 4,338 rows');
    expect(details).toContain('0.980');
    expect(details).toContain('ml-kmeans on 1,000 rows: adjusted Rand index 0.987, inertia 1.0012 of ours');
  });

  it('shows every number that was tried, the one chosen, and what each index names', () => {
    const scores = plain.segmentation.scores.map((score) => ({
      ...score,
      silhouetteError: score.k === 4 ? 0.004 : null,
      gap: 0.5 + score.k / 100,
      gapError: 0.012,
      bic: -12_345.6 - score.k,
    }));
    const indices = [
      { index: 'gap', k: 7 },
      { index: 'bic', k: 4 },
      { index: 'elbow', k: null },
    ] as const;
    const { details } = partsOf(withRun({ scores, indices: [...indices] }));
    expect(details).toContain('5 · chosen');
    expect(details).toContain('0.330 ± 0.004');
    expect(details).toContain('0.570 ± 0.012 ●');
    expect(details).toContain('-12,350 ●');
    expect(details.split('●')).toHaveLength(4);
    expect(details).toContain('Gap statistic');
    expect(details).not.toContain('Davies');
  });

  it('counts customers in no segment in a row of their own and draws them without a name', () => {
    const [largest, ...others] = plain.segmentation.segments;
    const page = pageOf(
      {
        ...plain,
        labels: plain.labels.map((label) => (label === largest!.label ? -1 : label)),
        segmentation: { ...plain.segmentation, segments: others },
      },
      cards,
    );
    const { everyday } = partsOf(page);
    expect(everyday).toContain('They are like nobody else here, so they were not put with anybody.');
    expect(page).toContain('<span>In no segment</span></span></th><td class="number" data-head="Customers">1,480</td>');
    expect(page).toContain('stroke="#9AA0A6" stroke-width');
    expect(partsOf(pageOf(plain, cards)).everyday).not.toContain('In no segment');
  });
});
