import { ActionIcon, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconX } from '@tabler/icons-react';
import { type DragEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import {
  namesCustomers,
  type ReportCard,
  type ReportCardKind,
  type ReportComposition,
} from '../../../shared/model/report.ts';
import type { ReportMaterial } from '../../../shared/model/report-material.ts';
import { t } from '../../client/words.ts';
import { CardPreview } from './CardPreview.tsx';
import { cardKinds, cardName } from './card-kinds.ts';
import classes from './composer.module.css';
import { added, edit, moved, placeOf, removed, selectCard, useSelectedCard } from './composition.ts';

/** What is dragged: a card of the report, or a kind to add. */
export const dragType = 'application/x-tessera-card';

interface ToolProps {
  readonly label: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

const Tool = ({ label, disabled = false, onClick, children }: ToolProps) => (
  <Tooltip label={label} openDelay={500}>
    <ActionIcon variant="subtle" color="gray" size={28} aria-label={label} disabled={disabled} onClick={onClick}>
      {children}
    </ActionIcon>
  </Tooltip>
);

interface CardProps {
  readonly card: ReportCard;
  readonly place: number;
  readonly count: number;
  readonly isSelected: boolean;
  readonly isDropPlace: boolean;
  readonly children: ReactNode;
  onMove(to: number): void;
  onRemove(): void;
  onDragOver(event: DragEvent): void;
}

/** A card on the page with its handles; keys do what the mouse does. */
const PaperCard = (props: CardProps) => {
  const { card, place, count, isSelected, isDropPlace, children, onMove, onRemove, onDragOver } = props;
  const name = cardName(card);
  const keys = (event: KeyboardEvent) => {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      onMove(place + (event.key === 'ArrowUp' ? -1 : 1));
    }
    if (event.key === 'Delete' && event.target instanceof HTMLButtonElement) {
      event.preventDefault();
      onRemove();
    }
  };
  return (
    <li
      className={classes.card}
      data-card={card.id}
      data-selected={isSelected}
      data-drop={isDropPlace}
      onKeyDown={keys}
      onDragOver={onDragOver}
    >
      <div className={classes.bar}>
        <span
          className={classes.handle}
          draggable
          title={t('composer.drag', { card: name })}
          onDragStart={(event) => {
            event.dataTransfer.setData(dragType, `card:${card.id}`);
            event.dataTransfer.effectAllowed = 'move';
          }}
          aria-hidden
        >
          <IconGripVertical size={16} stroke={1.6} />
        </span>
        <button
          type="button"
          className={classes.name}
          aria-pressed={isSelected}
          aria-label={t('composer.select', { card: name, place: place + 1, count })}
          onClick={() => selectCard(isSelected ? null : card.id)}
        >
          {name}
        </button>
        <span className={classes.tools}>
          <Tool label={t('composer.up', { card: name })} disabled={place === 0} onClick={() => onMove(place - 1)}>
            <IconArrowUp size={16} stroke={1.7} />
          </Tool>
          <Tool
            label={t('composer.down', { card: name })}
            disabled={place === count - 1}
            onClick={() => onMove(place + 1)}
          >
            <IconArrowDown size={16} stroke={1.7} />
          </Tool>
          <Tool label={t('composer.remove', { card: name })} onClick={onRemove}>
            <IconX size={16} stroke={1.7} />
          </Tool>
        </span>
      </div>
      {children}
    </li>
  );
};

interface ReportPaperProps {
  readonly composition: ReportComposition;
  readonly material: ReportMaterial;
  readonly day: string;
  readonly onSay: (what: string) => void;
}

/** Where among the cards something is let go, by the half of the card that it is over. */
const dropPlace = (event: DragEvent, place: number): number => {
  const { top, height } = event.currentTarget.getBoundingClientRect();
  return event.clientY > top + height / 2 ? place + 1 : place;
};

/** The report as it will be, card by card: dragged with the mouse, moved with the keys. */
export const ReportPaper = ({ composition, material, day, onSay }: ReportPaperProps) => {
  const selected = useSelectedCard();
  const [drop, setDrop] = useState<number | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const [focus, setFocus] = useState<{ id: string; tool: string | null } | null>(null);
  const { cards } = composition;
  const names = namesCustomers(composition);

  // A card that was moved keeps the focus, wherever it is now.
  useEffect(() => {
    if (focus === null) return;
    const card = list.current?.querySelector<HTMLElement>(`[data-card="${focus.id}"]`);
    const tools = [...(card?.querySelectorAll<HTMLButtonElement>('button') ?? [])];
    const wanted = tools.find((one) => one.getAttribute('aria-label') === focus.tool && !one.disabled);
    (wanted ?? tools[0])?.focus();
    setFocus(null);
  }, [focus]);

  const move = (card: ReportCard, to: number) => {
    const next = moved(composition, card.id, to);
    const place = placeOf(next, card.id);
    if (place === placeOf(composition, card.id)) return;
    const tool = document.activeElement?.getAttribute('aria-label') ?? null;
    edit(next);
    onSay(t('composer.said.moved', { card: cardName(card), place: place + 1, count: cards.length }));
    setFocus({ id: card.id, tool });
  };
  const remove = (card: ReportCard) => {
    const place = placeOf(composition, card.id);
    edit(removed(composition, card.id));
    if (selected === card.id) selectCard(null);
    onSay(t('composer.said.removed', { card: cardName(card) }));
    const next = cards[place + 1] ?? cards[place - 1];
    if (next !== undefined) setFocus({ id: next.id, tool: null });
  };
  const letGo = (event: DragEvent) => {
    const [what, id = ''] = event.dataTransfer.getData(dragType).split(':');
    const to = drop ?? cards.length;
    setDrop(null);
    event.preventDefault();
    if (what === 'card') {
      const card = cards.find((one) => one.id === id);
      if (card !== undefined) move(card, to > placeOf(composition, id) ? to - 1 : to);
      return;
    }
    const kind = cardKinds.find((one) => one.kind === id)?.kind as ReportCardKind | undefined;
    if (kind === undefined) return;
    const made = added(composition, kind, to);
    edit(made.composition);
    selectCard(made.id);
    onSay(t('composer.said.added', { card: t(`report.card.${kind}`), place: to + 1, count: cards.length + 1 }));
  };
  const accepts = (event: DragEvent) => event.dataTransfer.types.includes(dragType);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons on each card do the same for keys
    <div
      className={classes.paper}
      data-paper={composition.paper}
      onDragOver={(event) => {
        if (accepts(event)) event.preventDefault();
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setDrop(null);
      }}
      onDrop={letGo}
    >
      {cards.length === 0 && <p className={classes.nothing}>{t('composer.none')}</p>}
      <ol ref={list} className={classes.cards} aria-label={t('composer.cards')}>
        {cards.map((card, place) => (
          <PaperCard
            key={card.id}
            card={card}
            place={place}
            count={cards.length}
            isSelected={selected === card.id}
            isDropPlace={drop === place}
            onMove={(to) => move(card, to)}
            onRemove={() => remove(card)}
            onDragOver={(event) => {
              if (accepts(event)) setDrop(dropPlace(event, place));
            }}
          >
            <CardPreview card={card} material={material} day={day} names={names} />
          </PaperCard>
        ))}
      </ol>
      {drop === cards.length && cards.length > 0 && <div className={classes.dropEnd} />}
      <VisuallyHidden>{t('composer.keys')}</VisuallyHidden>
    </div>
  );
};
