import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder, tessera, tesseraJson } from '../support/tessera.ts';

interface ImportJson {
  sources: { name: string; rows: number; columns: { name: string; role: string }[] }[];
  customers: number;
  orders: number;
  revenue: number;
  recipe: {
    recognised: boolean;
    sheets: { recognised: boolean; as: { importId: number | null } | null; differences: { kind: string }[] }[];
    differences: string[];
    replaced: { rows: number; orders: number };
    added: { rows: number; orders: number; customers: number };
    moved: { stayed: number; moved: number; arrived: number; left: number } | null;
    segmentation: { segments: { id: number; color: number }[] } | null;
    problem: string | null;
  };
}

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

/** Orders of days `from` to `to` of a month, one line each, by forty customers. */
const write = (name: string, from: number, to: number, header = 'Bill;Kunde;Tag;Summe'): string => {
  const rows = Array.from({ length: (to - from + 1) * 6 }, (_, i) => {
    const day = from + Math.floor(i / 6);
    const number = day * 6 + (i % 6);
    return `B${1000 + number};K${(number * 7) % 40};${String(day).padStart(2, '0')}.03.2025;${10 + (number % 9)},50`;
  });
  writeFileSync(folder.file(name), `${[header, ...rows].join('\n')}\n`);
  return folder.file(name);
};

describe('import --recipe', () => {
  it('reads a newer file as before, counts nothing twice and brings segments up to date', {
    timeout: 120_000,
  }, async () => {
    const project = folder.file('p.tessera');
    const map = ['--map', 'customer=Kunde', '--map', 'order=Bill', '--map', 'date=Tag', '--map', 'amount=Summe'];
    const first = await tesseraJson<ImportJson>('import', project, write('one.csv', 1, 12), ...map);
    expect(first.recipe).toMatchObject({ recognised: false, moved: null, replaced: { rows: 0 } });
    const run = await tesseraJson<{ segments: { id: number; color: number }[] }>('segment', project, '--k', '3');
    const colours = (segments: { id: number; color: number }[]) => segments.map(({ id, color }) => [id, color]).sort();

    const next = await tesseraJson<ImportJson>('import', project, write('two.csv', 11, 20));
    expect(next).toMatchObject({ orders: 120, customers: 40 });
    expect(next.recipe).toMatchObject({
      recognised: true,
      differences: [],
      problem: null,
      replaced: { rows: 12, orders: 12 },
      added: { rows: 60, orders: 48 },
    });
    const { stayed, moved, arrived } = next.recipe.moved!;
    expect(stayed + moved + arrived).toBe(40);
    expect(colours(next.recipe.segmentation!.segments)).toEqual(colours(run.segments));

    const spoken = await tessera('import', project, write('three.csv', 20, 22));
    expect(spoken.stdout).toContain('6 orders of 20 Mar 2025 are in both');
    expect(spoken.stdout).toContain('Segments are up to date');

    const beside = await tesseraJson<ImportJson>('import', project, folder.file('one.csv'), '--recipe', 'none', ...map);
    expect(beside).toMatchObject({ orders: 132 + 72, recipe: { recognised: false, replaced: { rows: 0 } } });
  });

  it('takes a recipe along in a file', { timeout: 120_000 }, async () => {
    const project = folder.file('p.tessera');
    const map = ['--map', 'customer=Bill', '--map', 'none=Kunde', '--map', 'date=Tag', '--map', 'amount=Summe'];
    await tesseraJson('import', project, write('one.csv', 1, 5), ...map);
    const out = folder.file('made/recipe.json');
    const written = await tesseraJson<{ importId: number; sheets: unknown[] }>('recipe', project, '--out', out);
    expect(written).toMatchObject({ importId: 1, sheets: [{ file: 'one.csv' }] });
    expect(JSON.parse(readFileSync(out, 'utf8')).sheets[0].columns).toHaveLength(4);
    const other = folder.file('other.tessera');
    const { sources, recipe } = await tesseraJson<ImportJson>('import', other, write('new.csv', 1, 5), '--recipe', out);
    expect(recipe).toMatchObject({ recognised: true, sheets: [{ as: { importId: null } }] });
    expect(sources[0]!.columns.find(({ role }) => role === 'customer')!.name).toBe('Bill');

    for (const [recipe, code] of [
      ['7', 'notFound'],
      [folder.file('new.csv'), 'wrongUsage'],
      [folder.file('none.json'), 'fileMissing'],
    ] as const) {
      const { stdout, code: exit } = await tessera(
        'import',
        project,
        folder.file('new.csv'),
        '--recipe',
        recipe,
        '--json',
      );
      expect([recipe, exit === 0, JSON.parse(stdout).error.code]).toEqual([recipe, false, code]);
    }
    const none = await tessera('recipe', folder.file('empty.tessera'), '--out', out, '--json');
    expect(JSON.parse(none.stdout).error.code).toBe('projectMissing');
  });
});
