import { describe, expect, it } from 'vitest';
import { type ProfilePicture, profileFrame } from '../../../src/renderer/charts/profile-picture.ts';
import { halves, textWidth, widthOf } from '../../../src/renderer/charts/text-width.ts';
import { branchText } from '../../../src/renderer/charts/tree/branch-text.ts';
import { tellingFacts } from '../../../src/renderer/charts/tree/telling-facts.ts';
import { wrapText } from '../../../src/renderer/charts/wrap-text.ts';
import { featureText } from '../../../src/renderer/client/feature-text.ts';
import { spreadFrame } from '../../../src/renderer/screens/segments/SpreadPicture.tsx';
import type { TreeView } from '../../../src/shared/model/tree.ts';
import { features } from '../../../src/shared/words/en/features.ts';

const long = 'Spend more on everything, more Catalog Purchases';

describe('wrapText', () => {
  it('breaks at spaces and keeps every word where there is room', () => {
    expect(wrapText(long, 26, 2)).toEqual(['Spend more on everything,', 'more Catalog Purchases']);
    expect(wrapText('Orders', 26, 2)).toEqual(['Orders']);
  });
  it('says that something is missing, and never takes more room than there is', () => {
    for (const letters of [6, 10, 14, 20])
      for (const lines of [1, 2, 3]) {
        const found = wrapText(long, letters, lines);
        expect(found.length).toBeLessThanOrEqual(lines);
        expect(Math.max(...found.map((line) => line.length))).toBeLessThanOrEqual(letters);
        const whole = found.join(' ') === long;
        expect(whole || found.some((line) => line.endsWith('…'))).toBe(true);
      }
  });
});

describe('halves', () => {
  it('breaks where the longer line is shortest, and leaves a single word alone', () => {
    expect(halves('Occasional customers, here lately', 13)).toEqual(['Occasional customers,', 'here lately']);
    expect(halves('Orders', 13)).toEqual(['Orders']);
  });
  it('needs the room of its longer line', () => {
    const lines = halves(long, 13);
    expect(widthOf(lines, 13)).toBe(Math.max(...lines.map((line) => textWidth(line, 13))));
    expect(widthOf(lines, 13)).toBeLessThan(textWidth(long, 13) * 0.6);
  });
});

describe('the frame of spread', () => {
  it('gives a name on two lines the room that it needs', () => {
    const name = 'Occasional customers, here lately';
    const part = { id: 1, label: 0, name, color: 1, size: 1, share: 1, revenue: null, revenueShare: null };
    const { left } = spreadFrame([part], 400);
    expect(left).toBeGreaterThanOrEqual(widthOf(halves(name, 13, 600), 13, 600) + 10);
    expect(left).toBeLessThanOrEqual(400 * 0.45 + 1);
  });
});

const pictureOf = (segments: number, facts: number): ProfilePicture => ({
  segments: Array.from({ length: segments }, (_, id) => ({
    id,
    label: id,
    name: `${long} ${id}`,
    color: '#3B6FB6',
    size: 1,
  })),
  features: Array.from({ length: facts }, (_, f) => `Spent on Sweet Products ${f}`),
  keys: Array.from({ length: facts }, (_, f) => `Spent on Sweet Products ${f}`),
  cells: Array.from({ length: segments }, () =>
    Array.from({ length: facts }, () => ({ effect: 0, word: 'average', details: [] })),
  ),
});

describe('the heat map', () => {
  it('runs facts down where they are too many to stand beside each other', () => {
    expect(profileFrame(pictureOf(5, 3), 838).turned).toBe(false);
    const many = profileFrame(pictureOf(2, 23), 838);
    expect(many).toMatchObject({ turned: true, spelled: true });
    expect(many.rows).toHaveLength(23);
    expect(profileFrame(pictureOf(12, 23), 838).spelled).toBe(false);
  });
  it('lets names run upwards over columns that are too narrow for them', () => {
    expect(profileFrame(pictureOf(30, 23), 838)).toMatchObject({ turned: true, upright: true, spelled: false });
    expect(profileFrame(pictureOf(30, 3), 838)).toMatchObject({ turned: false, upright: false, spelled: true });
  });
});

describe('the tree', () => {
  it('shows the facts on which its twigs differ most, in their own order', () => {
    const tree = {
      features: ['a', 'b', 'c'],
      leaves: [
        { size: 10, effects: [0.1, 2, -0.5] },
        { size: 5, effects: [0.1, -2, 1] },
      ],
    } as unknown as TreeView;
    expect(tellingFacts(tree, 2)).toEqual([1, 2]);
    expect(tellingFacts(tree, 9)).toEqual([0, 1, 2]);
  });
  it('names a branch only where the whole name fits', () => {
    expect(branchText('Rare big spenders', '252', 50)).toEqual(['252']);
    expect(branchText('Rare big spenders', '252', 90)).toEqual(['252', 'Rare big', 'spenders']);
    expect(branchText(null, '1,204', 20)).toEqual([]);
  });
});

describe('facts from columns', () => {
  const said = (name: string) => features['feature.column']({ name });
  it('are said as the names of segments say them', () => {
    expect(said('MntMeatProducts')).toBe('Spent on Meat Products');
    expect(said('NumCatalogPurchases')).toBe('Catalog Purchases');
    expect(said('Num_Orders')).toBe('Number of Orders');
    expect(said('Annual Income (k$)')).toBe('Annual Income (k$)');
  });
  it('write years as years', () => {
    expect(featureText({ key: 'column:Year_Birth', unit: 'number' }, 1957)).toBe('1957');
    expect(featureText({ key: 'column:Years as customer', unit: 'number' }, 1957)).toBe('1,957');
    expect(featureText({ key: 'column:Income', unit: 'number' }, 1957)).toBe('1,957');
  });
});
