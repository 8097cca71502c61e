import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { namesCustomers, type ReportComposition, type ReportFormat } from '../../../shared/model/report.ts';
import { exportReport } from '../../client/exports.ts';
import { useJobs } from '../../client/jobs.ts';
import { locale, t } from '../../client/words.ts';
import classes from './composer.module.css';
import { keepNow } from './composition.ts';

interface SaveReportProps {
  readonly composition: ReportComposition;
  readonly segmentationId: number;
}

const formats = ['pdf', 'html', 'xlsx', 'pptx'] as const satisfies ReportFormat[];
/** As it was last chosen, as long as the window is open. */
let lastFormat: ReportFormat = 'pdf';

/** Writes what is on screen, as the kind of file that was chosen last. */
export const SaveReport = ({ composition, segmentationId }: SaveReportProps) => {
  const [format, setFormat] = useState<ReportFormat>(lastFormat);
  const busy = useJobs(({ running }) => running !== null);
  const save = async (as: ReportFormat) => {
    lastFormat = as;
    setFormat(as);
    await keepNow();
    await exportReport({ segmentationId, withCustomers: namesCustomers(composition), format: as, locale });
  };
  return (
    <div className={classes.save}>
      <Button
        className={classes.saveMain ?? ''}
        leftSection={<IconFileText size={16} stroke={1.7} />}
        disabled={busy || composition.cards.length === 0}
        onClick={() => void save(format)}
      >
        {t('composer.save', { format: t(`composer.format.${format}`) })}
      </Button>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <Button
            className={classes.saveOther ?? ''}
            aria-label={t('composer.save.other')}
            disabled={busy || composition.cards.length === 0}
          >
            <IconChevronDown size={16} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {formats.map((one) => (
            <Menu.Item key={one} onClick={() => void save(one)}>
              <span className={classes.formatName}>{t('composer.save', { format: t(`composer.format.${one}`) })}</span>
              <span className={classes.formatText}>{t(`composer.format.${one}.text`)}</span>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
};
