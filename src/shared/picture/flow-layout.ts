/** One bar of a picture of flows. */
export interface FlowNode {
  readonly id: string;
  readonly size: number;
}

/** Customers who went from a bar to one of the next column. */
export interface FlowLink {
  readonly key: string;
  /** The column that it starts from. */
  readonly column: number;
  readonly from: string;
  readonly to: string;
  readonly size: number;
}

export interface FlowLayoutInput {
  /** Bars from top to bottom, columns from left to right. */
  readonly columns: readonly (readonly FlowNode[])[];
  readonly links: readonly FlowLink[];
  readonly width: number;
  readonly height: number;
  readonly barWidth: number;
  /** Room that a bar has at least, so that what is written beside it never meets the next. */
  readonly leastSlot: number;
  readonly gap: number;
  /** Links lower than this are gathered. */
  readonly leastLink: number;
  /** One that is drawn however low it is. */
  readonly always?: string | null;
}

export interface PlacedNode extends FlowNode {
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** The room around the bar. */
  readonly slotY: number;
  readonly slotHeight: number;
}

export interface PlacedLink extends FlowLink {
  readonly x0: number;
  readonly x1: number;
  /** Upper edge at either end. */
  readonly y0: number;
  readonly y1: number;
  readonly height: number;
}

/** Thin links that leave or reach a bar together. */
export interface GatheredLinks {
  readonly node: PlacedNode;
  readonly side: 'left' | 'right';
  readonly y: number;
  readonly height: number;
  readonly keys: readonly string[];
}

export interface FlowLayout {
  readonly nodes: readonly PlacedNode[];
  readonly links: readonly PlacedLink[];
  readonly gathered: readonly GatheredLinks[];
  /** Pixels a customer. */
  readonly scale: number;
}

const slotOf = (size: number, scale: number, leastSlot: number): number => Math.max(leastSlot, size * scale);

/** The height that the fullest column needs where nobody has any height. */
export const leastFlowHeight = (
  columns: FlowLayoutInput['columns'],
  { leastSlot, gap }: Pick<FlowLayoutInput, 'leastSlot' | 'gap'>,
): number => Math.max(0, ...columns.map((nodes) => nodes.length * (leastSlot + gap) - gap));

/** The greatest scale at which every column fits; by halving, to a thousandth of a pixel. */
const scaleOf = ({ columns, height, leastSlot, gap }: FlowLayoutInput): number => {
  const fits = (scale: number): boolean =>
    columns.every(
      (nodes) =>
        nodes.reduce((sum, { size }) => sum + slotOf(size, scale, leastSlot), 0) + gap * (nodes.length - 1) <=
        height + 1e-9,
    );
  const most = Math.max(1, ...columns.map((nodes) => nodes.reduce((sum, { size }) => sum + size, 0)));
  let [low, high] = [0, height / most];
  if (fits(high)) return high;
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
};

/**
 * Places bars and the bands between them: as high as they hold customers, on one scale for all columns; bands of a bar
 * in the order of what they lead to, so that they cross as little as the order of bars allows. O(bars + links log links).
 */
export const layoutFlows = (input: FlowLayoutInput): FlowLayout => {
  const { columns, links, width, barWidth, leastSlot, gap, leastLink, always = null } = input;
  const scale = scaleOf(input);
  const step = columns.length < 2 ? 0 : (width - barWidth) / (columns.length - 1);
  const nodes = columns.flatMap((column, at) => {
    let y = 0;
    return column.map((node): PlacedNode => {
      const slotHeight = slotOf(node.size, scale, leastSlot);
      const height = Math.max(2, node.size * scale);
      const slotY = y;
      y += slotHeight + gap;
      return { ...node, column: at, x: at * step, y: slotY + (slotHeight - height) / 2, height, slotY, slotHeight };
    });
  });
  const nodeOf = new Map(nodes.map((node) => [`${node.column} ${node.id}`, node]));
  const ends = links
    .map((link) => ({
      link,
      start: nodeOf.get(`${link.column} ${link.from}`)!,
      end: nodeOf.get(`${link.column + 1} ${link.to}`)!,
    }))
    .filter(({ start, end }) => start !== undefined && end !== undefined);
  const used = new Map<string, number>();
  const take = (node: PlacedNode, side: string, height: number): number => {
    const key = `${node.column} ${node.id} ${side}`;
    const y = node.y + (used.get(key) ?? 0);
    used.set(key, (used.get(key) ?? 0) + height);
    return y;
  };
  const isThin = ({ link }: (typeof ends)[number]) => link.size * scale < leastLink && link.key !== always;
  const thick = ends.filter((one) => !isThin(one));
  const starts = new Map(
    [...thick]
      .sort((a, b) => a.start.y - b.start.y || a.end.y - b.end.y)
      .map(({ link, start }) => [link, take(start, 'right', link.size * scale)]),
  );
  const placed = [...thick]
    .sort((a, b) => a.end.y - b.end.y || a.start.y - b.start.y)
    .map(
      ({ link, start, end }): PlacedLink => ({
        ...link,
        x0: start.x + barWidth,
        x1: end.x,
        y0: starts.get(link)!,
        y1: take(end, 'left', link.size * scale),
        height: link.size * scale,
      }),
    );
  const thin = new Map<string, { node: PlacedNode; side: 'left' | 'right'; size: number; keys: string[] }>();
  for (const { link, start, end } of ends.filter(isThin))
    for (const [node, side] of [
      [start, 'right'],
      [end, 'left'],
    ] as const) {
      const key = `${node.column} ${node.id} ${side}`;
      const known = thin.get(key) ?? { node, side, size: 0, keys: [] };
      known.size += link.size;
      known.keys.push(link.key);
      thin.set(key, known);
    }
  const gathered = [...thin.values()].map(({ node, side, size, keys }): GatheredLinks => {
    const height = size * scale;
    return { node, side, y: take(node, side, height), height, keys };
  });
  return { nodes, links: placed, gathered, scale };
};

/** The outline of a band, or of a part of it from its upper edge. */
export const bandPath = ({ x0, x1, y0, y1, height }: Omit<PlacedLink, keyof FlowLink>, part = 1): string => {
  const middle = (x0 + x1) / 2;
  const h = Math.max(0.6, height * part);
  const at = (...numbers: number[]) => numbers.map((value) => value.toFixed(1)).join(' ');
  return `M${at(x0, y0)}C${at(middle, y0, middle, y1, x1, y1)}V${at(y1 + h)}C${at(middle, y1 + h, middle, y0 + h, x0, y0 + h)}Z`;
};

/** A stub that says that more leaves or reaches a bar than is drawn. */
export const stubPath = ({ node, side, y, height }: GatheredLinks, barWidth: number, length: number): string => {
  const start = side === 'right' ? node.x + barWidth : node.x;
  const end = side === 'right' ? start + length : start - length;
  const h = Math.max(1, height);
  const at = (value: number) => value.toFixed(1);
  return `M${at(start)} ${at(y)}L${at(end)} ${at(y + h / 2)}L${at(start)} ${at(y + h)}Z`;
};
