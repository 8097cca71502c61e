import { useElementSize } from '@mantine/hooks';
import type { PlotMouseEvent } from 'plotly.js';
import { useMemo, useRef, useState } from 'react';
import { divergingScale } from '../../shared/picture/diverging.ts';
import { locale } from '../client/words.ts';
import classes from './charts.module.css';
import { FigureFrame } from './FigureFrame.tsx';
import { FloatingCard, type PointerPlace, placeIn } from './FloatingCard.tsx';
import { Plot } from './Plot.tsx';
import { type ProfilePicture, profileData, profileHeight, profileLayout } from './profile-picture.ts';
import type { Restyle } from './restyle.ts';
import { chartTheme } from './theme.ts';
import { word } from './words.ts';

export interface ProfileHeatmapProps {
  readonly picture: ProfilePicture;
  readonly summary: string;
  readonly scheme: 'light' | 'dark';
  readonly selectedIds: readonly number[];
  readonly onSelect: (segmentId: number) => void;
}

const scaleOf = divergingScale.map(([, color]) => color).join(', ');

/** Segments × features, blue below the average customer and orange above, with a word in every cell. */
export const ProfileHeatmap = ({ picture, summary, scheme, selectedIds, onSelect }: ProfileHeatmapProps) => {
  const { ref, width } = useElementSize();
  const box = useRef<HTMLDivElement>(null);
  const [hovered, setHovered] = useState<{ row: number; column: number; at: PointerPlace } | null>(null);
  const theme = chartTheme(scheme);
  const height = profileHeight(picture, width || 800);
  const data = useMemo(() => profileData(picture, theme), [picture, theme]);
  const layout = useMemo(() => profileLayout(picture, theme, locale, width || 800), [picture, theme, width]);
  const restyle = useMemo((): Restyle[] => {
    const dimmed = picture.segments.map(({ id }) => selectedIds.length > 0 && !selectedIds.includes(id));
    return [{ update: { 'marker.opacity': [dimmed.map((dim) => (dim ? 0.35 : 1))] }, traces: [2] }];
  }, [picture, selectedIds]);
  const click = ({ points: [point] }: PlotMouseEvent) => {
    const segment = picture.segments[Number(point?.y)];
    if (segment !== undefined) onSelect(segment.id);
  };
  const hover = ({ points: [point], event }: PlotMouseEvent) => {
    const [row, column] = [Number(point?.y), Number(point?.x)];
    const known = picture.cells[row]?.[column] !== undefined;
    setHovered(known ? { row, column, at: placeIn(box.current, event) } : null);
  };
  const table = {
    caption: word('profile.title'),
    head: [word('segments.column.segment'), ...picture.features],
    rows: picture.segments.map(({ name }, i) => [name, ...picture.cells[i]!.map(({ word }) => word)]),
  };
  const figure = () => {
    const paper = chartTheme('light');
    const wide = Math.max(720, width);
    return {
      data: profileData(picture, paper),
      layout: { ...profileLayout(picture, paper, locale, wide), paper_bgcolor: paper.ground },
      width: wide,
      height,
    };
  };
  const aside = (
    <span className={classes.scale}>
      {word('profile.lower')}
      <span className={classes.scaleBar} style={{ background: `linear-gradient(to right, ${scaleOf})` }} />
      {word('profile.higher')}
    </span>
  );
  return (
    <FigureFrame
      title={word('profile.title')}
      aside={aside}
      table={table}
      figure={figure}
      fileName={word('profile.title')}
    >
      <div ref={ref} className={classes.inset}>
        {width > 0 && (
          <div ref={box} className={classes.anchor} style={{ height }}>
            <Plot
              className={classes.fill}
              data={data}
              layout={layout}
              summary={summary}
              restyle={restyle}
              onClick={click}
              onHover={hover}
              onUnhover={() => setHovered(null)}
            />
            {hovered !== null && (
              <FloatingCard box={box} at={hovered.at}>
                <strong>{picture.segments[hovered.row]!.name}</strong>
                <div>{`${picture.features[hovered.column]}: ${picture.cells[hovered.row]![hovered.column]!.word}`}</div>
                {picture.cells[hovered.row]![hovered.column]!.details.map((line) => (
                  <div key={line} className={classes.hoverNote}>
                    {line}
                  </div>
                ))}
              </FloatingCard>
            )}
          </div>
        )}
      </div>
    </FigureFrame>
  );
};
