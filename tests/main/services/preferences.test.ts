import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPreferenceServices, readPreferences } from '../../../src/main/services/preferences.ts';
import { usualPreferences } from '../../../src/shared/model/preferences.ts';

describe('preferences', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'preferences-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are as usual where there are none, or a file that is no list of them', async () => {
    expect(await readPreferences(folder)).toEqual(usualPreferences);
    writeFileSync(join(folder, 'preferences.json'), '{"scheme":"pink"');
    expect(await readPreferences(folder)).toEqual(usualPreferences);
    writeFileSync(join(folder, 'preferences.json'), '{"scheme":"pink","language":"de","remembered":7}');
    expect(await readPreferences(folder)).toEqual({ ...usualPreferences, language: 'de' });
  });

  it('are changed one after the other and leave what was not named', async () => {
    const { set } = createPreferenceServices(folder);
    await Promise.all([
      set({ scheme: 'dark' }),
      set({ remembered: { width: 320, columns: ['a'] } }),
      set({ contrast: 'more', remembered: { width: null } }),
      set({ remembered: { columns: ['a', 'b'] } }),
    ]);
    expect(await readPreferences(folder)).toEqual({
      ...usualPreferences,
      scheme: 'dark',
      contrast: 'more',
      remembered: { columns: ['a', 'b'] },
    });
  });

  it('forget what was remembered longest ago where it becomes too much', async () => {
    const { set } = createPreferenceServices(folder);
    await set({ remembered: Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`n${i}`, i])) });
    const { remembered } = await set({ remembered: { n0: 'again', last: true } });
    expect(Object.keys(remembered)).toHaveLength(300);
    expect(remembered).toMatchObject({ n0: 'again', last: true });
    expect(remembered).not.toHaveProperty('n1');
    expect(JSON.parse(readFileSync(join(folder, 'preferences.json'), 'utf8'))).toMatchObject({ remembered });
  });
});
