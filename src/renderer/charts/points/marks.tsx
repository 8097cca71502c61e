/** A line, a shape or a text of a picture: drawn alike on the screen and into a file. Plain data in pixels. */
export type Mark =
  | {
      readonly kind: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly color: string;
      readonly width: number;
    }
  | {
      readonly kind: 'path';
      readonly d: string;
      readonly fill: string | null;
      readonly fillOpacity?: number;
      readonly stroke: string | null;
      readonly width?: number;
      readonly opacity?: number;
      readonly dash?: string;
    }
  | {
      readonly kind: 'circle';
      readonly x: number;
      readonly y: number;
      readonly r: number;
      readonly fill: string;
      readonly stroke: string;
      readonly width: number;
      readonly opacity?: number;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly weight?: number;
      readonly color: string;
      readonly anchor: 'start' | 'middle' | 'end';
      /** The ground's colour around the letters, so that they read over dots. */
      readonly halo?: string;
      readonly turned?: boolean;
      readonly opacity?: number;
    };

type Attributes = Readonly<Record<string, string | number>>;

/** Element, attributes and text of a mark, in SVG's own names. */
const svgOf = (mark: Mark): readonly [string, Attributes, string?] => {
  switch (mark.kind) {
    case 'line': {
      const { x1, y1, x2, y2, color, width } = mark;
      return ['line', { x1, y1, x2, y2, stroke: color, 'stroke-width': width }];
    }
    case 'path':
      return [
        'path',
        {
          d: mark.d,
          fill: mark.fill ?? 'none',
          'fill-opacity': mark.fillOpacity ?? 1,
          stroke: mark.stroke ?? 'none',
          'stroke-width': mark.width ?? 1,
          'stroke-linejoin': 'round',
          'stroke-linecap': 'round',
          opacity: mark.opacity ?? 1,
          ...(mark.dash === undefined ? {} : { 'stroke-dasharray': mark.dash }),
        },
      ];
    case 'circle': {
      const { x, y, r, fill, stroke, width, opacity = 1 } = mark;
      return ['circle', { cx: x, cy: y, r, fill, stroke, 'stroke-width': width, opacity }];
    }
    case 'text':
      return [
        'text',
        {
          x: mark.x,
          y: mark.y,
          'font-size': mark.size,
          'font-weight': mark.weight ?? 400,
          fill: mark.color,
          'text-anchor': mark.anchor,
          opacity: mark.opacity ?? 1,
          ...(mark.halo === undefined
            ? {}
            : { stroke: mark.halo, 'stroke-width': 4, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }),
          ...(mark.turned ? { transform: `rotate(-90 ${mark.x} ${mark.y})` } : {}),
        },
        mark.text,
      ];
  }
};

const reactName = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The marks inside an `<svg>`. */
export const Marks = ({ marks }: { readonly marks: readonly Mark[] }) =>
  marks.map((mark, i) => {
    const [Tag, attributes, text] = svgOf(mark);
    const given = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [reactName(name), value]));
    const Element = Tag as 'path';
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: marks have no other identity
      <Element key={i} {...given}>
        {text}
      </Element>
    );
  });
