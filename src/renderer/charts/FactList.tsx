import type { NumberRef } from '../../shared/model/number-origin.ts';
import { NumberOrigin } from '../components/NumberOrigin.tsx';
import classes from './inspector.module.css';

interface FactListProps {
  /** A value that is a number of the project opens up. */
  readonly facts: readonly (readonly [name: string, value: string, of?: NumberRef])[];
  /** Whether the values are figures, beside which long names give way. */
  readonly figures?: boolean;
}

/** Names and values under each other, in the analyst's words: stands inside Method details only. */
export const FactList = ({ facts, figures = false }: FactListProps) => (
  <dl className={classes.facts}>
    {facts.map(([name, value, of]) => (
      <div key={name} className={classes.fact}>
        <dt>{name}</dt>
        <dd className={figures ? classes.figure : undefined}>
          {of === undefined ? value : <NumberOrigin of={of}>{value}</NumberOrigin>}
        </dd>
      </div>
    ))}
  </dl>
);
