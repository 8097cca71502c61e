import { describe, expect, it } from 'vitest';
import { placeWindow } from '../../../../src/main/hosts/desktop/window-state.ts';

const wide = { x: 0, y: 0, width: 1920, height: 1040 };
const left = { x: -1280, y: 100, width: 1280, height: 700 };
const kept = { x: 300, y: 200, width: 1000, height: 700, maximized: false };

describe('where a window opens', () => {
  it('is where it was', () => {
    expect(placeWindow(kept, [wide])).toEqual({ x: 300, y: 200, width: 1000, height: 700 });
    expect(placeWindow({ ...kept, x: -1000 }, [wide, left])).toMatchObject({ x: -1000, y: 200 });
  });

  it('is the usual place when its screen is gone or its title bar would be out of reach', () => {
    for (const lost of [{ x: -1000 }, { x: 1900 }, { y: -300 }, { y: 1030 }, { x: 5000, y: 5000 }])
      expect(placeWindow({ ...kept, ...lost }, [wide])).toEqual({ width: 1320, height: 860 });
  });

  it('fits the screen', () => {
    expect(placeWindow({ ...kept, width: 3000, height: 2000 }, [wide])).toMatchObject({ width: 1920, height: 1040 });
    expect(placeWindow({ ...kept, width: 200, height: 100 }, [wide])).toMatchObject({ width: 760, height: 560 });
    expect(placeWindow(null, [{ x: 0, y: 0, width: 1024, height: 700 }])).toEqual({ width: 1024, height: 700 });
    expect(placeWindow(null, [])).toEqual({ width: 1320, height: 860 });
  });
});
