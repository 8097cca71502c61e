import { Button } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { NumberInSentence, NumberRef } from '../../../shared/model/number-origin.ts';
import type { KChoice, KScore, Segmentation } from '../../../shared/model/segmentation.ts';
import { FigureFrame } from '../../charts/FigureFrame.tsx';
import type { Ground } from '../../charts/picture-file.ts';
import { chartTheme } from '../../charts/theme.ts';
import { useScheme } from '../../charts/use-scheme.ts';
import { useFactChoice } from '../../client/fact-choice.ts';
import { useJobs } from '../../client/jobs.ts';
import { useProject } from '../../client/project.ts';
import { format, t, tell } from '../../client/words.ts';
import { NumbersIn } from '../../components/NumbersIn.tsx';
import { Panel } from '../../components/Panel.tsx';
import { distinctBandOf } from './distinct-word.ts';
import { findSegments } from './find-segments.ts';
import classes from './number.module.css';
import pictures from './pictures.module.css';
import { SweepMethod } from './SweepMethod.tsx';
import { type SweepMark, SweepPicture, sweepFrame } from './SweepPicture.tsx';
import { useSweep } from './use-sweep.ts';
import { findsNumber } from './WayChoice.tsx';

/** How a number did, in one sentence. */
const verdictOf = ({ k, silhouette, smallestShare, largestShare }: KScore): string =>
  t('segmentScreen.number.verdict', {
    k,
    distinct: silhouette === null ? '' : t(`segmentScreen.number.${distinctBandOf(silhouette).key}`),
    smallest: smallestShare,
    largest: largestShare,
  });

type SweepFigure = (typeof sweepFigures)[number];
/** In the order of the table. */
const sweepFigures = ['silhouette', 'smallestShare', 'largestShare'] as const;

/** The figures of that sentence, with what they are. */
const numbersOf = (
  { k, silhouette, smallestShare, largestShare }: KScore,
  refOf: (k: number, figure: SweepFigure) => NumberRef,
): NumberInSentence[] => [
  ...(silhouette === null
    ? []
    : [[t(`segmentScreen.number.${distinctBandOf(silhouette).key}`), refOf(k, 'silhouette')] as const]),
  [format.share(smallestShare), refOf(k, 'smallestShare')],
  [format.share(largestShare), refOf(k, 'largestShare')],
];

const marksOf = (sweep: Segmentation, used: number): SweepMark[] => {
  const marks = new Map<number, string[]>();
  const add = (k: number, text: string) => marks.set(k, [...(marks.get(k) ?? []), text]);
  add(used, t('segmentScreen.number.mark.used'));
  if (sweep.k !== used) add(sweep.k, t('segmentScreen.number.mark.serves'));
  if (sweep.statisticalK !== used) add(sweep.statisticalK, t('segmentScreen.number.mark.statistical'));
  return [...marks].map(([k, texts]) => ({ k, text: texts.join('\n'), strong: k === used }));
};

/** Runs the same way again with another number. */
const useRun = ({ method, prepareOptions }: Segmentation) => {
  const features = useFactChoice(useProject()?.path);
  return (k: KChoice) => findSegments(method, k, prepareOptions, features);
};

interface SweepProps {
  readonly segmentation: Segmentation;
  readonly sweep: Segmentation;
}

const Sweep = ({ segmentation, sweep }: SweepProps) => {
  const { ref, width } = useElementSize();
  const box = useRef<HTMLDivElement>(null);
  const theme = chartTheme(useScheme());
  const busy = useJobs(({ running }) => running !== null);
  const run = useRun(segmentation);
  const { scores } = sweep;
  const { k: used } = segmentation;
  const [asked, setAsked] = useState<number | null>(null);
  const chosen = asked ?? used;
  const frame = sweepFrame(scores, Math.max(420, width));
  const marks = marksOf(sweep, used);
  const score = scores.find(({ k }) => k === chosen);
  const title = t(sweep.k === sweep.statisticalK ? 'segmentScreen.number.title.same' : 'segmentScreen.number.title', {
    serves: sweep.k,
    statistical: sweep.statisticalK,
  });
  const refOf = (k: number, one: SweepFigure): NumberRef => ({ of: 'sweep', k, figure: one, segmentationId: sweep.id });
  const shared = { scores, theme, marks, used, chosen, summary: t('segmentScreen.number.summary', { finding: title }) };
  const table = {
    caption: title,
    head: [
      t('segmentScreen.number.axis'),
      t('segmentScreen.number.distinct'),
      t('segmentScreen.number.smallest'),
      t('segmentScreen.number.largest'),
      t('segmentScreen.number.note'),
    ],
    rows: scores.map(({ k, silhouette, smallestShare, largestShare }) => [
      format.number(k),
      silhouette === null ? '' : t(`segmentScreen.number.${distinctBandOf(silhouette).key}`),
      format.share(smallestShare),
      format.share(largestShare),
      marks.find((mark) => mark.k === k)?.text.replaceAll('\n', ', ') ?? '',
    ]),
    refs: scores.map(({ k }) => [null, ...sweepFigures.map((one) => refOf(k, one))]),
  };
  const figure = (ground: Ground) => {
    const paper = sweepFrame(scores, 860);
    return {
      element: <SweepPicture {...shared} frame={paper} theme={chartTheme(ground)} />,
      width: paper.width,
      height: paper.height,
    };
  };
  const choose = (k: number) => {
    setAsked(k);
    box.current?.querySelector<HTMLElement>(`[data-number="${k}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = scores.findIndex(({ k }) => k === chosen);
    const steps: Record<string, number> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    choose(scores[Math.max(0, Math.min(scores.length - 1, at + step))]!.k);
  };
  // Segments that somebody put together, divided or froze are not those that this number gives.
  const isOwn = segmentation.edit !== undefined || (segmentation.kept ?? []).length > 0;
  const isListed = scores.some(({ k }) => k === chosen);
  return (
    <FigureFrame title={title} table={table} figure={figure} fileName={title}>
      <div className={pictures.inset}>
        <div ref={ref} className={pictures.anchor} style={{ minHeight: frame.height }}>
          {width > 0 && (
            <>
              <SweepPicture {...shared} frame={frame} />
              <div ref={box} role="radiogroup" aria-label={t('segmentScreen.number.choose')}>
                {scores.map((one, i) => (
                  // biome-ignore lint/a11y/useSemanticElements: it lies over a column of the picture
                  <button
                    key={one.k}
                    type="button"
                    role="radio"
                    data-number={one.k}
                    aria-checked={one.k === chosen}
                    aria-label={verdictOf(one)}
                    tabIndex={one.k === chosen || (!isListed && i === 0) ? 0 : -1}
                    className={classes.column}
                    style={{ left: frame.left + i * frame.step, width: frame.step, height: frame.height }}
                    onClick={() => setAsked(one.k)}
                    onDoubleClick={() => one.k !== used && !busy && void run(one.k)}
                    onKeyDown={onKeyDown}
                  />
                ))}
              </div>
            </>
          )}
        </div>
        <div className={classes.chosen}>
          <p className={classes.verdict} aria-live="polite">
            {score === undefined ? (
              t('segmentScreen.number.away')
            ) : (
              <NumbersIn numbers={numbersOf(score, refOf)}>{verdictOf(score)}</NumbersIn>
            )}
          </p>
          {chosen === used && !isOwn ? (
            <span className={classes.inUse}>{t('segmentScreen.number.inUse')}</span>
          ) : (
            <Button disabled={busy} onClick={() => void run(chosen)}>
              {t('segmentScreen.number.use', { k: chosen })}
            </Button>
          )}
        </div>
      </div>
    </FigureFrame>
  );
};

const Reason = ({ heading, text }: { readonly heading: string; readonly text: string }) => (
  <Panel heading={heading}>
    <p className={classes.reason}>{text}</p>
  </Panel>
);

/** Every number that was tried as a picture, what speaks for it in words, and the way to use another one. */
export const NumberView = ({ segmentation }: { readonly segmentation: Segmentation }) => {
  const sweep = useSweep(segmentation);
  const busy = useJobs(({ running }) => running !== null);
  const run = useRun(segmentation);
  if (sweep === undefined && !findsNumber(segmentation.method)) return <div className={classes.wait} aria-busy />;
  if (sweep == null)
    return (
      <Panel heading={t('trust.many')}>
        <p className={classes.reason}>{tell(segmentation.reason)}</p>
        {!findsNumber(segmentation.method) && (
          <>
            <p className={classes.text}>{t('segmentScreen.number.none')}</p>
            <Button variant="default" disabled={busy} onClick={() => void run('auto')}>
              {t('segmentScreen.number.try')}
            </Button>
          </>
        )}
      </Panel>
    );
  const { statisticalReason } = sweep;
  return (
    <>
      <Sweep key={segmentation.id} segmentation={segmentation} sweep={sweep} />
      <div className={classes.reasons}>
        {segmentation.id !== sweep.id && (
          <Reason heading={t('segmentScreen.number.mark.used')} text={tell(segmentation.reason)} />
        )}
        <Reason heading={t('segmentScreen.number.serves')} text={tell(sweep.reason)} />
        {statisticalReason !== null && (
          <Reason
            heading={t('segmentScreen.number.statistical')}
            text={sweep.k === sweep.statisticalK ? t('trust.many.same') : tell(statisticalReason)}
          />
        )}
      </div>
      <SweepMethod segmentation={sweep} />
    </>
  );
};
