import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { givenPaths, handoverSchema } from '../../../../src/main/hosts/desktop/given-paths.ts';
import { isAppUrl } from '../../../../src/main/hosts/desktop/scheme.ts';

describe('the app’s own address', () => {
  it('is told from everything that begins like it', () => {
    for (const own of ['tessera://app/', 'tessera://app', 'tessera://app/index.html#/map', 'tessera://app/rpc/a?b'])
      expect(isAppUrl(own), own).toBe(true);
    for (const other of [
      'tessera://app.evil/',
      'tessera://app@evil/',
      'tessera://evil@app/',
      'tessera://:x@app/',
      'tessera://app:80/',
      'tessera:app',
      'tessera:///app',
      'tesserae://app/',
      'https://app/',
      'file:///app',
      'about:blank',
      'javascript:alert(1)',
      'data:text/html,tessera://app/',
      '',
    ])
      expect(isAppUrl(other), other).toBe(false);
  });
});

describe('the files a command line names', () => {
  it('are those with an ending that Tessera reads', () => {
    const words = [
      'tessera',
      '--flag=a.csv',
      'a.csv',
      'Sales 2024.XLSX',
      'old.csv.gz',
      'My shop.tessera',
      'notes.pdf',
      '.',
      'https://x.example/',
    ];
    expect(givenPaths(words, '/home/shop')).toEqual(
      ['a.csv', 'Sales 2024.XLSX', 'old.csv.gz', 'My shop.tessera'].map((name) => resolve('/home/shop', name)),
    );
  });

  it('are handed over as a list of texts or not at all', () => {
    expect(handoverSchema.safeParse({ paths: ['/a.csv'] }).data).toEqual({ paths: ['/a.csv'] });
    for (const odd of [undefined, null, {}, { paths: 'a' }, { paths: [1] }])
      expect(handoverSchema.safeParse(odd).success).toBe(false);
  });
});
