import { useElementSize } from '@mantine/hooks';
import type { PlotMouseEvent } from 'plotly.js';
import { useMemo, useRef, useState } from 'react';
import { divergingScale } from '../../shared/picture/diverging.ts';
import { locale } from '../client/words.ts';
import classes from './charts.module.css';
import { FigureFrame } from './FigureFrame.tsx';
import { FloatingCard, type PointerPlace, placeIn } from './FloatingCard.tsx';
import { Plot } from './Plot.tsx';
import { type ProfilePicture, profileCell, profileData, profileFrame, profileLayout } from './profile-picture.ts';
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
  const [hovered, setHovered] = useState<{ segment: number; feature: number; at: PointerPlace } | null>(null);
  const theme = chartTheme(scheme);
  const frame = useMemo(() => profileFrame(picture, width || 800), [picture, width]);
  const average = word('level.same');
  const data = useMemo(() => profileData(picture, theme, frame, average), [picture, theme, frame, average]);
  const layout = useMemo(() => profileLayout(theme, locale, width || 800, frame), [theme, width, frame]);
  const restyle = useMemo((): Restyle[] => {
    const dimmed = picture.segments.map(({ id }) => selectedIds.length > 0 && !selectedIds.includes(id));
    return [{ update: { 'marker.opacity': [dimmed.map((dim) => (dim ? 0.35 : 1))] }, traces: [2] }];
  }, [picture, selectedIds]);
  const cellAt = ({ points: [point] }: PlotMouseEvent) =>
    profileCell(picture, frame, Number(point?.x), Number(point?.y));
  const click = (event: PlotMouseEvent) => {
    const segment = picture.segments[cellAt(event)?.segment ?? -1];
    if (segment !== undefined) onSelect(segment.id);
  };
  const hover = (event: PlotMouseEvent) => {
    const cell = cellAt(event);
    setHovered(cell === null ? null : { ...cell, at: placeIn(box.current, event.event) });
  };
  const shown = hovered === null ? undefined : picture.cells[hovered.segment]?.[hovered.feature];
  const table = {
    caption: word('profile.title'),
    head: [word('segments.column.segment'), ...picture.features],
    rows: picture.segments.map(({ name }, i) => [name, ...picture.cells[i]!.map(({ word }) => word)]),
  };
  const figure = () => {
    const paper = chartTheme('light');
    const wide = Math.max(720, width);
    const own = profileFrame(picture, wide);
    return {
      data: profileData(picture, paper, own, average),
      layout: { ...profileLayout(paper, locale, wide, own), paper_bgcolor: paper.ground },
      width: wide,
      height: own.height + 8,
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
          <div ref={box} className={classes.anchor} style={{ height: frame.height }}>
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
            {hovered !== null && shown !== undefined && (
              <FloatingCard box={box} at={hovered.at}>
                <strong>{picture.segments[hovered.segment]!.name}</strong>
                <div>{`${picture.features[hovered.feature]}: ${shown.word}`}</div>
                {shown.details.map((line) => (
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
