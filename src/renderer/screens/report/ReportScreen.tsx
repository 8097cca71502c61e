import { VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { namesCustomers } from '../../../shared/model/report.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { NoSegments } from '../../charts/NoSegments.tsx';
import { api } from '../../client/api.ts';
import { placeOf } from '../../client/drawn-scale.ts';
import { useProjectQuery, useSegmentation } from '../../client/queries.ts';
import { t } from '../../client/words.ts';
import { Delayed } from '../../components/Delayed.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { Screen } from '../../components/Screen.tsx';
import { CardOptions } from './CardOptions.tsx';
import { CardPalette } from './CardPalette.tsx';
import classes from './composer.module.css';
import { selectCard, useComposition, useSelectedCard } from './composition.ts';
import { ReportPaper } from './ReportPaper.tsx';
import { SaveReport } from './SaveReport.tsx';
import { TakeWithYou } from './TakeWithYou.tsx';

/** Today on this computer's calendar, as it will be written. */
const today = (): string => {
  const at = new Date();
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;
};

/** Only this scrolls, and nothing around it. */
const topWithin = (card: HTMLElement, box: HTMLElement): number => placeOf(card).top - placeOf(box).top + box.scrollTop;

const Composer = ({ segmentation }: { readonly segmentation: Segmentation }) => {
  const { composition, error } = useComposition();
  const named = composition !== undefined && namesCustomers(composition);
  const { data: material, error: noMaterial } = useProjectQuery(['report.material', segmentation.id, named], (signal) =>
    api.report.material({ segmentationId: segmentation.id, named }, { signal }),
  );
  const selected = useSelectedCard();
  const [said, setSaid] = useState('');
  const [shown, setShown] = useState<string | null>(null);
  const [day] = useState(today);
  const middle = useRef<HTMLDivElement>(null);
  useEffect(() => () => selectCard(null), []);
  useEffect(() => {
    if (shown === null) return;
    const card = middle.current?.querySelector<HTMLElement>(`[data-card="${shown}"]`);
    if (card) middle.current?.scrollTo({ top: Math.max(0, topWithin(card, middle.current) - 40) });
    setShown(null);
  }, [shown]);
  const problem = error ?? noMaterial;
  if (problem !== null) {
    return (
      <Screen title={t('composer.title')}>
        <ErrorPanel error={problem} />
      </Screen>
    );
  }
  const card = composition?.cards.find(({ id }) => id === selected);
  return (
    <Screen
      title={t('composer.title')}
      subtitle={t('composer.subtitle')}
      fill
      actions={composition !== undefined && <SaveReport composition={composition} segmentationId={segmentation.id} />}
      inspector={
        card !== undefined && composition !== undefined ? (
          <CardOptions key={card.id} card={card} composition={composition} segmentation={segmentation} />
        ) : (
          <>
            <p className={classes.hint}>{t('composer.options.pick')}</p>
            <TakeWithYou segmentation={segmentation} />
          </>
        )
      }
    >
      <div className={classes.columns} data-tour="report">
        {composition !== undefined && <CardPalette composition={composition} onSay={setSaid} onAdded={setShown} />}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must be able to */}
        <section ref={middle} className={classes.middle} aria-label={t('composer.page')} tabIndex={0}>
          {composition !== undefined && material !== undefined ? (
            <ReportPaper composition={composition} material={material} day={day} onSay={setSaid} />
          ) : (
            <Delayed>
              <p className={classes.hint}>{t('composer.loading')}</p>
            </Delayed>
          )}
        </section>
      </div>
      <VisuallyHidden role="status" aria-live="polite">
        {said}
      </VisuallyHidden>
    </Screen>
  );
};

/** A report put together from cards, as it will be; written as PDF, web page, workbook or slides. */
export const ReportScreen = () => {
  const { data: segmentation, error } = useSegmentation();
  if (error !== null) {
    return (
      <Screen title={t('composer.title')}>
        <ErrorPanel error={error} />
      </Screen>
    );
  }
  if (segmentation == null) return <NoSegments title={t('composer.title')} known={segmentation === null} />;
  return <Composer segmentation={segmentation} />;
};
