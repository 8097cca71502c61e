/** As many, filled up to whole groups of four: what a kernel that takes four at a time finds room for. */
export const fours = (count: number): number => Math.ceil(count / 4) * 4;
