import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { pickLines } from '../../../shared/picture/lines.ts';
import { byDifference } from '../../charts/by-difference.ts';
import { FigureFrame } from '../../charts/FigureFrame.tsx';
import { type SegmentPart, segmentParts } from '../../charts/segment-parts.ts';
import { chartTheme } from '../../charts/theme.ts';
import { useScheme } from '../../charts/use-scheme.ts';
import { typicalValueText, word } from '../../charts/words.ts';
import { useSelection } from '../../client/selection.ts';
import { format, t, tell } from '../../client/words.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { FactsChoice, useChosenFacts } from './FactsChoice.tsx';
import { LineAxisHead } from './LineAxisHead.tsx';
import { LinesPicture } from './LinesPicture.tsx';
import { LineZones } from './LineZones.tsx';
import classes from './lines.module.css';
import { linesFrame } from './lines-frame.ts';
import { middleOf } from './paint-lines.ts';
import pictures from './pictures.module.css';
import { type FactAxis, useLineAxes } from './use-line-axes.ts';
import { useStretches } from './use-stretches.ts';

/** So many facts are shown before somebody chooses, and fewer where their names would have no room. */
const usual = 6;
const roomForName = 120;
/** So many customers are drawn, and as many selected ones beside them. */
const most = 1_500;

/** The fact on whose axis two segments lie farthest from each other, as a headline. */
const findingOf = (axes: readonly FactAxis[], parts: readonly SegmentPart[]): string => {
  let [widest, finding] = [0, t('segmentScreen.lines.plain')];
  for (const axis of axes) {
    const places = parts
      .flatMap((part) => {
        const place = middleOf(axis, part);
        return place === null ? [] : [{ name: part.name, place }];
      })
      .sort((a, b) => b.place - a.place);
    const [first, last] = [places[0], places.at(-1)];
    if (first === undefined || last === undefined || first.place - last.place <= widest) continue;
    widest = first.place - last.place;
    finding = t('segmentScreen.lines.title', { fact: tell(axis.feature.name), first: first.name, last: last.name });
  }
  return finding;
};

const middleText = ({ spread, feature }: FactAxis, label: number): string => {
  const part = spread.parts[label];
  if (spread.axis === 'flag') return format.share(part?.yes ?? 0);
  return typicalValueText(part?.quantiles?.[2] ?? null, feature);
};

const usualIn = (width: number): number =>
  width === 0 ? usual : Math.max(3, Math.min(usual, Math.floor(width / roomForName)));

/** Every customer as a line through the facts (parallel coordinates; A. Inselberg, The Visual Computer 1, 1985). */
export const LinesView = ({ segmentation }: { readonly segmentation: Segmentation }) => {
  const { ref, width } = useElementSize();
  const theme = chartTheme(useScheme());
  const facts = byDifference(segmentation);
  const { chosen, choose } = useChosenFacts('lines', segmentation.snapshotId, facts, usualIn(width));
  const shown = chosen.flatMap((key) => facts.filter((fact) => fact.key === key));
  const { axes, labels, error } = useLineAxes(segmentation, shown);
  const parts = useMemo(() => segmentParts(segmentation), [segmentation]);
  const { stretches, mark } = useStretches(segmentation.snapshotId, axes ?? []);
  const segmentIds = useSelection((all) => all.segmentIds);
  const hovered = useSelection((all) => all.hoveredSegmentId);
  const picked = useSelection((all) => all.rows);
  const rows = useMemo(() => (labels === null ? new Uint32Array() : pickLines(labels, most)), [labels]);
  const selection = useMemo(() => {
    if (picked !== null) {
      const set = new Set(picked);
      const drawn = new Set(rows);
      const more = picked.filter((row) => !drawn.has(row));
      const step = Math.max(1, Math.ceil(more.length / most));
      return { isSelected: (row: number) => set.has(row), more: more.filter((_, i) => i % step === 0) };
    }
    if (segmentIds.length === 0 || labels === null) return { isSelected: null, more: new Uint32Array() };
    const wanted = new Set(parts.flatMap(({ id, label }) => (segmentIds.includes(id) ? [label] : [])));
    return { isSelected: (row: number) => wanted.has(labels[row]!), more: new Uint32Array() };
  }, [picked, rows, segmentIds, labels, parts]);
  if (error !== null) return <ErrorPanel error={error} />;

  const hasMissing = axes?.some(({ spread }) => spread.missing > 0) ?? false;
  const frame = linesFrame(parts, shown.length, Math.max(360, width), hasMissing);
  const title = axes === null ? t('segmentScreen.lines.plain') : findingOf(axes, parts);
  const customers = labels?.length ?? 0;
  const strong = new Set([...segmentIds, ...(hovered === null ? [] : [hovered])]);
  const move = (from: number, to: number) => {
    const keys = shown.map(({ key }) => key);
    keys.splice(to, 0, ...keys.splice(from, 1));
    choose(keys);
  };
  const step = frame.xs.length > 1 ? frame.xs[1]! - frame.xs[0]! : 120;
  const table = {
    caption: title,
    head: [word('segments.column.segment'), ...shown.map(({ name }) => tell(name))],
    rows: axes === null ? [] : parts.map(({ name, label }) => [name, ...axes.map((axis) => middleText(axis, label))]),
  };
  return (
    <>
      <div className={pictures.tools}>
        <FactsChoice facts={facts} chosen={chosen} onChange={choose} />
        <span className={pictures.aside}>{t('segmentScreen.lines.how', { drawn: rows.length, customers })}</span>
      </div>
      <FigureFrame title={title} table={table}>
        <div className={pictures.inset}>
          <div ref={ref}>
            <div className={classes.heads}>
              {axes?.map((axis, i) => (
                <LineAxisHead
                  key={axis.feature.key}
                  axis={axis}
                  x={Math.max(Math.min(step - 8, 150) / 2, frame.xs[i]!)}
                  width={Math.min(step - 8, 150)}
                  stretch={stretches[i]!}
                  onStretch={(stretch) => mark(axis.feature.key, stretch)}
                  onLeft={i === 0 ? null : () => move(i, i - 1)}
                  onRight={i === axes.length - 1 ? null : () => move(i, i + 1)}
                />
              ))}
            </div>
            <div className={classes.box} style={{ height: frame.height }}>
              {axes !== null && labels !== null && width > 0 && (
                <>
                  <LinesPicture
                    axes={axes}
                    parts={parts}
                    labels={labels}
                    rows={rows}
                    {...selection}
                    strong={strong}
                    frame={frame}
                    theme={theme}
                    stretches={stretches}
                    summary={t('segmentScreen.lines.summary', { facts: axes.length })}
                  />
                  <LineZones axes={axes} frame={frame} onMark={mark} />
                </>
              )}
            </div>
          </div>
        </div>
      </FigureFrame>
    </>
  );
};
