import { Radio, Stack, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { Method } from '../../../shared/model/segmentation.ts';
import { word } from '../../charts/words.ts';
import { t } from '../../client/words.ts';
import classes from './segments.module.css';

const usual = ['kmeans', 'ward'] as const;
const more = [
  ...(['kmedoids', 'gmm', 'hdbscan', 'rules', 'microward'] as const),
  ...(['average', 'complete', 'single', 'weighted'] as const),
];
const isUsual = (method: Method): method is (typeof usual)[number] => usual.some((one) => one === method);
const isMore = (method: string): method is (typeof more)[number] => more.some((one) => one === method);

/** Ways that find by themselves how many segments there are. */
export const findsNumber = (method: Method): boolean => method === 'hdbscan' || method === 'rules';

interface WayChoiceProps {
  readonly method: Method;
  /** Plain rules need them. */
  readonly hasOrders: boolean;
  onChange(method: Method): void;
}

/** The two ways that serve nearly everybody, and the others for who asks. */
export const WayChoice = ({ method, hasOrders, onChange }: WayChoiceProps) => {
  const [open, setOpen] = useState(!isUsual(method));
  return (
    <Radio.Group
      label={word('segments.way')}
      value={method}
      onChange={(value) => onChange(isMore(value) || isUsual(value as Method) ? (value as Method) : 'kmeans')}
    >
      <Stack gap={10} mt={8}>
        {usual.map((way) => (
          <Radio
            key={way}
            value={way}
            label={word(`segments.way.${way}`)}
            description={word(`segments.way.${way}.text`)}
          />
        ))}
        <UnstyledButton className={classes.moreWays ?? ''} aria-expanded={open} onClick={() => setOpen(!open)}>
          <IconChevronRight size={14} aria-hidden />
          {t('trust.ways.more')}
        </UnstyledButton>
        {open &&
          more
            .filter((way) => hasOrders || way !== 'rules')
            .map((way) => (
              <Radio key={way} value={way} label={t(`trust.way.${way}`)} description={t(`trust.way.${way}.text`)} />
            ))}
      </Stack>
    </Radio.Group>
  );
};
