import type { KeptPrediction, Outlook, OutlookOf } from '../../../shared/model/prediction.ts';
import { format, t } from '../../client/words.ts';
import { Panel } from '../../components/Panel.tsx';
import { expectedText, lostText, stakeText } from './outlook-text.ts';
import classes from './predict.module.css';

/** In the order in which something is to be done about them. */
const order = ['slipping', 'due', 'once', 'staying', 'gone'] as const;

interface AheadPlanProps {
  readonly kept: KeptPrediction;
  readonly chosen: OutlookOf | null;
  readonly onChoose: (of: OutlookOf) => void;
}

/** What to do in the next days: each group with who is in it, what is at stake or expected, and one advice. */
export const AheadPlan = ({ kept, chosen, onChoose }: AheadPlanProps) => {
  const { margin } = kept.asked;
  const outlookOf = (of: (typeof order)[number]): Outlook =>
    of === 'due' ? kept.due : kept.groups.find(({ group }) => group === of)!;
  const figure = (of: (typeof order)[number], outlook: Outlook): string =>
    of === 'slipping'
      ? stakeText(outlook, margin)
      : of === 'gone'
        ? lostText(outlook, margin)
        : of === 'due'
          ? t('ahead.soonOrders', { value: outlook.soon })
          : expectedText(outlook, margin);
  return (
    <Panel
      flush
      heading={t('ahead.plan')}
      aside={<span className={classes.aside}>{t('ahead.plan.note', { soon: kept.found.soon.expected })}</span>}
    >
      <ul className={classes.plan}>
        {order.map((of) => {
          const outlook = outlookOf(of);
          return (
            <li key={of}>
              <button
                type="button"
                className={classes.group}
                aria-pressed={chosen === of}
                disabled={outlook.customers === 0}
                onClick={() => onChoose(of)}
              >
                <span className={classes.groupName}>{t(`ahead.group.${of}`)}</span>
                <span className={classes.groupSize}>{format.number(outlook.customers)}</span>
                <span className={classes.groupUnit}>{t('ahead.unit', { customers: outlook.customers })}</span>
                <span className={classes.groupFigure}>{figure(of, outlook)}</span>
                <span className={classes.groupWhat}>{t(`ahead.group.${of}.what`)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
};
