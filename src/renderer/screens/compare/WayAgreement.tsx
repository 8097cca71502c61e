import type { Ways } from '../../../shared/model/comparison.ts';
import { format, t } from '../../client/words.ts';
import { NumberOrigin } from '../../components/NumberOrigin.tsx';
import { Panel } from '../../components/Panel.tsx';
import { wayName } from './way-words.ts';
import classes from './ways.module.css';

/** Every two ways against each other, one hue from little to all. */
export const WayAgreement = ({ ways, agreement }: Pick<Ways, 'ways' | 'agreement'>) => {
  const done = ways.map((way, at) => ({ way, at })).filter(({ way }) => way.problem === null);
  if (done.length < 2) return null;
  return (
    <Panel heading={t('compare.ways.agreement')}>
      <p className={classes.text}>{t('compare.ways.agreement.text')}</p>
      <table className={classes.matrix}>
        <thead>
          <tr>
            <td />
            {done.slice(0, -1).map(({ way, at }) => (
              <th key={at} scope="col">
                {wayName(way.method)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {done.slice(1).map(({ way, at }, row) => (
            <tr key={at}>
              <th scope="row">{wayName(way.method)}</th>
              {done.slice(0, -1).map((other, column) => {
                if (column > row) return <td key={other.at} />;
                const value = Math.max(0, agreement[at]![other.at]!);
                return (
                  <td
                    key={other.at}
                    title={t('compare.ways.agreement.cell', {
                      one: wayName(other.way.method),
                      other: wayName(way.method),
                      value,
                    })}
                    style={{ '--agreement': `${Math.round(value * 38)}%` } as React.CSSProperties}
                  >
                    {way.runId === null || other.way.runId === null || way.runId === other.way.runId ? (
                      format.share(value)
                    ) : (
                      <NumberOrigin of={{ of: 'comparison', a: other.way.runId, b: way.runId, figure: 'randIndex' }}>
                        {format.share(value)}
                      </NumberOrigin>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
};
