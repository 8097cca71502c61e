import { Button, Checkbox, NativeSelect, NumberInput, Stack } from '@mantine/core';
import type { Cap, FeatureOptions, PrepareOptions } from '../../../shared/model/preparation.ts';
import { optionsOf, preparationKey, usualPreparation } from '../../../shared/model/preparation.ts';
import { decimalSign, t } from '../../client/words.ts';
import classes from './segments.module.css';

const transforms = ['auto', 'suggested', 'none', 'log1p', 'yeoJohnson'] as const;
const scales = ['zscore', 'robust', 'minmax', 'none'] as const;
const policies = ['median', 'mean', 'zero', 'indicator'] as const;
/** The limits that are offered: the outermost hundredth; Tukey's fences; Iglewicz and Hoaglin’s 3.5 (1993). */
const caps: readonly Cap[] = [
  { by: 'none' },
  { by: 'quantile', low: 0.01, high: 0.99 },
  { by: 'iqr', times: 1.5 },
  { by: 'mad', times: 3.5 },
];
/** |r| from which one of two facts is left out. */
const sameFrom = 0.95;
const heaviest = 100;

interface ChoiceProps<Value extends string> {
  readonly of: 'transform' | 'scale' | 'cap' | 'missing';
  readonly values: readonly Value[];
  readonly value: string;
  onChange(value: Value): void;
}

const Choice = <Value extends string>({ of, values, value, onChange }: ChoiceProps<Value>) => (
  <NativeSelect
    size="xs"
    label={t(`preparation.${of}`)}
    data={values.map((one) => ({
      value: one,
      label: t(`preparation.${of}.${one}` as Parameters<typeof t>[0]),
    }))}
    value={value}
    onChange={(event) => {
      const chosen = values.find((one) => one === event.currentTarget.value);
      if (chosen !== undefined) onChange(chosen);
    }}
  />
);

interface PreparationChoiceProps {
  readonly options: PrepareOptions;
  /** What segments are made from; a weight can be given to each. */
  readonly facts: readonly { readonly key: string; readonly name: string }[];
  onChange(options: PrepareOptions): void;
}

/** How the facts are prepared, in analysts’ words: stands behind Method details only. */
export const PreparationChoice = ({ options, facts, onChange }: PreparationChoiceProps) => {
  const set = (changed: Partial<PrepareOptions>) => onChange({ ...options, ...changed });
  const setWeight = (key: string, weight: FeatureOptions['weight']) =>
    set({ features: { ...options.features, [key]: { ...options.features[key], weight } } });
  return (
    <Stack gap={8}>
      <h3 className={classes.preparationTitle}>{t('preparation.title')}</h3>
      <Choice
        of="transform"
        values={transforms}
        value={options.transform}
        onChange={(transform) => set({ transform })}
      />
      <Choice of="scale" values={scales} value={options.scale} onChange={(scale) => set({ scale })} />
      <Choice
        of="cap"
        values={caps.map(({ by }) => by)}
        value={options.cap.by}
        onChange={(chosen) => set({ cap: caps.find(({ by }) => by === chosen)! })}
      />
      <Choice of="missing" values={policies} value={options.missing} onChange={(missing) => set({ missing })} />
      <Checkbox
        size="xs"
        label={t('preparation.correlated')}
        checked={options.correlatedAtLeast !== null}
        onChange={(event) => set({ correlatedAtLeast: event.currentTarget.checked ? sameFrom : null })}
      />
      <Checkbox
        size="xs"
        label={t('preparation.leaveNearConstant')}
        checked={options.nearConstant === 'leaveOut'}
        onChange={(event) => set({ nearConstant: event.currentTarget.checked ? 'leaveOut' : 'keep' })}
      />
      {facts.length > 0 && (
        <fieldset className={classes.weights}>
          <legend>{t('preparation.weights')}</legend>
          {facts.map(({ key, name }) => (
            <div key={key} className={classes.weight}>
              <span>{name}</span>
              <NumberInput
                size="xs"
                w={76}
                aria-label={t('preparation.weight', { name })}
                min={0}
                max={heaviest}
                step={0.5}
                decimalScale={2}
                decimalSeparator={decimalSign}
                clampBehavior="strict"
                value={optionsOf(options, key).weight}
                onChange={(value) => typeof value === 'number' && setWeight(key, value)}
              />
            </div>
          ))}
        </fieldset>
      )}
      {preparationKey(options) !== '{}' && (
        <Button size="compact-xs" variant="subtle" onClick={() => onChange(usualPreparation)}>
          {t('preparation.reset')}
        </Button>
      )}
    </Stack>
  );
};
