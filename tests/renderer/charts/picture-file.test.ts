import { describe, expect, it } from 'vitest';
import { bytesOfDataUrl, withTitle } from '../../../src/renderer/charts/picture-file.ts';
import { twoLines } from '../../../src/renderer/charts/two-lines.ts';

describe('a drawn picture as a file', () => {
  it('is read from either kind of address', () => {
    expect([...bytesOfDataUrl('data:image/png;base64,iVBORw==')]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect(new TextDecoder().decode(bytesOfDataUrl('data:image/svg+xml,%3Csvg%3E61%C2%A0%25%3C%2Fsvg%3E'))).toBe(
      '<svg>61\u00a0%</svg>',
    );
  });

  it('has room for its headline, on one line or two', () => {
    const figure = { data: [], layout: { margin: { t: 10 } }, width: 900, height: 500 };
    const short = withTitle(figure, 'Five segments', '#1D2127');
    expect([short.height, short.layout.margin?.t]).toEqual([552, 62]);
    const long = withTitle(
      figure,
      'Best customers stand furthest from the rest; Long gone and Bought once are most alike of all of them',
      '#1D2127',
    );
    expect([long.height, long.layout.margin?.t]).toEqual([576, 86]);
  });

  it('breaks headings in the middle, between words', () => {
    expect(twoLines('Days since last order', 12)).toBe('Days since<br>last order');
    expect(twoLines('Orders', 12)).toBe('Orders');
    expect(twoLines('Donaudampfschifffahrtsgesellschaft', 12)).toBe('Donaudampfschifff…');
  });
});
