import { Button, NumberInput, Pill, Progress, Select } from '@mantine/core';
import { useState } from 'react';
import { type SetAsideReason, type Source, setAsideReasons } from '../../../shared/model/source.ts';
import { format, t } from '../../client/words.ts';
import { NumbersIn } from '../../components/NumbersIn.tsx';
import { type AsideChoice, type CellFilter, filterText } from '../../components/row-filters.ts';
import classes from './RowsBar.module.css';
import type { Order } from './use-rows.ts';

interface RowsBarProps {
  readonly source: Source;
  readonly order: Order;
  readonly total: number | null;
  /** How far a new order is; null where it is there. */
  readonly fraction: number | null;
  /** Reasons for which rows of this table are set aside. */
  readonly reasons: readonly (SetAsideReason | 'replaced')[];
  readonly onOrder: (order: Order) => void;
  readonly onStop: () => void;
  /** False where that row is not among those shown. */
  readonly onGoTo: (row: number) => Promise<boolean>;
}

const GoTo = ({ onGoTo }: Pick<RowsBarProps, 'onGoTo'>) => {
  const [row, setRow] = useState<string | number>('');
  const [missed, setMissed] = useState<number | null>(null);
  return (
    <form
      className={classes.goTo}
      onSubmit={async (event) => {
        event.preventDefault();
        if (typeof row !== 'number') return;
        setMissed((await onGoTo(row)) ? null : row);
      }}
    >
      <span className={classes.missed} aria-live="polite">
        {missed !== null && t('rows.goTo.none', { row: missed })}
      </span>
      <NumberInput
        aria-label={t('rows.goTo')}
        placeholder={t('rows.goTo')}
        value={row}
        onChange={(value) => {
          setRow(value);
          setMissed(null);
        }}
        min={0}
        allowDecimal={false}
        hideControls
        w={104}
        size="xs"
      />
    </form>
  );
};

/** How many rows are shown and by what; which of them; the way to one of them. */
export const RowsBar = (props: RowsBarProps) => {
  const { source, order, total, fraction, reasons, onOrder, onStop, onGoTo } = props;
  const typeOf = new Map(source.columns.map(({ name, type }) => [name, type]));
  const without = (filter: CellFilter) => onOrder({ ...order, filters: order.filters.filter((one) => one !== filter) });
  const isAll = order.filters.length === 0 && order.aside === 'all';
  return (
    <div className={classes.bar}>
      <span className={classes.count} aria-live="polite" role="status">
        {total !== null && (
          <NumbersIn numbers={[[format.number(source.rows), { of: 'rows', sourceId: source.id }]]}>
            {t(isAll ? 'rows.all' : 'rows.some', { total, all: source.rows })}
          </NumbersIn>
        )}
      </span>
      {fraction === null ? (
        <div className={classes.filters}>
          {order.filters.map((filter) => {
            const what = filterText(filter, typeOf.get(filter.column));
            return (
              <Pill
                key={filter.column}
                withRemoveButton
                removeButtonProps={{
                  'aria-label': t('rows.filter.remove', { what }),
                  tabIndex: 0,
                  'aria-hidden': false,
                }}
                onRemove={() => without(filter)}
                title={what}
              >
                {what}
              </Pill>
            );
          })}
        </div>
      ) : (
        <div className={classes.progress}>
          <span className={classes.doing} aria-live="polite">
            {t('rows.sorting', { column: order.sort?.column ?? null })}
          </span>
          <Progress.Root size={6} className={classes.track}>
            <Progress.Section
              value={fraction * 100}
              aria-label={t('rows.sorting', { column: order.sort?.column ?? null })}
            />
          </Progress.Root>
          <Button variant="default" size="compact-xs" onClick={onStop}>
            {t('rows.stop')}
          </Button>
        </div>
      )}
      <GoTo onGoTo={onGoTo} />
      {reasons.length > 0 && (
        <Select
          aria-label={t('rows.which')}
          size="xs"
          w={172}
          allowDeselect={false}
          value={order.aside}
          data={[
            { value: 'all', label: t('rows.which.all') },
            { value: 'none', label: t('rows.which.counted') },
            { value: 'any', label: t('rows.which.any') },
            ...([...setAsideReasons, 'replaced'] as const)
              .filter((reason) => reasons.includes(reason))
              .map((reason) => ({ value: reason, label: t(`aside.${reason}`) })),
          ]}
          comboboxProps={{ width: 250, position: 'bottom-end' }}
          onChange={(aside) => aside && onOrder({ ...order, aside: aside as AsideChoice })}
        />
      )}
    </div>
  );
};
