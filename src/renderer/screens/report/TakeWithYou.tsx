import { Button, Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { word } from '../../charts/words.ts';
import { exportTable } from '../../client/exports.ts';
import { useHasContacts } from '../../client/has-contacts.ts';
import { useJobs } from '../../client/jobs.ts';
import { goTo } from '../../client/navigation.ts';
import { t, tell } from '../../client/words.ts';
import { Panel } from '../../components/Panel.tsx';
import classes from './report.module.css';

interface ItemProps {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

const Item = ({ title, text, children }: ItemProps) => (
  <div className={classes.item}>
    <h3 className={classes.itemTitle}>{title}</h3>
    <p className={classes.itemText}>{text}</p>
    <div className={classes.itemButtons}>{children}</div>
  </div>
);

type TableExport = Parameters<typeof exportTable>[1];

/** The same table as CSV or for Excel. */
const Formats = ({ what, input }: { what: string; input: Omit<TableExport, 'format'> }) => {
  const busy = useJobs(({ running }) => running !== null);
  return (
    <>
      {(['csv', 'xlsx'] as const).map((ending) => (
        <Button
          key={ending}
          variant="default"
          disabled={busy}
          aria-label={t('app.export.as', { what, format: t(`app.export.${ending}`) })}
          onClick={() => exportTable(what, { ...input, format: ending })}
        >
          {t(`app.export.${ending}`)}
        </Button>
      ))}
    </>
  );
};

/** Tables and mailing lists for other programs, and where the pictures are. */
export const TakeWithYou = ({ segmentation }: { readonly segmentation: Segmentation }) => {
  const [whom, setWhom] = useState('all');
  const hasContacts = useHasContacts();
  const { id: segmentationId, segments } = segmentation;
  const chosen = segments.some(({ id }) => String(id) === whom) ? whom : 'all';
  const mailing = { what: 'mailingList', segmentationId } as const;
  return (
    <Panel heading={word('report.files')}>
      <Item title={word('report.segments')} text={word('report.segments.text')}>
        <Formats what={word('report.segments')} input={{ what: 'segments', segmentationId }} />
      </Item>
      <Item title={word('report.customers')} text={word('report.customers.text')}>
        <Formats what={word('report.customers')} input={{ what: 'customers', segmentationId }} />
      </Item>
      <Item
        title={word('report.mailingList')}
        text={word(hasContacts === false ? 'one.noMailingList' : 'report.mailingList.text')}
      >
        {hasContacts !== false && (
          <>
            <Select
              size="xs"
              className={classes.whom ?? ''}
              aria-label={word('report.mailingList.whom')}
              data={[
                { value: 'all', label: word('report.mailingList.everybody') },
                ...segments.map(({ id, name }) => ({ value: String(id), label: tell(name) })),
              ]}
              value={chosen}
              allowDeselect={false}
              onChange={(value) => setWhom(value ?? 'all')}
            />
            <Formats
              what={word('report.mailingList')}
              input={chosen === 'all' ? mailing : { ...mailing, segmentIds: [Number(chosen)] }}
            />
          </>
        )}
      </Item>
      <Item title={word('report.pictures')} text={word('report.pictures.text')}>
        {(['segments', 'map', 'tree'] as const).map((screen) => (
          <Button key={screen} variant="default" onClick={() => goTo(screen)}>
            {t(`app.screen.${screen}`)}
          </Button>
        ))}
      </Item>
    </Panel>
  );
};
