import { Button, Modal, Select, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useRef, useState } from 'react';
import type { Feature, Unit } from '../../../shared/model/feature.ts';
import { api } from '../../client/api.ts';
import { change } from '../../client/project.ts';
import { useProjectQuery } from '../../client/queries.ts';
import { t, tell } from '../../client/words.ts';
import { notifyUndoable } from '../../components/UndoNotice.tsx';
import { factText } from './fact-text.ts';
import classes from './facts.module.css';

const units = ['number', 'money', 'days', 'count', 'share'] as const satisfies Unit[];

/** A fact as formulas name it: in quotation marks where it is more than one word. */
const inFormula = (key: string): string => (/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key) ? key : `"${key}"`);

interface OwnFactProps {
  readonly features: readonly Feature[];
  readonly snapshotId: number;
  readonly onClose: () => void;
  readonly onKept: (key: string) => void;
}

/** What a formula would give, or what is wrong with it, while it is written. */
const Tried = ({ formula, unit, snapshotId }: { formula: string; unit: Unit; snapshotId: number }) => {
  const check = useProjectQuery(
    ['features.check', formula, snapshotId],
    (signal) => api.features.check({ formula, snapshotId }, { signal }),
    { enabled: formula.trim() !== '' },
  ).data;
  if (formula.trim() === '' || check === undefined) return <p className={classes.text}>{t('facts.own.empty')}</p>;
  if (check.problem !== null) return <p className={classes.wrong}>{tell(check.problem)}</p>;
  if (check.first.length === 0) return <p className={classes.text}>{t('facts.own.untried')}</p>;
  return (
    <>
      <p className={classes.text}>{t('facts.own.first')}</p>
      <dl className={classes.figures}>
        {check.first.map(({ customer, value }) => (
          <div key={customer}>
            <dt>{customer}</dt>
            <dd>{value === null ? t('facts.own.nothing') : factText({ key: '', unit }, value)}</dd>
          </div>
        ))}
      </dl>
      {check.missing > 0 && <p className={classes.text}>{t('facts.own.missing', { count: check.missing })}</p>}
    </>
  );
};

/** A fact of one’s own by a formula over the others, tried while it is written. */
export const OwnFact = ({ features, snapshotId, onClose, onKept }: OwnFactProps) => {
  const [name, setName] = useState('');
  const [formula, setFormula] = useState('');
  const [unit, setUnit] = useState<Unit>('number');
  const [tried] = useDebouncedValue(formula, 250);
  const [busy, setBusy] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const insert = (key: string) => {
    const box = area.current;
    const at = box?.selectionStart ?? formula.length;
    const piece = inFormula(key);
    setFormula(`${formula.slice(0, at)}${piece}${formula.slice(box?.selectionEnd ?? at)}`);
    requestAnimationFrame(() => {
      box?.focus();
      box?.setSelectionRange(at + piece.length, at + piece.length);
    });
  };
  const keep = async () => {
    setBusy(true);
    const made = await change(() => api.features.define({ name: name.trim(), formula, unit }));
    setBusy(false);
    if (made === null) return;
    notifyUndoable(t('facts.own.kept', { name: name.trim() }));
    onKept(`own:${name.trim()}`);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('facts.own')}
      size={560}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <TextInput
          label={t('facts.own.name')}
          value={name}
          maxLength={80}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value.replace(/["'\\=,]/g, ''))}
        />
        <Textarea
          ref={area}
          label={t('facts.own.formula')}
          description={t('facts.own.formula.hint')}
          value={formula}
          autosize
          minRows={2}
          maxRows={5}
          spellCheck={false}
          classNames={{ input: classes.formula ?? '' }}
          onChange={(event) => setFormula(event.currentTarget.value)}
        />
        <div className={classes.pair}>
          <Select
            searchable
            label={t('facts.own.insert')}
            placeholder={t('facts.find')}
            value={null}
            nothingFoundMessage={t('facts.find.none')}
            data={features
              .filter(({ key }) => !key.includes('"'))
              .map(({ key, name: of }) => ({ value: key, label: tell(of) }))}
            onChange={(key) => key !== null && insert(key)}
          />
          <Select
            label={t('facts.own.unit')}
            allowDeselect={false}
            data={units.map((one) => ({ value: one, label: t(`facts.unit.${one}`) }))}
            value={unit}
            onChange={(value) => setUnit(units.find((one) => one === value) ?? 'number')}
          />
        </div>
        <div className={classes.tried} aria-live="polite">
          <Tried formula={tried} unit={unit} snapshotId={snapshotId} />
        </div>
        <Button type="submit" disabled={busy || name.trim() === '' || formula.trim() === ''}>
          {t('facts.own.keep')}
        </Button>
      </form>
    </Modal>
  );
};
