import { useElementSize, useMergedRef } from '@mantine/hooks';
import type { PlotMouseEvent } from 'plotly.js';
import { type CSSProperties, useMemo, useRef, useState } from 'react';
import { locale } from '../client/words.ts';
import { CutLine } from './CutLine.tsx';
import classes from './charts.module.css';
import { FigureFrame } from './FigureFrame.tsx';
import { FloatingCard, type PointerPlace, placeIn } from './FloatingCard.tsx';
import { Plot } from './Plot.tsx';
import type { Restyle } from './restyle.ts';
import { chartTheme } from './theme.ts';
import { restingHeight } from './tree-geometry.ts';
import {
  cutMarks,
  mergeColors,
  type NamedBranch,
  type TreeFrame,
  type TreePictureInput,
  treeBottom,
  treeData,
  treeFrame,
  treeLayout,
  xOf,
} from './tree-picture.ts';
import { word } from './words.ts';

export interface SegmentTreeProps {
  readonly picture: TreePictureInput;
  readonly branches: readonly NamedBranch[];
  readonly k: number;
  readonly onCut: (k: number) => void;
  readonly summary: string;
  readonly scheme: 'light' | 'dark';
  readonly fileName: string;
  /** Stands over the picture: what is drawn. */
  readonly note?: string;
}

/** Whether a name fits in so many pixels, on two lines if need be: its longest word decides. */
const fits = (name: string, width: number): boolean =>
  Math.max(...name.split(/\s+/).map((part) => part.length)) * 6.8 <= width && name.length * 3.9 <= width;
/** Room that a count takes at least. */
const countRoom = 30;

const BranchLabels = ({ frame, branches }: { frame: TreeFrame; branches: readonly NamedBranch[] }) => (
  <>
    {branches.map(({ first, last, color, name, count }) => {
      const left = xOf(frame, first) + 2;
      const width = xOf(frame, last + 1) - 2 - left;
      return (
        <div key={first} className={classes.branch} style={{ left, width, top: treeBottom(frame) + 6 }}>
          <div className={classes.branchBar} style={{ background: color }} />
          {name !== null && fits(name, width) && <div className={classes.branchName}>{name}</div>}
          {width >= countRoom && <div className={classes.branchCount}>{count}</div>}
        </div>
      );
    })}
  </>
);

/** The similar-customers tree with a line to drag; branches below it wear their segment's colour. */
export const SegmentTree = (props: SegmentTreeProps) => {
  const { picture, branches, k, onCut, summary, scheme, fileName } = props;
  const { tree } = picture;
  const { ref, width, height } = useElementSize();
  const box = useRef<HTMLDivElement>(null);
  const stage = useMergedRef(ref, box);
  const [failed, setFailed] = useState(false);
  const [hovered, setHovered] = useState<{ leaf: number; fact: number; at: PointerPlace } | null>(null);
  const hover = ({ points: [point], event }: PlotMouseEvent) => {
    const [leaf, fact] = [Number(point?.x), Number(point?.y)];
    const known = picture.words[leaf]?.[fact] !== undefined;
    setHovered(known ? { leaf, fact, at: placeIn(box.current, event) } : null);
  };
  const theme = chartTheme(scheme);
  const longest = Math.max(...picture.features.map((name) => name.length));
  const frame = useMemo(() => treeFrame(tree, longest, width, height), [tree, longest, width, height]);
  const data = useMemo(() => treeData(picture), [picture]);
  const layout = useMemo(() => treeLayout(picture, frame, theme, locale), [picture, frame, theme]);
  const restyle = useMemo((): Restyle[] => {
    const colors = mergeColors(tree, branches, theme);
    return [{ update: { 'line.color': colors }, traces: colors.map((_, i) => i) }];
  }, [tree, branches, theme]);
  const table = {
    caption: summary,
    head: [word('tree.branchNumber', { number: '' }).trim(), word('segments.column.customers'), ...picture.features],
    rows: branches.map(({ name, count, first, last }, i) => [
      name ?? word('tree.branchNumber', { number: i + 1 }),
      count,
      ...picture.features.map((_, f) => picture.words.slice(first, last + 1).map((leaf) => leaf[f]!)).map(mostCommon),
    ]),
  };
  const figure = () => {
    const paper = chartTheme('light');
    const own = treeFrame(tree, longest, Math.max(900, width), Math.max(560, height));
    const colors = mergeColors(tree, branches, paper);
    const drawn = treeData(picture).map((trace, i) =>
      i < colors.length ? { ...trace, line: { width: 1.6, color: colors[i]! } } : trace,
    );
    const marks = cutMarks(own, branches, restingHeight(tree, k), paper);
    return {
      data: drawn,
      layout: { ...treeLayout(picture, own, paper, locale), ...marks, paper_bgcolor: paper.ground },
      width: own.width,
      height: own.height,
    };
  };
  const style = { '--chart-accent': theme.accent, '--chart-on-accent': scheme === 'dark' ? '#10201F' : '#FFFFFF' };
  return (
    <FigureFrame
      grow
      aside={<span className={classes.scale}>{props.note}</span>}
      table={table}
      figure={figure}
      fileName={fileName}
      failed={failed}
    >
      <div ref={stage} className={classes.stage} style={style as CSSProperties}>
        {width > 0 && height > 0 && (
          <>
            <Plot
              className={classes.fill}
              data={data}
              layout={layout}
              restyle={restyle}
              summary={summary}
              onFailure={() => setFailed(true)}
              onHover={hover}
              onUnhover={() => setHovered(null)}
            />
            {hovered !== null && (
              <FloatingCard box={box} at={hovered.at}>
                <strong>{picture.leafNames[hovered.leaf]}</strong>
                <div>{`${picture.features[hovered.fact]}: ${picture.words[hovered.leaf]?.[hovered.fact]}`}</div>
              </FloatingCard>
            )}
            <BranchLabels frame={frame} branches={branches} />
            <CutLine tree={tree} frame={frame} k={k} onCut={onCut} />
          </>
        )}
      </div>
    </FigureFrame>
  );
};

const mostCommon = (words: readonly string[]): string => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
};
