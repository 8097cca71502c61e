import { useElementSize, useMergedRef } from '@mantine/hooks';
import { type CSSProperties, type MouseEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { effectWord } from '../effect-word.ts';
import { FigureFrame } from '../FigureFrame.tsx';
import { FloatingCard, type PointerPlace, placeIn } from '../FloatingCard.tsx';
import type { Ground } from '../picture-file.ts';
import { chartTheme } from '../theme.ts';
import { word } from '../words.ts';
import { BranchBars, type NamedSegment, spanOf } from './BranchBars.tsx';
import { CutLine } from './CutLine.tsx';
import { branchAt, type DrawnTree } from './drawn-tree.ts';
import { type FactSums, meanEffect } from './paint-facts.ts';
import type { Marks } from './paint-tree.ts';
import { stepsOf } from './steps.ts';
import { TreeAxis } from './TreeAxis.tsx';
import { TreeCanvas } from './TreeCanvas.tsx';
import { TreePath } from './TreePath.tsx';
import classes from './tree.module.css';
import { treeFigure } from './tree-figure.ts';
import { heightAt, isInFacts, treeFrame, widthsAt, xOf, yOf } from './tree-frame.ts';
import { heightOf, isWithin, type TreeShape } from './tree-shape.ts';

interface TreeFacts {
  readonly names: readonly string[];
  /** Null while they are on their way; their place is kept. */
  readonly sums: FactSums | null;
}

interface SegmentTreeProps {
  readonly shape: TreeShape;
  readonly drawn: DrawnTree;
  readonly facts: TreeFacts;
  /** Who is selected; null where nobody is. */
  readonly marks: Marks | null;
  readonly segments: readonly NamedSegment[];
  /** Parts of the drawn branch, the most there can be, and segments in all where it is not the whole tree. */
  readonly k: number;
  readonly most: number;
  readonly inAll: number | null;
  readonly stepped: boolean;
  readonly chosen: number | null;
  /** From the whole tree to the branch that is drawn. */
  readonly path: readonly number[];
  readonly onCut: (k: number, moving: boolean) => void;
  readonly onChoose: (node: number, add: boolean) => void;
  readonly onZoom: (node: number) => void;
  readonly table: { readonly caption: string; readonly head: readonly string[]; readonly rows: readonly string[][] };
  readonly fileName: string;
  readonly scheme: 'light' | 'dark';
  /** Stands over the picture. */
  readonly tools: ReactNode;
}

/** At most so many facts of a branch in the card beside the pointer. */
const toldFacts = 4;

/** The similar-customers tree with a line to drag; branches below it wear their segment's colour. */
export const SegmentTree = (props: SegmentTreeProps) => {
  const { shape, drawn, facts, marks, segments, k, most, inAll, stepped, chosen, scheme } = props;
  const { ref, width, height } = useElementSize();
  const box = useRef<HTMLDivElement>(null);
  const stage = useMergedRef(ref, box);
  const [hovered, setHovered] = useState<{ node: number; fact: number | null; at: PointerPlace } | null>(null);
  const theme = chartTheme(scheme);
  const longest = Math.max(0, ...facts.names.map((name) => name.length));
  const frame = useMemo(
    () => treeFrame(drawn, facts.names.length, longest, width, height),
    [drawn, facts.names.length, longest, width, height],
  );

  /** The branch under the pointer: below the cut the segment's, above it what a line there would cut off. */
  const nodeUnder = ({ x, y }: PointerPlace): number | null => {
    const widths = widthsAt(frame, x);
    if (widths < 0 || widths > frame.leaves || y < frame.top - 6) return null;
    const node = branchAt(shape, drawn, widths, heightAt(frame, y));
    return segments.find((segment) => isWithin(shape, node, segment.node))?.node ?? node;
  };
  const leafUnder = ({ x }: PointerPlace): number =>
    drawn.leaves[Math.max(0, Math.min(frame.leaves - 1, Math.floor(widthsAt(frame, x))))]!;
  const move = (event: MouseEvent) => {
    const at = placeIn(box.current, event.nativeEvent);
    const inFacts = isInFacts(frame, at.x, at.y);
    const node = inFacts ? leafUnder(at) : at.y <= frame.floor + 2 ? nodeUnder(at) : null;
    setHovered(
      node === null ? null : { node, fact: inFacts ? Math.floor((at.y - frame.factsTop) / frame.rowHeight) : null, at },
    );
  };
  const click = (event: MouseEvent) => {
    const at = placeIn(box.current, event.nativeEvent);
    const node = isInFacts(frame, at.x, at.y) ? leafUnder(at) : nodeUnder(at);
    if (node !== null) props.onChoose(node, event.shiftKey || event.ctrlKey || event.metaKey);
  };
  const zoom = (event: MouseEvent) => {
    const at = placeIn(box.current, event.nativeEvent);
    const node = nodeUnder(at);
    if (node === null) return;
    const deeper = isWithin(shape, drawn.branch, node)
      ? branchAt(shape, drawn, widthsAt(frame, at.x), Math.min(heightAt(frame, at.y), drawn.height * 0.999))
      : node;
    props.onZoom(deeper);
  };

  const span = chosen === null ? null : spanOf(shape, drawn, frame, chosen);
  const chosenTop = chosen === null ? 0 : Math.max(frame.top - 8, yOf(frame, heightOf(shape, chosen)) - 7);
  const steps = stepped
    ? stepsOf(
        shape,
        drawn,
        segments.map(({ node }) => node),
        frame.greatest,
      )
    : [];
  const path = steps
    .map(
      ({ from, to, height: at }, i) => `${i === 0 ? 'M' : 'L'}${xOf(frame, from)} ${yOf(frame, at)}H${xOf(frame, to)}`,
    )
    .join('');
  const figure = (ground: Ground) =>
    treeFigure({
      ground,
      shape,
      drawn,
      segments,
      factNames: facts.sums === null ? [] : facts.names,
      facts: facts.sums ?? [],
      axisTitle: word('tree.axis'),
      size: { width: Math.max(900, width), height: Math.max(560, height) },
    });
  const called = segments.find(({ node }) => node === hovered?.node);
  const told = (node: number) =>
    facts.names
      .map((name, f) => ({ name, effect: meanEffect(shape, facts.sums![f]!, node) }))
      .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
      .slice(0, toldFacts);
  const style = { '--chart-accent': theme.accent, '--chart-on-accent': scheme === 'dark' ? '#10201F' : '#FFFFFF' };
  return (
    <FigureFrame grow aside={props.tools} table={props.table} figure={figure} fileName={props.fileName}>
      <div ref={stage} className={classes.stage} style={style as CSSProperties}>
        {width > 0 && height > 0 && (
          <>
            <TreeAxis frame={frame} shape={shape} branch={drawn.branch} most={most} factNames={facts.names} />
            <TreeCanvas
              shape={shape}
              drawn={drawn}
              frame={frame}
              facts={facts.sums}
              marks={marks}
              theme={theme}
              summary={props.table.caption}
            />
            {span !== null && (
              <div
                className={classes.chosen}
                style={{
                  left: span.left,
                  width: span.right - span.left,
                  top: chosenTop,
                  height: frame.floor + 6 - chosenTop,
                }}
              />
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard the bars below choose, and the tools above look closer */}
            {/* biome-ignore lint/a11y/noStaticElementInteractions: the picture's summary and table tell what is in it */}
            <div
              className={classes.surface}
              onMouseMove={move}
              onMouseLeave={() => setHovered(null)}
              onClick={click}
              onDoubleClick={zoom}
            />
            <svg className={classes.steps} width={frame.width} height={frame.height} aria-hidden>
              {path !== '' && <path d={path} />}
            </svg>
            <TreePath shape={shape} path={props.path} onZoom={props.onZoom} />
            <BranchBars
              shape={shape}
              drawn={drawn}
              frame={frame}
              segments={segments}
              chosen={chosen}
              onChoose={props.onChoose}
            />
            <CutLine
              shape={shape}
              drawn={drawn}
              frame={frame}
              k={k}
              most={most}
              inAll={inAll}
              stepped={stepped}
              onCut={props.onCut}
            />
            {hovered !== null && (
              <FloatingCard box={box} at={hovered.at}>
                <strong>{called?.called ?? word('tree.leaf', { customers: shape.size[hovered.node]! })}</strong>
                {facts.sums !== null &&
                  (hovered.fact === null
                    ? told(hovered.node).map(({ name, effect }) => (
                        <div key={name}>{`${name}: ${effectWord(effect)}`}</div>
                      ))
                    : facts.sums[hovered.fact] !== undefined && (
                        <div>{`${facts.names[hovered.fact]}: ${effectWord(meanEffect(shape, facts.sums[hovered.fact]!, hovered.node))}`}</div>
                      ))}
              </FloatingCard>
            )}
          </>
        )}
      </div>
    </FigureFrame>
  );
};
