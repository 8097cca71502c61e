import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ReportCard, ReportComposition } from '../../../shared/model/report.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { t, tell } from '../../client/words.ts';
import { Panel } from '../../components/Panel.tsx';
import { SegmentTile } from '../../components/SegmentTile.tsx';
import { cardName } from './card-kinds.ts';
import classes from './composer.module.css';
import { changed, edit, keepNow } from './composition.ts';

interface Choice<Key> {
  readonly key: Key;
  readonly label: ReactNode;
}

interface ChoicesProps<Key> {
  readonly name: string;
  readonly all: readonly Choice<Key>[];
  /** Null: all of them. */
  readonly chosen: readonly Key[] | null;
  onChange(chosen: Key[] | null): void;
}

/** Some of a list, or all that there will ever be. */
const Choices = <Key extends string | number>({ name, all, chosen, onChange }: ChoicesProps<Key>) => {
  const has = (key: Key) => chosen === null || chosen.includes(key);
  const toggle = (key: Key) => {
    const next = all.map((one) => one.key).filter((one) => (one === key ? !has(one) : has(one)));
    onChange(next.length === all.length ? null : next);
  };
  return (
    <fieldset className={classes.choices}>
      <legend className={classes.legend}>{name}</legend>
      {all.map(({ key, label }) => (
        <Checkbox key={key} size="xs" checked={has(key)} onChange={() => toggle(key)} label={label} />
      ))}
      {chosen !== null && (
        <Button size="compact-xs" variant="subtle" onClick={() => onChange(null)}>
          {t('composer.all')}
        </Button>
      )}
    </fieldset>
  );
};

interface OptionsProps {
  readonly card: ReportCard;
  readonly segmentation: Segmentation;
  onChange(card: ReportCard, isTyping?: boolean): void;
}

const TextOptions = ({ card, onChange }: OptionsProps) => {
  if (card.kind !== 'title' && card.kind !== 'text') return null;
  const isTitle = card.kind === 'title';
  return (
    <>
      <TextInput
        label={t(isTitle ? 'composer.shop' : 'composer.heading')}
        maxLength={isTitle ? 120 : 200}
        value={isTitle ? card.shop : card.heading}
        onChange={({ currentTarget: { value } }) =>
          onChange(isTitle ? { ...card, shop: value } : { ...card, heading: value }, true)
        }
        onBlur={() => void keepNow()}
      />
      <Textarea
        label={t('composer.text')}
        description={t('composer.text.hint')}
        autosize
        minRows={4}
        maxRows={14}
        maxLength={5000}
        value={card.text}
        onChange={({ currentTarget: { value } }) => onChange({ ...card, text: value }, true)}
        onBlur={() => void keepNow()}
      />
    </>
  );
};

const Options = (props: OptionsProps) => {
  const { card, segmentation, onChange } = props;
  const segments = segmentation.segments.map(({ id, name, color }) => ({
    key: id,
    label: (
      <span className={classes.choice}>
        <SegmentTile color={color} /> {tell(name)}
      </span>
    ),
  }));
  const used = new Set(segmentation.preparation.flatMap(({ feature, used: is }) => (is ? [feature] : [])));
  const facts = segmentation.features
    .filter(({ key }) => used.has(key))
    .map(({ key, name }) => ({ key, label: tell(name) }));
  return (
    <>
      <TextOptions {...props} />
      {card.kind === 'customers' && (
        <Checkbox
          checked={card.named}
          onChange={({ currentTarget: { checked } }) => onChange({ ...card, named: checked })}
          label={t('composer.named')}
          description={t('composer.named.text')}
        />
      )}
      {card.kind === 'setAside' && (
        <Checkbox
          checked={card.named}
          onChange={({ currentTarget: { checked } }) => onChange({ ...card, named: checked })}
          label={t('composer.excludedNamed')}
          description={t('composer.named.text')}
        />
      )}
      {card.kind === 'segments' && (
        <Checkbox
          size="xs"
          checked={card.withWords}
          onChange={({ currentTarget: { checked } }) => onChange({ ...card, withWords: checked })}
          label={t('composer.withWords')}
        />
      )}
      {'segmentIds' in card && (
        <Choices
          name={t('composer.segments')}
          all={segments}
          chosen={card.segmentIds}
          onChange={(segmentIds) => onChange({ ...card, segmentIds })}
        />
      )}
      {'facts' in card && (
        <Choices
          name={t('composer.facts')}
          all={facts}
          chosen={card.facts}
          onChange={(chosen) => onChange({ ...card, facts: chosen })}
        />
      )}
    </>
  );
};

const hasOptions = (card: ReportCard): boolean =>
  card.kind === 'title' || card.kind === 'text' || card.kind === 'setAside' || 'segmentIds' in card || 'facts' in card;

interface CardOptionsProps {
  readonly card: ReportCard;
  readonly composition: ReportComposition;
  readonly segmentation: Segmentation;
}

/** What can be chosen of one card. */
export const CardOptions = ({ card, composition, segmentation }: CardOptionsProps) => (
  <Panel heading={cardName(card)}>
    <div className={classes.options}>
      {hasOptions(card) ? (
        <Options
          card={card}
          segmentation={segmentation}
          onChange={(next, isTyping) => edit(changed(composition, next), isTyping)}
        />
      ) : (
        <p className={classes.hint}>{t('composer.options.none')}</p>
      )}
    </div>
  </Panel>
);
