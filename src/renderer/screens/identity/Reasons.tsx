import type { IdentityEvidence, IdentityPair } from '../../../shared/model/identity.ts';
import { t, tell } from '../../client/words.ts';
import classes from './Reasons.module.css';
import { likelihood, strengthOf } from './record-words.ts';

const List = ({ title, evidence }: { readonly title: string; readonly evidence: readonly IdentityEvidence[] }) =>
  evidence.length === 0 ? null : (
    <div>
      <h3 className={classes.heading}>{title}</h3>
      <ul className={classes.list}>
        {evidence.map(({ about, bits, message }) => {
          const strength = strengthOf(bits)!;
          return (
            <li key={about} className={classes.reason}>
              <span className={classes.words}>{tell(message)}</span>
              <span className={classes.strength} data-strength={strength}>
                <span className={classes.bars} aria-hidden>
                  {[0, 1, 2, 3].map((step) => (
                    <span key={step} className={classes.bar} data-on={step <= strength} />
                  ))}
                </span>
                {t(`same.strength.${strength}`)}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );

/** What is to be thought of a pair, in one sentence. */
export const Likelihood = ({ pair: { remark, probability } }: { readonly pair: IdentityPair }) => (
  <h2 className={classes.verdict}>{remark === null ? likelihood(probability) : tell(remark)}</h2>
);

/** Why two records are taken for one customer, and what speaks against it, the strongest first. */
export const Reasons = ({ pair }: { readonly pair: IdentityPair }) => {
  // What all pairs have in common says nothing about this one.
  const own = pair.evidence.filter(({ about, bits }) => about !== 'prior' && strengthOf(bits) !== null);
  return (
    <div className={classes.lists}>
      <List title={t('same.speaksFor')} evidence={own.filter(({ bits }) => bits > 0)} />
      <List title={t('same.speaksAgainst')} evidence={own.filter(({ bits }) => bits < 0)} />
    </div>
  );
};
