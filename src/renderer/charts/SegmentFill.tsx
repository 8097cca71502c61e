import { segmentColor, segmentPattern } from '../../shared/picture/segment-colors.ts';

const idOf = (color: number): string => `segment-fill-${color}`;

/** What a shape of a segment is filled with: its colour, beyond the twelfth with the pattern of its tile. */
export const segmentFill = (color: number): string =>
  segmentPattern(color) === 'solid' ? segmentColor(color) : `url(#${idOf(color)})`;

const mark = { stroke: '#FFFFFF', strokeOpacity: 0.6, strokeWidth: 1.4 } as const;

/** The patterns that a picture needs, to stand in it once. */
export const SegmentPatterns = ({ colors }: { readonly colors: readonly number[] }) => (
  <defs>
    {[...new Set(colors)].map((color) => {
      const pattern = segmentPattern(color);
      if (pattern === 'solid') return null;
      return (
        <pattern
          key={color}
          id={idOf(color)}
          width={6}
          height={6}
          patternUnits="userSpaceOnUse"
          {...(pattern === 'stripes' ? { patternTransform: 'rotate(45)' } : {})}
        >
          <rect width={6} height={6} fill={segmentColor(color)} />
          {pattern === 'dots' ? (
            <circle cx={3} cy={3} r={1.2} fill="#FFFFFF" fillOpacity={0.75} />
          ) : (
            <path d={pattern === 'grid' ? 'M0 0H6M0 0V6' : 'M0 0H6'} {...mark} />
          )}
        </pattern>
      );
    })}
  </defs>
);
