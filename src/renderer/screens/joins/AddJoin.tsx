import { Button, Modal, Select } from '@mantine/core';
import { useEffect, useState } from 'react';
import { type AppError, isCancelled } from '../../../shared/errors.ts';
import type { Join, JoinColumnName, JoinTableView } from '../../../shared/model/join.ts';
import { api } from '../../client/api.ts';
import { startJob, useJobs } from '../../client/jobs.ts';
import { change } from '../../client/project.ts';
import { toAppError } from '../../client/to-app-error.ts';
import { t, tell, tellError } from '../../client/words.ts';
import { Delayed } from '../../components/Delayed.tsx';
import { JobProgress } from '../../components/JobProgress.tsx';
import { notifyUndoable } from '../../components/UndoNotice.tsx';
import classes from './joins.module.css';

interface Ends {
  readonly left: Partial<JoinColumnName>;
  readonly right: Partial<JoinColumnName>;
}
const isWhole = (end: Partial<JoinColumnName>): end is JoinColumnName =>
  end.sourceId !== undefined && end.column !== undefined;

/** What joining by these columns would find, counted while somebody is still choosing. */
const useTried = ({ left, right }: Ends) => {
  const [tried, setTried] = useState<Join | AppError | null>(null);
  const [counting, setCounting] = useState(false);
  /** How often somebody wanted to know. */
  const [turn, setTurn] = useState(0);
  const [leftId, leftColumn, rightId, rightColumn] = [left.sourceId, left.column, right.sourceId, right.column];
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted anew where somebody wants it
  useEffect(() => {
    setTried(null);
    setCounting(false);
    const ends = { left: { sourceId: leftId, column: leftColumn }, right: { sourceId: rightId, column: rightColumn } };
    const { left: one, right: other } = ends as Ends;
    if (!isWhole(one) || !isWhole(other)) return;
    const stop = new AbortController();
    setCounting(true);
    startJob(t('joins.add.counting'), () => api.joins.try({ left: one, right: other }), stop.signal)
      .then(
        (join) => {
          if (!stop.signal.aborted) setTried(join);
        },
        (error: unknown) => {
          if (!stop.signal.aborted) setTried(toAppError(error));
        },
      )
      .finally(() => {
        if (!stop.signal.aborted) setCounting(false);
      });
    return () => stop.abort();
  }, [leftId, leftColumn, rightId, rightColumn, turn]);
  return { tried, counting, again: () => setTurn(turn + 1) };
};

interface EndProps {
  readonly label: string;
  readonly tables: readonly JoinTableView[];
  readonly end: Partial<JoinColumnName>;
  readonly onChange: (end: Partial<JoinColumnName>) => void;
}

const End = ({ label, tables, end, onChange }: EndProps) => {
  const table = tables.find(({ sourceId }) => sourceId === end.sourceId);
  return (
    <div className={classes.end}>
      <Select
        label={label}
        placeholder={t('joins.add.choose')}
        allowDeselect={false}
        data={tables.map(({ sourceId, name }) => ({ value: String(sourceId), label: name }))}
        value={end.sourceId === undefined ? null : String(end.sourceId)}
        onChange={(value) => value !== null && onChange({ sourceId: Number(value) })}
      />
      <Select
        label={t('joins.add.column')}
        placeholder={t('joins.add.choose')}
        allowDeselect={false}
        searchable
        disabled={table === undefined}
        data={table?.columns.map(({ name }) => name) ?? []}
        value={end.column ?? null}
        onChange={(column) => column !== null && onChange({ ...end, column })}
      />
    </div>
  );
};

interface AddJoinProps {
  readonly tables: readonly JoinTableView[];
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onAdded: (id: string) => void;
}

/** A connection of one's own: two columns, and at once what finds a partner. */
export const AddJoin = ({ tables, opened, onClose, onAdded }: AddJoinProps) => {
  const [ends, setEnds] = useState<Ends>({ left: {}, right: {} });
  const { tried, counting, again } = useTried(ends);
  const running = useJobs((jobs) => jobs.running);
  const { left, right } = ends;
  const close = () => {
    setEnds({ left: {}, right: {} });
    onClose();
  };
  const add = async () => {
    if (!isWhole(left) || !isWhole(right)) return;
    close();
    const done = await change(() => startJob(t('joins.job'), () => api.joins.add({ left, right })));
    if (done === null) return;
    onAdded(done.join.id);
    notifyUndoable(t('joins.added'));
  };
  const found = tried !== null && 'summary' in tried ? tried : null;
  const problem = tried !== null && !('summary' in tried) ? tried : null;
  return (
    <Modal.Root opened={opened} onClose={close} size={620}>
      <Modal.Overlay />
      <Modal.Content>
        <div className={classes.modalTop}>
          <Modal.Title className={classes.modalTitle}>{t('joins.add.title')}</Modal.Title>
          <Modal.CloseButton aria-label={t('app.close')} />
        </div>
        <Modal.Body>
          <div className={classes.ends}>
            <End
              label={t('joins.add.left')}
              tables={tables}
              end={left}
              onChange={(end) => setEnds({ ...ends, left: end })}
            />
            <End
              label={t('joins.add.right')}
              tables={tables.filter(({ sourceId }) => sourceId !== left.sourceId)}
              end={right}
              onChange={(end) => setEnds({ ...ends, right: end })}
            />
          </div>
          <div className={classes.tried} aria-live="polite">
            {counting && (
              <Delayed>
                <JobProgress
                  label={t('joins.add.counting')}
                  stage={null}
                  fraction={running?.fraction ?? 0}
                  cancelling={running?.cancelling ?? false}
                  onCancel={running?.cancel ?? null}
                />
              </Delayed>
            )}
            {found !== null && (
              <>
                <p className={classes.text}>{tell(found.summary)}</p>
                {found.doubts.map((doubt) => (
                  <p key={doubt.key} className={classes.doubt}>
                    {tell(doubt)}
                  </p>
                ))}
              </>
            )}
            {problem !== null && (
              <>
                <p className={classes.doubt}>{isCancelled(problem) ? t('joins.add.stopped') : tellError(problem)}</p>
                <Button variant="default" onClick={again}>
                  {t('joins.add.again')}
                </Button>
              </>
            )}
          </div>
          <Button disabled={found === null} onClick={add}>
            {t('joins.add.do')}
          </Button>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
};
