import { expect, it } from 'vitest';
import { cardOf, pageOf, reportInput } from './report-fixture.ts';

const input = reportInput();
const bars = (markup: string): number[] =>
  [...markup.matchAll(/<rect class="(?:pale|full)"[^>]* width="([\d.]+)%"/g)].map(([, width]) => Number(width));

it('draws a pair of bars a segment, as long as the shares', () => {
  const markup = pageOf(input, cardOf('revenue'));
  const shares = input.segmentation.segments.flatMap(({ share, revenueShare }) => [share, revenueShare!]);
  const most = Math.max(...shares);
  bars(markup).forEach((width, i) => {
    expect(width).toBeCloseTo((shares[i]! / most) * 100, 1);
  });
  expect(bars(markup)).toHaveLength(shares.length);
  expect(markup).toMatch(/<h2>Best customers: 8\u00a0% of the customers, \d+\u00a0% of the revenue<\/h2>/);
});

it('says so where customers and revenue are spread alike', () => {
  const even = input.segmentation.segments.map((segment) => ({ ...segment, revenueShare: segment.share }));
  const markup = pageOf({ ...input, segmentation: { ...input.segmentation, segments: even } }, cardOf('revenue'));
  expect(markup).toContain('Customers and revenue are spread alike');
});

it('does not turn money that was given back into a bar', () => {
  const [first, ...rest] = input.segmentation.segments;
  const segments = [{ ...first!, revenueShare: -0.02 }, ...rest];
  const markup = pageOf({ ...input, segmentation: { ...input.segmentation, segments } }, cardOf('revenue'));
  expect(bars(markup).every((width) => width > 0)).toBe(true);
  expect(markup).toContain('-2\u00a0% of revenue');
});
