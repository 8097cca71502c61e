import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { bandPath, layoutFlows, leastFlowHeight, type PlacedNode, stubPath } from '../../shared/picture/flow-layout.ts';
import { type FlowPictureColumn, type FlowPictureLink, flowFrame, leastSlotOf } from './flow-frame.ts';
import classes from './flow-picture.module.css';
import { halves, widthOf } from './text-width.ts';

interface FlowPictureProps {
  readonly label: string;
  readonly columns: readonly FlowPictureColumn[];
  readonly links: readonly FlowPictureLink[];
  readonly chosen: string | null;
  /** Names stand beside the first and the last column; with many columns at the last only. */
  readonly namesAtBothEnds: boolean;
  readonly leastHeight?: number;
  /** What is said of the bands that are too low to be drawn. */
  readonly gatheredNote?: (count: number, customers: number) => string;
  readonly onChoose: (key: string) => void;
  readonly onNode?: (id: string) => void;
}

const { barWidth, head, gap, stub, leastLink } = flowFrame;

/** Columns of bars and the bands of customers between them. Arrow keys go from band to band, Enter selects one. */
export const FlowPicture = (props: FlowPictureProps) => {
  const { label, columns, links, chosen, namesAtBothEnds, leastHeight = 320, gatheredNote, onChoose, onNode } = props;
  const id = useId();
  const { ref, width, height } = useElementSize();
  const [cursor, setCursor] = useState<string | null>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const halved = useMemo(
    () =>
      Math.max(
        0,
        ...columns.flatMap((column) => column.nodes.map(({ name }) => widthOf(halves(name, 13, 550), 13, 550))),
      ),
    [columns],
  );
  // A name on two lines has what it needs, up to a quarter of the picture.
  const least = Math.max(namesAtBothEnds ? 118 : 142, Math.min(halved + 14, width * 0.25));
  const names = Math.round(Math.min(210, Math.max(least, width * 0.19)));
  const leastSlot = leastSlotOf(namesAtBothEnds);
  const left = namesAtBothEnds ? names : 8;
  const inner = Math.max(120, (width || 800) - left - names - 4);
  const nodes = useMemo(() => columns.map((column) => column.nodes), [columns]);
  const tall = Math.max(leastHeight, (height || leastHeight) - head, leastFlowHeight(nodes, { leastSlot, gap }));
  const layout = useMemo(
    () =>
      layoutFlows({
        ...{ columns: nodes, links, width: inner, height: tall, barWidth, leastSlot, gap, leastLink, always: chosen },
      }),
    [nodes, links, inner, tall, leastSlot, chosen],
  );
  const linkOf = new Map(links.map((link) => [link.key, link]));
  const order = [...layout.links].sort((a, b) => a.column - b.column || b.size - a.size).map(({ key }) => key);
  const wanted = cursor ?? chosen;
  const current = wanted !== null && order.includes(wanted) ? wanted : (order[0] ?? null);
  const move = (by: number) => {
    const at = current === null ? -1 : order.indexOf(current);
    setCursor(order[Math.max(0, Math.min(order.length - 1, at + by))] ?? null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Home: -1e6, End: 1e6 }[event.key];
    if (step !== undefined) move(step);
    else if ((event.key === 'Enter' || event.key === ' ') && current !== null) onChoose(current);
    else return;
    event.preventDefault();
  };
  const isDim = ({ key, selected }: FlowPictureLink) =>
    selected !== null ? selected === 0 : chosen !== null && chosen !== key;
  const nodeOf = (placed: PlacedNode) => columns[placed.column]!.nodes.find((one) => one.id === placed.id)!;
  const last = columns.length - 1;
  const step = columns.length < 2 ? inner : (inner - barWidth) / last;
  /** So many columns from one heading to the next, so that none runs into another. */
  const every = Math.max(1, Math.ceil(86 / step));
  const hinted = new Set(layout.gathered.flatMap(({ keys }) => keys));
  const hintedCustomers = [...hinted].reduce((sum, key) => sum + linkOf.get(key)!.size, 0);
  return (
    <>
      <div ref={ref} className={classes.picture} data-tall={tall + head > (height || 0) + 1}>
        <div className={classes.inner} style={{ height: tall + head }}>
          {columns.map(({ key, heading }, at) => {
            if (!namesAtBothEnds && (last - at) % every !== 0) return null;
            const middle = left + at * step + barWidth / 2;
            return (
              <span
                key={key}
                className={classes.heading}
                data-end={namesAtBothEnds ? (at === 0 ? 'left' : 'right') : at === last ? 'right' : 'middle'}
                style={
                  namesAtBothEnds && at === 0
                    ? { left: 0, width: left + barWidth + inner / 2 - 20 }
                    : at === last
                      ? { left: namesAtBothEnds ? left + inner / 2 + 20 : middle - 40, right: 0 }
                      : { left: middle - 46, width: 92 }
                }
              >
                {heading}
              </span>
            );
          })}
          <svg
            className={classes.bands}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrow keys go through the bands of the picture
            role="listbox"
            aria-label={label}
            aria-activedescendant={current === null ? undefined : `${id}${current}`}
            tabIndex={0}
            width={inner}
            height={tall}
            style={{ left, top: head }}
            onKeyDown={onKeyDown}
            onBlur={() => setCursor(null)}
          >
            {layout.gathered.map((gathered) => (
              <path
                key={`${gathered.node.column} ${gathered.node.id} ${gathered.side}`}
                className={classes.stub}
                aria-hidden
                d={stubPath(gathered, barWidth, Math.min(stub, step / 3))}
              />
            ))}
            {layout.links.map((placed) => {
              const link = linkOf.get(placed.key)!;
              const part = link.selected;
              return (
                <g
                  key={placed.key}
                  id={`${id}${placed.key}`}
                  role="option"
                  aria-label={link.label}
                  aria-selected={chosen === placed.key}
                  className={classes.band}
                  data-stayed={link.stayed}
                  data-dim={isDim(link)}
                  data-cursor={current === placed.key}
                  data-hovered={hovered === placed.key}
                  data-chosen={chosen === placed.key}
                  onClick={() => onChoose(placed.key)}
                  onPointerEnter={() => setHovered(placed.key)}
                  onPointerLeave={() => setHovered(null)}
                >
                  <title>{link.label}</title>
                  <path d={bandPath(placed)} fill={link.color ?? 'var(--t-muted)'} />
                  {part !== null && part > 0 && part < 1 && (
                    <path className={classes.part} d={bandPath(placed, part)} fill={link.color ?? 'var(--t-muted)'} />
                  )}
                </g>
              );
            })}
            {layout.nodes.map((placed) => {
              const { color } = nodeOf(placed);
              return (
                <rect
                  key={`${placed.column} ${placed.id}`}
                  aria-hidden
                  className={classes.bar}
                  data-outside={color === null}
                  x={placed.x}
                  y={placed.y}
                  width={barWidth}
                  height={placed.height}
                  rx={2}
                  fill={color ?? 'transparent'}
                />
              );
            })}
          </svg>
          {layout.nodes
            .filter(({ column }) => column === last || (namesAtBothEnds && column === 0))
            .map((placed) => {
              const { name, note } = nodeOf(placed);
              const isLeft = placed.column === 0 && last > 0;
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: what it selects can be reached in the list of segments
                // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer only
                <div
                  key={`${placed.column} ${placed.id}`}
                  className={classes.name}
                  data-side={isLeft ? 'left' : 'right'}
                  data-roomy={placed.slotHeight >= 52}
                  style={{
                    top: head + placed.slotY + placed.slotHeight / 2 - 17,
                    ...(isLeft ? { left: 0, width: left - 10 } : { left: left + inner + 10, width: names - 10 }),
                  }}
                  onClick={() => onNode?.(placed.id)}
                >
                  <span className={classes.nameText} dir="auto" title={name}>
                    {name}
                  </span>
                  <span className={classes.note}>{note}</span>
                </div>
              );
            })}
        </div>
      </div>
      {hinted.size > 0 && gatheredNote && (
        <p className={classes.gathered}>{gatheredNote(hinted.size, hintedCustomers)}</p>
      )}
    </>
  );
};
