import { Anchor, Button, Menu } from '@mantine/core';
import { IconArrowLeft, IconDownload } from '@tabler/icons-react';
import type { ComparedFlow, Comparison } from '../../../shared/model/comparison.ts';
import type { NumberRef } from '../../../shared/model/number-origin.ts';
import { comparedFlowLine, reasonLine } from '../../../shared/picture/comparison-words.ts';
import { api } from '../../client/api.ts';
import { exportFlow } from '../../client/exports.ts';
import { featurePhrase } from '../../client/feature-text.ts';
import { goTo, openCustomer } from '../../client/navigation.ts';
import { useProjectQuery } from '../../client/queries.ts';
import { format, t, tell } from '../../client/words.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { NumbersIn } from '../../components/NumbersIn.tsx';
import { Panel } from '../../components/Panel.tsx';
import classes from './compare.module.css';

interface FlowDetailProps {
  readonly comparison: Pick<Comparison, 'a' | 'b' | 'sameCustomers' | 'revenue'>;
  readonly flow: ComparedFlow;
  /** How many of them are in the segments in use, and so can be selected. */
  readonly selectable: number;
  readonly onSelect: () => void;
  readonly onClose: () => void;
}

/** So many are named beside the picture; all are under Customers and in the file. */
const named = 8;

const Reasons = ({ flow }: { readonly flow: ComparedFlow }) => (
  <Panel heading={t('compare.why')}>
    {flow.reasons.length === 0 ? (
      <p className={classes.text}>{t('compare.why.nothing')}</p>
    ) : (
      <ul className={classes.reasons}>
        {flow.reasons.map((reason) => (
          <li key={reason.feature.key}>
            <span>{tell(reasonLine(reason, tell))}</span>
            <span className={classes.weight}>
              <span className={classes.weightTrack} aria-hidden>
                <span className={classes.weightBar} style={{ width: `${Math.round(reason.share * 100)}%` }} />
              </span>
              {t('compare.why.share', { share: reason.share })}
            </span>
          </li>
        ))}
      </ul>
    )}
  </Panel>
);

const Customers = ({ comparison, flow }: Pick<FlowDetailProps, 'comparison' | 'flow'>) => {
  const { a, b, sameCustomers } = comparison;
  const input = { a: a.key, b: b.key, code: flow.code, offset: 0, limit: named };
  const { data, error } = useProjectQuery(
    ['compare.customers', a.key, b.key, flow.code],
    (signal) => api.compare.customers(input, { signal }),
    { keep: false },
  );
  if (error !== null) return <ErrorPanel error={error} />;
  const [fact] = flow.reasons;
  const at =
    data === undefined ? -1 : data.features.findIndex(({ key }) => key === (fact?.feature.key ?? 'totalSpent'));
  const feature = data?.features[at];
  const value = (values: readonly (number | null)[]) => (feature ? featurePhrase(feature, values[at] ?? null) : '');
  const withBefore = !sameCustomers && flow.from !== 'absent' && flow.to !== 'absent';
  return (
    <Panel heading={t('compare.flow.list')}>
      <table className={classes.people}>
        <thead>
          <tr>
            <th scope="col">{t('compare.customer')}</th>
            {feature && (
              <th scope="col" colSpan={withBefore ? 2 : 1}>
                {tell(feature.name)}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {data?.rows.map(({ id, key, name, before, after }) => (
            <tr key={id}>
              <th scope="row" title={key}>
                {flow.to === 'absent' ? (
                  <span dir="auto">{name ?? key}</span>
                ) : (
                  <Anchor
                    component="button"
                    type="button"
                    inherit
                    c="inherit"
                    dir="auto"
                    onClick={() => openCustomer(id)}
                  >
                    {name ?? key}
                  </Anchor>
                )}
              </th>
              {feature && withBefore && <td className={classes.then}>{value(before)} →</td>}
              {feature && <td>{value(flow.to === 'absent' ? before : after)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
};

/** One flow: who, why, and what to do with them. */
export const FlowDetail = ({ comparison, flow, selectable, onSelect, onClose }: FlowDetailProps) => {
  const { a, b, revenue } = comparison;
  const of = (figure: 'customers' | 'revenue' | 'revenueShare'): NumberRef => ({
    ...{ of: 'flow', a: a.key, b: b.key },
    code: flow.code,
    figure,
  });
  const isMove = !flow.stayed && flow.from !== 'absent' && flow.to !== 'absent';
  const see = () => {
    onSelect();
    goTo('customers');
  };
  return (
    <div className={classes.detail}>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        className={classes.back ?? ''}
        leftSection={<IconArrowLeft size={15} aria-hidden />}
        onClick={onClose}
      >
        {t('compare.flow.close')}
      </Button>
      <h2 className={classes.flowTitle} aria-live="polite">
        <NumbersIn numbers={[[format.number(flow.customers), of('customers')]]}>
          {tell(comparedFlowLine(comparison, flow, tell))}
        </NumbersIn>
      </h2>
      {flow.revenue !== null && flow.revenue > 0 && (
        <p className={classes.text}>
          <NumbersIn numbers={[[format.money(flow.revenue), of('revenue')]]}>
            {t('compare.flow.spent', { revenue: flow.revenue })}
          </NumbersIn>
          {flow.to !== 'absent' && flow.from !== 'absent' && revenue !== null && revenue > 0 && (
            <>
              {' · '}
              <NumbersIn numbers={[[format.share(flow.revenue / revenue), of('revenueShare')]]}>
                {t('compare.flow.share', { share: flow.revenue / revenue })}
              </NumbersIn>
            </>
          )}
        </p>
      )}
      <div className={classes.doings}>
        {selectable > 0 && (
          <Button variant="default" onClick={see}>
            {t('compare.flow.see')}
          </Button>
        )}
        <Menu>
          <Menu.Target>
            <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
              {t('compare.flow.export')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {(['csv', 'xlsx'] as const).map((kind) => (
              <Menu.Item
                key={kind}
                onClick={() => void exportFlow({ a: a.key, b: b.key, code: flow.code, format: kind })}
              >
                {t(`compare.flow.export.${kind}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
      {selectable === 0 && <p className={classes.text}>{t('compare.flow.gone.note')}</p>}
      {isMove && <Reasons flow={flow} />}
      <Customers comparison={comparison} flow={flow} />
    </div>
  );
};
