import { Tooltip } from '@mantine/core';
import type { NumberRef } from '../../shared/model/number-origin.ts';
import type { Segmentation } from '../../shared/model/segmentation.ts';
import type { PartStability, StabilityBand } from '../../shared/model/trust.ts';
import { useBackground } from '../client/background.ts';
import { t } from '../client/words.ts';
import { NumberOrigin } from '../components/NumberOrigin.tsx';
import { Panel } from '../components/Panel.tsx';
import inspector from './inspector.module.css';
import classes from './stability.module.css';

const dots: Readonly<Record<StabilityBand, number>> = { sure: 4, steady: 3, doubtful: 2, fleeting: 1 };
const all = [1, 2, 3, 4];

const Dots = ({ band }: { readonly band: StabilityBand | null }) => (
  <span className={classes.dots} aria-hidden data-checking={band === null}>
    {all.map((dot) => (
      <i key={dot} data-on={band !== null && dot <= dots[band]} />
    ))}
  </span>
);

/** What is known of a segment: its part; `checking` while that is found out; null where it is not known. */
const useStability = (segmentation: Segmentation, label: number): PartStability | 'checking' | null => {
  const checking = useBackground((background) => background.checking === segmentation.id);
  return segmentation.trust?.parts[label] ?? (segmentation.trust === null && checking ? 'checking' : null);
};

/** What the words stand for: a figure between 0 and 1, which opens up. */
const refOf = ({ segments }: Segmentation, label: number): NumberRef => ({
  of: 'segment',
  segmentId: segments.find((one) => one.label === label)?.id ?? -1,
  figure: 'stability',
});

interface StabilityProps {
  readonly segmentation: Segmentation;
  readonly label: number;
}

/** How repeatable a segment is, as dots with a word, for a list. */
export const StabilityBadge = ({ segmentation, label }: StabilityProps) => {
  const found = useStability(segmentation, label);
  if (found === null) return null;
  if (found === 'checking')
    return (
      <span className={classes.badge}>
        <Dots band={null} />
        <span className={classes.short}>{t('trust.checking')}</span>
      </span>
    );
  const values = { recovered: found.recovered, of: segmentation.trust!.bootstraps };
  return (
    <Tooltip label={t(`trust.${found.band}`, values)} openDelay={300}>
      <span className={classes.badge}>
        <Dots band={found.band} />
        <span className={classes.short}>
          <NumberOrigin of={refOf(segmentation, label)}>{t(`trust.short.${found.band}`, values)}</NumberOrigin>
        </span>
      </span>
    </Tooltip>
  );
};

/** The same with a sentence and what follows from it, for the inspector. */
export const Repeatable = ({ segmentation, label }: StabilityProps) => {
  const found = useStability(segmentation, label);
  if (found === null) return null;
  if (found === 'checking')
    return (
      <Panel heading={t('trust.title')}>
        <p className={classes.line}>
          <Dots band={null} /> {t('trust.checking')}
        </p>
        <p className={inspector.muted}>{t('trust.checking.text')}</p>
      </Panel>
    );
  const values = { recovered: found.recovered, of: segmentation.trust!.bootstraps };
  return (
    <Panel heading={t('trust.title')}>
      <p className={classes.line}>
        <Dots band={found.band} />{' '}
        <NumberOrigin of={refOf(segmentation, label)}>{t(`trust.${found.band}`, values)}</NumberOrigin>
      </p>
      <p className={inspector.muted}>
        {t('trust.drawn', values)} {t(`trust.advice.${found.band}`)}
      </p>
    </Panel>
  );
};
