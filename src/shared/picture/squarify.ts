export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The worst relation of sides in a row of areas along a side of that length. */
const worst = (areas: readonly number[], length: number): number => {
  const sum = areas.reduce((all, area) => all + area, 0);
  const [least, most] = [Math.min(...areas), Math.max(...areas)];
  return Math.max((length * length * most) / (sum * sum), (sum * sum) / (length * length * least));
};

/**
 * Divides a rectangle into one for each value, areas in proportion and as square as can be (Bruls, Huizing & van Wijk
 * 2000). Values are best given largest first; those not above zero get an empty box at the end. O(values²) at worst.
 */
export const squarify = (values: readonly number[], { x, y, width, height }: Box): Box[] => {
  const all = values.reduce((sum, value) => sum + Math.max(0, value), 0);
  const scale = all > 0 ? (width * height) / all : 0;
  const found: Box[] = values.map(() => ({ x: x + width, y: y + height, width: 0, height: 0 }));
  const order = values.map((_, i) => i).filter((i) => values[i]! * scale > 0);
  let rest: Box = { x, y, width, height };
  let next = 0;
  while (next < order.length) {
    const length = Math.min(rest.width, rest.height);
    if (length <= 0) break;
    const row: number[] = [];
    const areas: number[] = [];
    for (let at = next; at < order.length; at += 1) {
      const area = values[order[at]!]! * scale;
      if (areas.length > 0 && worst([...areas, area], length) > worst(areas, length)) break;
      row.push(order[at]!);
      areas.push(area);
    }
    const thick = areas.reduce((sum, area) => sum + area, 0) / length;
    const isColumn = rest.width >= rest.height;
    let along = 0;
    row.forEach((i, at) => {
      const side = areas[at]! / thick;
      found[i] = isColumn
        ? { x: rest.x, y: rest.y + along, width: thick, height: side }
        : { x: rest.x + along, y: rest.y, width: side, height: thick };
      along += side;
    });
    rest = isColumn
      ? { x: rest.x + thick, y: rest.y, width: rest.width - thick, height: rest.height }
      : { x: rest.x, y: rest.y + thick, width: rest.width, height: rest.height - thick };
    next += row.length;
  }
  return found;
};
