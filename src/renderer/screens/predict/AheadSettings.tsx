import { Slider } from '@mantine/core';
import { useId, useState } from 'react';
import { t } from '../../client/words.ts';
import { Panel } from '../../components/Panel.tsx';
import classes from './predict.module.css';
import type { Asked } from './use-prediction.ts';

/** Days that one may look ahead, from a month to two years. */
const horizons = [30, 60, 91, 183, 274, 365, 548, 730] as const;

interface SettingProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly text: (value: number) => string;
  readonly onChange: (value: number) => void;
}

const Setting = ({ label, value, min, max, step, text, onChange }: SettingProps) => {
  const id = useId();
  const [now, setNow] = useState(value);
  return (
    <div className={classes.setting}>
      <span id={id} className={classes.settingLabel}>
        {label}
      </span>
      <Slider
        {...{ value: now, min, max, step }}
        size="sm"
        label={null}
        thumbProps={{ 'aria-labelledby': id, 'aria-valuetext': text(now) }}
        onChange={setNow}
        onChangeEnd={onChange}
      />
      <span className={classes.settingValue}>{text(now)}</span>
    </div>
  );
};

interface AheadSettingsProps {
  readonly asked: Asked;
  readonly hasMoney: boolean;
  readonly onAsk: (asked: Asked) => void;
}

/** How far ahead, and what of the money counts. */
export const AheadSettings = ({ asked, hasMoney, onAsk }: AheadSettingsProps) => {
  const place = horizons.reduce<number>(
    (best, days, i) => (Math.abs(days - asked.horizonDays) < Math.abs(horizons[best]! - asked.horizonDays) ? i : best),
    0,
  );
  return (
    <Panel>
      <div className={classes.settings}>
        <Setting
          key={`days ${place}`}
          label={t('ahead.horizon')}
          {...{ value: place, min: 0, max: horizons.length - 1, step: 1 }}
          text={(value) => t('ahead.horizon.value', { days: horizons[value]! })}
          onChange={(value) => onAsk({ ...asked, horizonDays: horizons[value]! })}
        />
        {hasMoney && (
          <Setting
            key={`margin ${asked.margin}`}
            label={t('ahead.margin')}
            {...{ value: asked.margin, min: 0.05, max: 1, step: 0.05 }}
            text={(value) => t('ahead.margin.value', { margin: value })}
            onChange={(margin) => onAsk({ ...asked, margin })}
          />
        )}
        {hasMoney && (
          <Setting
            key={`discount ${asked.discountRate}`}
            label={t('ahead.discount')}
            {...{ value: asked.discountRate, min: 0, max: 0.3, step: 0.01 }}
            text={(value) => t('ahead.discount.value', { rate: value })}
            onChange={(discountRate) => onAsk({ ...asked, discountRate })}
          />
        )}
      </div>
    </Panel>
  );
};
