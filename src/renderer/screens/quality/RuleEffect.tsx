import { Button } from '@mantine/core';
import type { RulePreview } from '../../../shared/model/quality.ts';
import type { SetAsideReason, Totals } from '../../../shared/model/source.ts';
import { api } from '../../client/api.ts';
import { useJobs } from '../../client/jobs.ts';
import { look } from '../../client/look.ts';
import { useProjectQuery } from '../../client/queries.ts';
import { format, t } from '../../client/words.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { JobProgress } from '../../components/JobProgress.tsx';
import classes from './quality.module.css';
import { switchRule } from './RuleList.tsx';

const figures = ['customers', 'orders', 'orderLines', 'revenue'] as const satisfies (keyof Totals)[];

const said = (name: (typeof figures)[number], value: number): string =>
  name === 'revenue' ? format.money(value) : format.number(value);

const difference = (name: (typeof figures)[number], before: number, after: number): string => {
  const by = Math.round((after - before) * 100) / 100;
  return by === 0 ? '–' : `${by > 0 ? '+' : '−'}${said(name, Math.abs(by))}`;
};

const Figures = ({ before, after }: Pick<RulePreview, 'before' | 'after'>) => (
  <table className={classes.figures}>
    <thead>
      <tr>
        <th scope="col">{t('mend.preview.what')}</th>
        <th scope="col">{t('mend.preview.now')}</th>
        <th scope="col">{t('mend.preview.then')}</th>
        <th scope="col">{t('mend.preview.change')}</th>
      </tr>
    </thead>
    <tbody>
      {figures.map((name) => {
        const [now, then] = [before[name], after[name]];
        if (now === null || then === null) return null;
        return (
          <tr key={name}>
            <th scope="row">{t(`mend.preview.${name}`)}</th>
            <td>{said(name, now)}</td>
            <td>{said(name, then)}</td>
            <td>{difference(name, now, then)}</td>
          </tr>
        );
      })}
    </tbody>
  </table>
);

/** A line as its cells. */
const Examples = ({ examples }: Pick<RulePreview, 'examples'>) => (
  <ul className={classes.examples}>
    {examples.map(({ row, cells }) => (
      <li key={row}>
        <span className={classes.from}>
          {t('mend.table.row')} {format.number(row)}
        </span>{' '}
        {cells
          .filter(({ value }) => value !== null && value !== '')
          .map(({ value }) => String(value).replace('T', ' '))
          .join(' · ')}
      </li>
    ))}
  </ul>
);

/** What switching a rule over would do to customers, orders and money; nothing is changed by looking. */
export const RuleEffect = ({ reason }: { readonly reason: SetAsideReason }) => {
  const running = useJobs((jobs) => jobs.running);
  const effect = useProjectQuery(
    ['quality.preview', reason],
    (signal) => look(t('mend.preview.job'), () => api.quality.preview({ reason }), signal),
    { keep: false },
  );
  const what = t(`aside.${reason}`);
  return (
    <div className={classes.detail} aria-live="polite">
      <section>
        <h2 className={classes.heading}>{what}</h2>
        {effect.error ? (
          <ErrorPanel
            error={effect.error}
            action={<Button onClick={() => effect.refetch()}>{t('app.retry')}</Button>}
          />
        ) : effect.data === undefined ? (
          <JobProgress
            label={t('mend.preview.job')}
            stage={running?.stage ?? null}
            fraction={running?.fraction ?? 0}
            cancelling={running?.cancelling ?? false}
            onCancel={running?.cancel ?? null}
          />
        ) : (
          <>
            <p className={classes.place}>{t(effect.data.on ? 'mend.preview.off' : 'mend.preview.on')}</p>
            <Figures before={effect.data.before} after={effect.data.after} />
            <Button
              fullWidth
              className={classes.do ?? ''}
              disabled={running !== null}
              onClick={() => switchRule(reason, !effect.data.on)}
            >
              {t(effect.data.on ? 'mend.preview.undo' : 'mend.preview.do')}
            </Button>
          </>
        )}
      </section>
      {effect.data !== undefined && effect.data.examples.length > 0 && (
        <section>
          <h2 className={classes.heading}>{t('mend.preview.examples')}</h2>
          <Examples examples={effect.data.examples} />
        </section>
      )}
    </div>
  );
};
