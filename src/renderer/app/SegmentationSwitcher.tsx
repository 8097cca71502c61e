import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import type { SegmentationSummary } from '../../shared/model/segmentation.ts';
import { activateSegmentation, useSegmentations } from '../client/project.ts';
import { format, locale, t } from '../client/words.ts';
import classes from './SegmentationSwitcher.module.css';

const nameOf = ({ method, k }: SegmentationSummary) => t(`app.segmentation.${method}`, { k });

const timeOf = (iso: string) => {
  const at = new Date(iso);
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(at);
  return at.toDateString() === new Date().toDateString() ? time : `${format.day(iso)}, ${time}`;
};

/** All kept segmentations; choosing one makes it the one that every screen shows. */
export const SegmentationSwitcher = () => {
  const kept = useSegmentations().data ?? [];
  const active = kept.find((one) => one.active);
  if (!active) return null;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <UnstyledButton className={classes.button} aria-label={`${t('app.segmentations')}: ${nameOf(active)}`}>
          <span className={classes.name}>{nameOf(active)}</span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('app.segmentations')}</Menu.Label>
        {kept.map((one) => (
          <Menu.Item
            key={one.id}
            aria-current={one.active}
            leftSection={<IconCheck size={15} aria-hidden className={one.active ? '' : classes.hidden} />}
            onClick={() => !one.active && activateSegmentation(one.id)}
          >
            {nameOf(one)}
            <span className={classes.when}>
              {t('app.segmentation.made', { when: timeOf(one.createdAt) })}
              {one.stale && ` · ${t('app.segmentation.stale')}`}
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
