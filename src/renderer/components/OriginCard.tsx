import { ActionIcon, Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import type { NumberInput, NumberOrigin, NumberRef } from '../../shared/model/number-origin.ts';
import { api } from '../client/api.ts';
import {
  asideText,
  methodParagraph,
  numberText,
  originFormula,
  originName,
  tablesOf,
  toldSentences,
  workedText,
} from '../client/origin-text.ts';
import { useProjectQuery, useSegmentation } from '../client/queries.ts';
import { showUnder, underText } from '../client/show-under.ts';
import { format, t, tell } from '../client/words.ts';
import { CopyParagraph } from './CopyParagraph.tsx';
import { ErrorPanel } from './ErrorPanel.tsx';
import { MethodDetails } from './MethodDetails.tsx';
import classes from './OriginCard.module.css';
import { RecountLine } from './RecountLine.tsx';

interface OriginCardProps {
  readonly of: NumberRef;
  /** Called when the card leads elsewhere. */
  readonly onLeave: () => void;
}

const Inputs = ({
  inputs,
  onOpen,
}: {
  readonly inputs: readonly NumberInput[];
  readonly onOpen: (ref: NumberRef) => void;
}) => (
  <dl className={classes.inputs}>
    {inputs.map(({ name, value, unit, ref }) => (
      <div key={name} className={classes.input}>
        <dt>{t(`origin.input.${name}`)}</dt>
        <dd>
          {ref === null ? (
            numberText(value, unit)
          ) : (
            <button type="button" className={classes.link} title={t('origin.open')} onClick={() => onOpen(ref)}>
              {numberText(value, unit)}
            </button>
          )}
        </dd>
      </div>
    ))}
  </dl>
);

/** The way from a number to the customers or rows that stand under it. */
const ShowButton = ({ origin, onLeave }: { readonly origin: NumberOrigin; readonly onLeave: () => void }) => {
  const segmentation = useSegmentation().data ?? null;
  const label = underText(origin, segmentation);
  if (label === null) return null;
  return (
    <Button
      variant="default"
      onClick={async () => {
        onLeave();
        await showUnder(origin.under, segmentation);
      }}
    >
      {label}
    </Button>
  );
};

/** Where one number comes from. What went into it opens in its place, with a way back. */
export const OriginCard = ({ of, onLeave }: OriginCardProps) => {
  const [trail, setTrail] = useState<readonly NumberRef[]>([of]);
  const ref = trail.at(-1)!;
  const { data: origin, error } = useProjectQuery(['explain.number', ref], (signal) =>
    api.explain.number({ of: ref }, { signal }),
  );
  if (error) return <ErrorPanel error={error} />;
  if (origin === undefined) return <div className={classes.card} />;
  const name = originName(origin);
  const aside = asideText(origin);
  const sum = workedText(origin);
  const paragraph = methodParagraph(origin);
  const { feature, value, unit, firstDay, asOf, inputs, missing, customers } = origin;
  const shown = numberText(value, unit);
  return (
    <section className={classes.card} aria-label={name}>
      <div>
        <div className={classes.top}>
          {trail.length > 1 && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={24}
              aria-label={t('origin.back')}
              onClick={() => setTrail(trail.slice(0, -1))}
            >
              <IconArrowLeft size={16} aria-hidden />
            </ActionIcon>
          )}
          <h2 className={classes.name}>{name}</h2>
        </div>
        <p className={classes.value}>
          {shown}
          {value !== null &&
            !shown.startsWith(format.number(value, 6)) &&
            unit !== 'score' &&
            Math.round(value * 100) / 100 !== value && (
              <span className={classes.exact}>{t('origin.exactly', { value })}</span>
            )}
        </p>
        <RecountLine key={JSON.stringify(ref)} origin={origin} />
      </div>
      {origin.stale && <p className={classes.stale}>{t('origin.stale')}</p>}
      <div>
        <h3 className={classes.heading}>{t('origin.formula')}</h3>
        <p className={classes.text}>{originFormula(origin)}</p>
        {sum !== null && <p className={classes.sum}>{sum}</p>}
        {toldSentences(origin).map((sentence) => (
          <p key={sentence} className={classes.muted}>
            {sentence}
          </p>
        ))}
        {feature !== null && ref.of !== 'customer' && <p className={classes.muted}>{tell(feature.lineage)}</p>}
        {inputs.length > 0 && <Inputs inputs={inputs} onOpen={(next) => setTrail([...trail, next])} />}
        {missing > 0 && customers > 1 && <p className={classes.muted}>{t('origin.missing', { missing })}</p>}
      </div>
      <div>
        <h3 className={classes.heading}>{t('origin.data')}</h3>
        {tablesOf(origin).map((table) => (
          <p key={table} className={classes.text}>
            {table}
          </p>
        ))}
        {firstDay !== null && asOf !== null && (
          <p className={classes.muted}>{t('origin.data.days', { first: firstDay, last: asOf })}</p>
        )}
        {aside !== null && <p className={classes.muted}>{aside}</p>}
      </div>
      <MethodDetails>
        <p className={classes.text}>{paragraph}</p>
      </MethodDetails>
      <div className={classes.buttons}>
        <CopyParagraph text={paragraph} />
        <ShowButton origin={origin} onLeave={onLeave} />
      </div>
    </section>
  );
};
