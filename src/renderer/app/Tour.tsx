import { Button, CloseButton, Paper, Portal } from '@mantine/core';
import { type KeyboardEvent, useCallback, useEffect, useId, useRef } from 'react';
import { goTo, type ScreenName } from '../client/navigation.ts';
import { endTour, goToStop, tourStops, useTour } from '../client/tour.ts';
import { t } from '../client/words.ts';
import { placeBeside } from './place-beside.ts';
import classes from './Tour.module.css';
import { usePointedAt } from './use-pointed-at.ts';

/** Points at the real parts of the app, one after another, beside the work: everything stays usable. */
export const Tour = ({ current }: { readonly current: ScreenName }) => {
  const at = useTour((tour) => tour.at);
  return at === null || current === 'start' || current === 'import' ? null : (
    <Portal>
      <TourCard at={at} />
    </Portal>
  );
};

const TourCard = ({ at }: { readonly at: number }) => {
  const stop = tourStops[at]!;
  const card = useRef<HTMLDivElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  const cameFrom = useRef<Element | null>(null);
  const ids = { title: useId(), text: useId() };
  const pointed = usePointedAt(stop.at);
  const isLast = at === tourStops.length - 1;

  const leave = useCallback(() => {
    endTour();
    const before = cameFrom.current;
    if (before instanceof HTMLElement && before.isConnected) before.focus();
    else document.getElementById('main')?.focus();
  }, []);
  const step = (by: number) => {
    if (at + by < 0) return;
    if (at + by >= tourStops.length) leave();
    else goToStop(at + by);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') leave();
    else if (event.key === 'ArrowRight') step(1);
    else if (event.key === 'ArrowLeft') step(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  useEffect(() => {
    cameFrom.current = document.activeElement;
  }, []);
  useEffect(() => goTo(stop.screen), [stop]);
  // The words of each stop are read out as the focus comes to it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs at every stop
  useEffect(() => next.current?.focus({ preventScroll: true }), [stop]);
  useEffect(() => {
    const place = card.current;
    if (place === null) return;
    const { left, top } = placeBeside(pointed, { width: place.offsetWidth, height: place.offsetHeight });
    place.style.left = `${left}px`;
    place.style.top = `${top}px`;
  }, [pointed]);

  return (
    <>
      {pointed.target !== null && (
        <div
          className={classes.ring}
          style={{
            left: pointed.target.left - 6,
            top: pointed.target.top - 6,
            width: pointed.target.width + 12,
            height: pointed.target.height + 12,
          }}
          data-tour-ring={stop.id}
          aria-hidden
        />
      )}
      <Paper
        ref={card}
        className={classes.card ?? ''}
        role="dialog"
        aria-label={t('tour.card')}
        aria-describedby={`${ids.title} ${ids.text}`}
        data-beside
        data-tour-card
        shadow="md"
        withBorder
        onKeyDown={onKeyDown}
      >
        <div className={classes.top}>
          <span className={classes.place}>{t('tour.place', { at: at + 1, of: tourStops.length })}</span>
          <CloseButton size="sm" aria-label={t('tour.skip')} title={t('tour.keys')} onClick={leave} />
        </div>
        <h2 id={ids.title} className={classes.title}>
          {t(`tour.${stop.id}`)}
        </h2>
        <p id={ids.text} className={classes.text}>
          {t(`tour.${stop.id}.text`)}
        </p>
        <div className={classes.buttons}>
          <Button variant="subtle" color="gray" onClick={leave}>
            {t('tour.skip')}
          </Button>
          <Button variant="default" disabled={at === 0} onClick={() => step(-1)}>
            {t('tour.back')}
          </Button>
          <Button ref={next} onClick={() => step(1)}>
            {t(isLast ? 'tour.done' : 'tour.next')}
          </Button>
        </div>
      </Paper>
    </>
  );
};
