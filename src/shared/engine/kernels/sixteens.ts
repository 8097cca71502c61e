/** As many, filled up to whole groups of sixteen: what a kernel that takes sixteen at a time finds room for. */
export const sixteens = (count: number): number => Math.ceil(count / 16) * 16;
