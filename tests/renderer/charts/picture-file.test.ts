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

  it('has its headline on one line or two, its legend under it, and the ground that was chosen', () => {
    const drawing = { svg: '<circle r="5"/>', width: 900, height: 500 };
    const short = withTitle(drawing, 'Five < six', 'light', null);
    expect(short.height).toBe(552);
    expect(short.svg).toContain('>Five &lt; six</text>');
    expect(short.svg).toContain('fill="#FFFFFF"');
    const long =
      'Best customers stand furthest from the rest; Long gone and Bought once are most alike of all of them together';
    const legend = { svg: '<rect/>', width: 100, height: 20 };
    const two = withTitle(drawing, long, 'dark', legend);
    expect(two.height).toBe(500 + 76 + 32);
    expect(two.svg.match(/<text/g)).toHaveLength(2);
    expect(two.svg).toContain('fill="#1B1E23"');
    expect(two.svg).toContain('<g transform="translate(18 76)"><rect/></g>');
  });

  it('breaks headings in the middle, between words', () => {
    expect(twoLines('Days since last order', 12)).toBe('Days since<br>last order');
    expect(twoLines('Orders', 12)).toBe('Orders');
    expect(twoLines('Donaudampfschifffahrtsgesellschaft', 12)).toBe('Donaudampfschifff…');
  });
});
