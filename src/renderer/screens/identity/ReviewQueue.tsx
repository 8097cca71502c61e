import { ActionIcon, Button, Progress } from '@mantine/core';
import { IconArrowBackUp, IconChevronLeft, IconChevronRight, IconCircleCheck } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { t } from '../../client/words.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Likelihood, Reasons } from './Reasons.tsx';
import { RecordTable } from './RecordTable.tsx';
import classes from './ReviewQueue.module.css';
import { agreeingFields, recordName } from './record-words.ts';
import { type Answer, useReview } from './use-review.ts';

const answers: readonly { readonly answer: Answer; readonly key: string }[] = [
  { answer: 'same', key: 'S' },
  { answer: 'different', key: 'D' },
  { answer: 'later', key: 'L' },
];

/** Whether a key belongs to something else: a text field, a menu or a window that is open. */
const isTaken = (event: KeyboardEvent): boolean =>
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  event.repeat ||
  (event.target instanceof HTMLElement &&
    event.target.matches('input:not([type="radio"]), textarea, select, [contenteditable="true"]')) ||
  document.querySelector('[role="dialog"], [role="menu"]') !== null;

/** The doubtful pairs, one at a time: two records side by side, why they may be one customer, and three answers. */
export const ReviewQueue = () => {
  const review = useReview();
  const { pair } = review;
  const [said, setSaid] = useState('');
  const say = (answer: Answer): void => {
    if (pair === null) return;
    setSaid(t(`same.said.${answer}`, { name: recordName(pair.a) }));
    review.answer(answer);
  };
  const undo = async (): Promise<void> => {
    if (await review.undo()) setSaid(t('same.said.undone'));
  };
  const onKey = useRef<(event: KeyboardEvent) => void>(() => {});
  onKey.current = (event) => {
    if (isTaken(event)) return;
    const found = answers.find(({ key }) => key === event.key.toUpperCase());
    const isRadio = event.target instanceof HTMLElement && event.target.matches('input');
    if (found) say(found.answer);
    else if (event.key === 'ArrowRight' && !isRadio) review.step(1);
    else if (event.key === 'ArrowLeft' && !isRadio) review.step(-1);
    else return;
    event.preventDefault();
  };
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey.current(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);

  if (review.error)
    return <ErrorPanel error={review.error} action={<Button onClick={review.retry}>{t('app.retry')}</Button>} />;
  if (review.isLoading) return null;
  const total = review.done + review.left;
  const undoButton = (
    <Button
      variant="default"
      leftSection={<IconArrowBackUp size={16} aria-hidden />}
      disabled={!review.canUndo}
      onClick={undo}
    >
      {t('same.key.undo')}
    </Button>
  );
  const status = (
    <p className={classes.said} role="status">
      {said}
    </p>
  );
  if (pair === null)
    return (
      <Panel>
        {status}
        <EmptyState
          icon={<IconCircleCheck size={36} stroke={1.4} aria-hidden />}
          title={t(review.done > 0 ? 'same.queue.done' : 'same.queue.none')}
          action={review.canUndo ? undoButton : undefined}
        >
          {t('same.queue.done.text')}
        </EmptyState>
      </Panel>
    );
  return (
    <Panel>
      <div className={classes.queue}>
        <div className={classes.top}>
          <span className={classes.place}>{t('same.queue.place', { at: review.place + 1, total: review.left })}</span>
          <Progress.Root size={6} className={classes.progress}>
            <Progress.Section
              value={(100 * review.done) / Math.max(1, total)}
              aria-label={t('same.queue.progress.label')}
            />
          </Progress.Root>
          <span className={classes.progressText}>{t('same.queue.progress', { done: review.done })}</span>
        </div>
        <Likelihood pair={pair} />
        <RecordTable records={[pair.a, pair.b]} agreeing={agreeingFields(pair)} />
        <Reasons pair={pair} />
        <div className={classes.answers}>
          {answers.map(({ answer, key }) => (
            <Button
              key={answer}
              variant="default"
              size="md"
              rightSection={<kbd className={classes.key}>{key}</kbd>}
              aria-keyshortcuts={key}
              onClick={() => say(answer)}
            >
              {t(`same.key.${answer}`)}
            </Button>
          ))}
          <span className={classes.space} />
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('same.key.back')}
            disabled={review.place === 0}
            onClick={() => review.step(-1)}
          >
            <IconChevronLeft size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('same.key.next')}
            disabled={review.place + 1 >= review.left}
            onClick={() => review.step(1)}
          >
            <IconChevronRight size={18} aria-hidden />
          </ActionIcon>
          {undoButton}
        </div>
        <div className={classes.bottom}>
          <span>{t('same.keys')}</span>
          {status}
        </div>
      </div>
    </Panel>
  );
};
