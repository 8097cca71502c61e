import { describe, expect, it } from 'vitest';
import { bytesOfDataUrl } from '../../../src/renderer/charts/picture-file.ts';

describe('a drawn picture as bytes', () => {
  it('is read from either kind of address', () => {
    expect([...bytesOfDataUrl('data:image/png;base64,iVBORw==')]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect(new TextDecoder().decode(bytesOfDataUrl('data:image/svg+xml,%3Csvg%3E61%C2%A0%25%3C%2Fsvg%3E'))).toBe(
      '<svg>61\u00a0%</svg>',
    );
  });
});
