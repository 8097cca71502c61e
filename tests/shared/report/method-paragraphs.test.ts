import { describe, expect, it } from 'vitest';
import { methodParagraphs } from '../../../src/shared/report/cards/method-paragraphs.ts';
import { makeMaterial } from '../../../src/shared/report/make-material.ts';
import { createSpeaker } from '../../../src/shared/report/speaker.ts';
import { reportInput, shopFacts, shopKinds } from './report-fixture.ts';

const speaker = createSpeaker('en-GB');
const material = makeMaterial(reportInput(shopKinds, shopFacts));
const { segmentation, setAside } = material;
const told = (more: Partial<typeof material.segmentation> = {}): string =>
  methodParagraphs({ ...material, segmentation: { ...segmentation, ...more } }, speaker).join(' ');

describe('the methods paragraph of a segmentation', () => {
  it('says everything that the run’s record knows of how it came about', () => {
    const text = told({
      structure: { verdict: 'clear', pValue: 0.012, reason: segmentation.reason },
      trust: {
        parts: segmentation.segments.map((_, i) => ({
          ...{ jaccard: 0.7 + i / 100, band: 'steady' as const },
          ...{ recovered: 40, dissolved: 2 },
        })),
        bootstraps: 50,
        rows: 1_234,
        secondOpinion: { library: 'ml-kmeans', rows: 987, adjustedRandIndex: 0.981, inertiaRatio: 1 },
      },
    });
    const number = speaker.format.number;
    for (const { file } of material.sources) expect(text).toContain(file);
    expect(text).toContain(`${number(segmentation.customers)} customers`);
    // Rows set aside: the sum of the rules that are on, and each with its own.
    const on = setAside!.filter((one) => one.on && one.lines > 0);
    expect(on.length).toBeGreaterThan(1);
    expect(text).toContain(`${number(on.reduce((sum, { lines }) => sum + lines, 0))} rows were excluded`);
    for (const { lines } of on) expect(text).toContain(`(${number(lines)})`);
    for (const { lines } of setAside!.filter((one) => !one.on)) expect(text).not.toContain(`(${number(lines)})`);
    // Each feature, and what was done to it.
    for (const { name } of shopFacts) expect(text.toLowerCase()).toContain(name.toLowerCase());
    expect(text).toContain('Features were prepared as follows');
    expect(text).toContain(`k = ${segmentation.k}, chosen automatically, from seed ${segmentation.seed}`);
    expect(text).toContain(speaker.tell(segmentation.reason));
    expect(text).toContain('0.338');
    expect(text).toContain('p = 0.012');
    expect(text).toContain('50 bootstrap draws of 1,234 rows');
    expect(text).toContain(`from 0.70 to ${(0.7 + (segmentation.segments.length - 1) / 100).toFixed(2)}`);
    expect(text).toContain('ml-kmeans');
    expect(text).toContain('0.981');
    expect(text).toContain(`engine ${segmentation.engineVersion}, input ${segmentation.inputHash.slice(0, 12)}`);
    expect(text).toContain('3 Feb 2025');
  });

  it('says what a person changed, and what is not known it leaves out', () => {
    const [first, second] = segmentation.segments;
    const edited = told({
      asked: 4,
      edit: {
        kind: 'merge',
        fromId: 7,
        segments: [first!, second!].map(({ id, label, name, size }) => ({ id, label, name, size })),
        relabel: [0, 0, 1, 2, 3],
        parts: [0],
        seed: null,
      },
    });
    expect(edited).toContain('as asked for');
    expect(edited).toContain(speaker.tell(first!.name));
    expect(edited).toContain(speaker.tell(second!.name));
    const plain = methodParagraphs({ ...material, setAside: null }, speaker).join(' ');
    expect(plain).not.toContain('excluded');
    expect(plain).not.toContain('bootstrap');
    expect(plain).not.toMatch(/null|undefined|NaN/);
  });
});
