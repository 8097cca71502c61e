/** Three significant digits and no more than two decimals: as exact as a name should be. */
export const round = (value: number): number => Number(Number(value.toPrecision(3)).toFixed(2));
