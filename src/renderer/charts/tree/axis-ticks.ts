/** Round numbers from 0 up to the greatest, about so many: steps of 1, 2 or 5 times a power of ten. */
export const axisTicks = (greatest: number, about: number): number[] => {
  const raw = greatest / Math.max(1, about);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = power * ([1, 2, 5].find((factor) => factor * power >= raw) ?? 10);
  // Counted in steps, so that 0.1 three times is not 0.30000000000000004.
  return Array.from({ length: Math.floor(greatest / step + 1e-9) + 1 }, (_, i) => Number((i * step).toPrecision(12)));
};
