import { Button, Menu, SegmentedControl, TextInput } from '@mantine/core';
import { IconDownload, IconPlus, IconUserQuestion } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { api } from '../../client/api.ts';
import { exportFeatures } from '../../client/exports.ts';
import { chooseFacts, useFactChoice } from '../../client/fact-choice.ts';
import { startJob, useJobs } from '../../client/jobs.ts';
import { goTo } from '../../client/navigation.ts';
import { notify } from '../../client/notify.ts';
import { openSpreadsheet } from '../../client/open-files.ts';
import { change, useProject } from '../../client/project.ts';
import { useSegmentation } from '../../client/queries.ts';
import { clearSelection } from '../../client/selection.ts';
import { t, tell } from '../../client/words.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { JobProgress } from '../../components/JobProgress.tsx';
import { Screen } from '../../components/Screen.tsx';
import { BeforeAfterView } from './BeforeAfterView.tsx';
import { FactDetail } from './FactDetail.tsx';
import { FactRow } from './FactRow.tsx';
import pictures from './fact-pictures.module.css';
import classes from './facts.module.css';
import { MissingView } from './MissingView.tsx';
import { OwnFact } from './OwnFact.tsx';
import { ScoreSteps } from './ScoreSteps.tsx';
import { TogetherView } from './TogetherView.tsx';
import { type FactsView, useFacts } from './use-facts.ts';

/** Before there is anything to show: no customers, too many to begin unasked, on the way, or a problem. */
const NoFacts = ({ view }: { readonly view: FactsView }) => {
  const project = useProject();
  const running = useJobs((jobs) => jobs.running);
  const customers = project?.totals?.customers ?? 0;
  const icon = <IconUserQuestion size={40} stroke={1.3} aria-hidden />;
  return (
    <Screen title={t('facts.title.first')}>
      {customers === 0 ? (
        <EmptyState
          icon={icon}
          title={t('facts.noData.title')}
          action={<Button onClick={() => openSpreadsheet('current')}>{t('data.add')}</Button>}
        >
          {t('facts.noData')}
        </EmptyState>
      ) : view.error ? (
        <ErrorPanel error={view.error} action={<Button onClick={view.retry}>{t('app.retry')}</Button>} />
      ) : view.asks ? (
        <EmptyState
          icon={icon}
          title={t('facts.large.title')}
          action={<Button onClick={view.start}>{t('facts.large.do')}</Button>}
        >
          {t('facts.large', { customers })}
        </EmptyState>
      ) : (
        <div className={classes.looking}>
          <JobProgress
            label={t('facts.job')}
            stage={running?.stage ?? 'features'}
            fraction={running?.fraction ?? 0}
            cancelling={running?.cancelling ?? false}
            onCancel={running?.cancel ?? null}
          />
        </div>
      )}
    </Screen>
  );
};

const views = ['list', 'together', 'missing', 'before'] as const;

/** Everything that can be said of every customer: how it is worked out, how customers differ, and what segments are made from. */
export const FactsScreen = () => {
  const view = useFacts();
  const project = useProject();
  const segmentation = useSegmentation().data ?? null;
  const running = useJobs((jobs) => jobs.running);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [isWriting, setWriting] = useState(false);
  const choice = useFactChoice(project?.path);
  const [shownAs, setShownAs] = useState<(typeof views)[number]>('list');
  const { snapshot, groups, catalogue } = view;
  const usual = useMemo(
    () =>
      segmentation?.preparation.map(({ feature }) => feature) ??
      catalogue.filter(({ base }) => base).map(({ key }) => key),
    [segmentation, catalogue],
  );
  if (snapshot === null || groups.length === 0 || project === null) return <NoFacts view={view} />;
  const all = groups.flatMap(({ facts }) => facts);
  const isThere = (key: string) => all.some(({ feature }) => feature.key === key);
  const used = (choice ?? usual).filter(isThere);
  const use = (key: string, on: boolean) => {
    const next = on ? [...used, key] : used.filter((one) => one !== key);
    chooseFacts(project.path, next.length === 0 ? null : next);
  };
  const makeSegments = async () => {
    const made = await change(() =>
      startJob(t('facts.chosen.job'), () =>
        api.segmentation.run({ method: segmentation?.method ?? 'kmeans', k: 'auto', features: used }),
      ),
    );
    if (made === null) return;
    clearSelection();
    goTo('segments');
  };
  const wanted = search.trim().toLowerCase();
  const shown = groups
    .map(({ group, facts }) => ({
      group,
      facts: facts.filter(({ feature }) => tell(feature.name).toLowerCase().includes(wanted)),
    }))
    .filter(({ facts }) => facts.length > 0);
  const fact = all.find(({ feature }) => feature.key === chosen) ?? shown[0]?.facts[0];
  return (
    <Screen
      fill
      title={t('facts.title', { facts: all.length, customers: snapshot.customers })}
      subtitle={t('facts.subtitle', { day: snapshot.asOf })}
      actions={
        <>
          <Menu>
            <Menu.Target>
              <Button
                variant="default"
                leftSection={<IconDownload size={16} aria-hidden />}
                disabled={running !== null}
              >
                {t('facts.export')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {(['csv', 'xlsx'] as const).map((format) => (
                <Menu.Item key={format} onClick={() => exportFeatures({ snapshotId: snapshot.id, format })}>
                  {t(`facts.export.${format}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setWriting(true)}>
            {t('facts.own')}
          </Button>
        </>
      }
      inspector={fact && <FactDetail key={fact.feature.key} fact={fact} snapshot={snapshot} />}
    >
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          aria-label={t('factPicture.views')}
          value={shownAs}
          data={views.map((one) => ({ value: one, label: t(`factPicture.view.${one}`) }))}
          onChange={(one) => setShownAs(one as (typeof views)[number])}
        />
        <TextInput
          className={classes.search ?? ''}
          aria-label={t('facts.find')}
          placeholder={t('facts.find')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        {snapshot.asOf !== null && (
          <>
            <TextInput
              type="date"
              aria-label={t('facts.day')}
              value={view.asOf ?? snapshot.asOf}
              max={project.totals?.lastDay ?? undefined}
              min={project.totals?.firstDay ?? undefined}
              onChange={(event) => view.setAsOf(event.currentTarget.value === '' ? null : event.currentTarget.value)}
            />
            {view.asOf !== null && (
              <Button variant="default" onClick={() => view.setAsOf(null)}>
                {t('facts.day.last')}
              </Button>
            )}
            <ScoreSteps breaks={view.breaks} onChange={view.setBreaks} />
          </>
        )}
      </div>
      {view.error && <ErrorPanel error={view.error} action={<Button onClick={view.retry}>{t('app.retry')}</Button>} />}
      {shownAs === 'together' && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
        <section className={pictures.scroll} tabIndex={0} aria-label={t('factPicture.view.together')}>
          <TogetherView
            snapshot={snapshot}
            features={all.map(({ feature }) => feature)}
            used={used}
            onDrop={(key) => {
              use(key, false);
              notify(
                t('factPicture.same.dropped', { fact: tell(all.find((one) => one.feature.key === key)!.feature.name) }),
              );
            }}
          />
        </section>
      )}
      {shownAs === 'missing' && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
        <section className={pictures.scroll} tabIndex={0} aria-label={t('factPicture.view.missing')}>
          <MissingView snapshot={snapshot} features={all.map(({ feature }) => feature)} segmentation={segmentation} />
        </section>
      )}
      {shownAs === 'before' && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
        <section className={pictures.scroll} tabIndex={0} aria-label={t('factPicture.view.before')}>
          <BeforeAfterView segmentation={segmentation} onOpen={setChosen} />
        </section>
      )}
      <div className={classes.list} hidden={shownAs !== 'list'} data-old={view.isOld} aria-busy={view.isOld}>
        {shown.length === 0 && <p className={classes.text}>{t('facts.find.none')}</p>}
        {shown.map(({ group, facts }) => (
          <section key={group} aria-label={t(`facts.group.${group}`)}>
            <h2 className={classes.group}>{t(`facts.group.${group}`)}</h2>
            <ul className={classes.facts}>
              {facts.map(({ feature }) => (
                <FactRow
                  key={feature.key}
                  feature={feature}
                  snapshotId={snapshot.id}
                  customers={snapshot.customers}
                  chosen={feature.key === fact?.feature.key}
                  used={used.includes(feature.key)}
                  onChoose={() => setChosen(feature.key)}
                  onUse={(on) => use(feature.key, on)}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <div className={classes.foot}>
        <span>{t('facts.chosen', { count: used.length })}</span>
        {choice !== null && (
          <Button variant="default" onClick={() => chooseFacts(project.path, null)}>
            {t('facts.chosen.usual')}
          </Button>
        )}
        <Button disabled={used.length === 0 || running !== null} onClick={makeSegments}>
          {t('facts.chosen.go')}
        </Button>
      </div>
      {isWriting && (
        <OwnFact
          features={all.map(({ feature }) => feature)}
          snapshotId={snapshot.id}
          onClose={() => setWriting(false)}
          onKept={(key) => {
            setWriting(false);
            setSearch('');
            setChosen(key);
          }}
        />
      )}
    </Screen>
  );
};
