import classes from './inspector.module.css';

interface FactListProps {
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** Whether the values are figures, beside which long names give way. */
  readonly figures?: boolean;
}

/** Names and values under each other, in the analyst's words: stands inside Method details only. */
export const FactList = ({ facts, figures = false }: FactListProps) => (
  <dl className={classes.facts}>
    {facts.map(([name, value]) => (
      <div key={name} className={classes.fact}>
        <dt>{name}</dt>
        <dd className={figures ? classes.figure : undefined}>{value}</dd>
      </div>
    ))}
  </dl>
);
