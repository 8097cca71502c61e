import { useElementSize } from '@mantine/hooks';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { NumberRef } from '../../shared/model/number-origin.ts';
import { divergingScale } from '../../shared/picture/diverging.ts';
import { toggleSegment } from '../client/selection.ts';
import { t } from '../client/words.ts';
import { OriginPopover } from '../components/OriginPopover.tsx';
import classes from './charts.module.css';
import { FigureFrame } from './FigureFrame.tsx';
import { FloatingCard, type PointerPlace, placeIn } from './FloatingCard.tsx';
import { ProfileSvg, profileCells } from './ProfileSvg.tsx';
import type { Ground } from './picture-file.ts';
import { type ProfilePicture, profileFrame } from './profile-picture.ts';
import { SegmentButtons } from './SegmentButtons.tsx';
import { chartTheme } from './theme.ts';
import { word } from './words.ts';

interface ProfileHeatmapProps {
  readonly picture: ProfilePicture;
  readonly summary: string;
  readonly scheme: 'light' | 'dark';
  readonly selectedIds: readonly number[];
  /** How much of each segment is selected, by id; the whole where left out. */
  readonly shares?: ReadonlyMap<number, number> | null;
  readonly title?: string;
  /** Stands beside the scale: how facts are sorted. */
  readonly tools?: ReactNode;
}

const refOf = (segmentId: number, feature: string): NumberRef => ({
  of: 'segmentFeature',
  segmentId,
  feature,
  figure: 'effect',
});

const scaleOf = divergingScale.map(([, color]) => color).join(', ');

/** What the colours say, with the average customer in the middle of them. */
const Scale = ({ spelled }: { readonly spelled: boolean }) => (
  <span className={classes.scale}>
    {word('profile.lower')}
    <span className={classes.scaleBar} style={{ background: `linear-gradient(to right, ${scaleOf})` }}>
      <span className={classes.scaleZero} />
    </span>
    {word('profile.higher')}
    <span>· {t('segmentScreen.differences.zero')}</span>
    {!spelled && <span>· {t('segmentScreen.differences.marks')}</span>}
  </span>
);

/** Segments × facts, blue below the average customer and orange above, with a word in every cell. */
export const ProfileHeatmap = (props: ProfileHeatmapProps) => {
  const { picture, summary, scheme, selectedIds, title = word('profile.title'), tools } = props;
  const { ref, width } = useElementSize();
  const box = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<NumberRef | null>(null);
  const cell = useRef<Element | null>(null);
  const [hovered, setHovered] = useState<{ segment: number; feature: number; at: PointerPlace } | null>(null);
  const frame = useMemo(() => profileFrame(picture, width || 800), [picture, width]);
  const shown = hovered === null ? undefined : picture.cells[hovered.segment]?.[hovered.feature];
  const cells = profileCells(frame);
  const places = picture.segments.map(({ id, name }, i) => ({
    id,
    label: word('segments.select', { name }),
    ...(frame.turned
      ? { left: cells.x + i * cells.width, top: 0, width: cells.width, height: cells.y }
      : { left: 0, top: cells.y + i * cells.height, width: cells.x, height: cells.height }),
  }));
  const table = {
    caption: title,
    head: [word('segments.column.segment'), ...picture.features],
    rows: picture.segments.map(({ name }, i) => [name, ...picture.cells[i]!.map(({ word: said }) => said)]),
    refs: picture.segments.map(({ id }) => [null, ...picture.keys.map((key) => refOf(id, key))]),
  };
  const figure = (ground: Ground) => {
    const wide = Math.max(720, width);
    const own = profileFrame(picture, wide);
    return {
      element: <ProfileSvg picture={picture} frame={own} width={wide} theme={chartTheme(ground)} summary={summary} />,
      width: wide,
      height: own.height,
    };
  };
  return (
    <FigureFrame
      title={title}
      legend={<Scale spelled={frame.spelled} />}
      aside={tools}
      table={table}
      figure={figure}
      fileName={title}
    >
      <div className={classes.inset}>
        <div ref={ref}>
          {width > 0 && (
            <div ref={box} className={classes.anchor} style={{ height: frame.height }}>
              <ProfileSvg
                picture={picture}
                frame={frame}
                width={width}
                theme={chartTheme(scheme)}
                summary={summary}
                selectedIds={selectedIds}
                shares={props.shares ?? null}
                onPick={toggleSegment}
                onOpen={({ segment, feature }, event) => {
                  cell.current = event.target as Element;
                  setHovered(null);
                  setOpened(refOf(picture.segments[segment]!.id, picture.keys[feature]!));
                }}
                onPoint={(cell, event) =>
                  setHovered(cell === null || event === null ? null : { ...cell, at: placeIn(box.current, event) })
                }
              />
              <SegmentButtons places={places} />
              {opened !== null && <OriginPopover of={opened} anchor={cell} onClose={() => setOpened(null)} />}
              {hovered !== null && shown !== undefined && (
                <FloatingCard box={box} at={hovered.at}>
                  <strong dir="auto">{picture.segments[hovered.segment]!.name}</strong>
                  <div>{`${picture.features[hovered.feature]}: ${shown.word}`}</div>
                  {[...shown.details, t('origin.openByDouble')].map((line) => (
                    <div key={line} className={classes.hoverNote}>
                      {line}
                    </div>
                  ))}
                </FloatingCard>
              )}
            </div>
          )}
        </div>
      </div>
    </FigureFrame>
  );
};
