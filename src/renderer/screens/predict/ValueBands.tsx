import type { KeptPrediction, OutlookOf } from '../../../shared/model/prediction.ts';
import { format, t } from '../../client/words.ts';
import { Panel } from '../../components/Panel.tsx';
import { wholeMoney } from './outlook-text.ts';
import classes from './predict.module.css';

interface ValueBandsProps {
  readonly kept: KeptPrediction;
  readonly chosen: OutlookOf | null;
  readonly onChoose: (of: OutlookOf) => void;
}

const bandName = (upTo: number, before: number): string =>
  before === 0
    ? t('ahead.band.first', { upTo })
    : upTo === 1
      ? t('ahead.band.rest')
      : t('ahead.band.next', { upTo: upTo - before });

/** The pyramid of value: how few customers bring how much of what is to come. A band selects who is in it. */
export const ValueBands = ({ kept, chosen, onChoose }: ValueBandsProps) => {
  const { bands, asked } = kept;
  const bandValue = ({ worth, orders }: (typeof bands)[number]) => worth?.expected ?? orders;
  const all = bands.reduce((sum, band) => sum + bandValue(band), 0);
  const most = Math.max(...bands.map(bandValue));
  const firstFifth = bands.filter(({ upTo }) => upTo <= 0.2).reduce((sum, band) => sum + bandValue(band), 0);
  return (
    <Panel
      heading={t('ahead.bands')}
      aside={
        <span className={classes.aside}>
          {t('ahead.bands.title', { upTo: 0.2, share: all > 0 ? firstFifth / all : 0 })}
        </span>
      }
    >
      <ul className={classes.bands}>
        {bands.map((band, i) => (
          <li key={band.upTo}>
            <button
              type="button"
              className={classes.band}
              aria-pressed={chosen === i}
              disabled={band.customers === 0}
              onClick={() => onChoose(i)}
            >
              <span className={classes.bandName}>{bandName(band.upTo, bands[i - 1]?.upTo ?? 0)}</span>
              <span className={classes.bandCustomers}>{t('ahead.customers', { customers: band.customers })}</span>
              <span className={classes.bandTrack} aria-hidden>
                <span
                  className={classes.bandBar}
                  style={{ width: `${(100 * bandValue(band)) / Math.max(most, 1e-9)}%` }}
                />
              </span>
              <span className={classes.bandShare}>{format.share(all > 0 ? bandValue(band) / all : 0)}</span>
              <span className={classes.bandValue}>
                {band.worth === null
                  ? format.number(Math.round(band.orders))
                  : wholeMoney(band.worth.expected * asked.margin)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
};
