import { SegmentedControl } from '@mantine/core';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import {
  type ReportCardKind,
  type ReportComposition,
  type ReportPaper,
  reportTemplates,
  templateOf,
} from '../../../shared/model/report.ts';
import { t } from '../../client/words.ts';
import { cardKinds, kindName } from './card-kinds.ts';
import classes from './composer.module.css';
import { added, edit, placeOf, selectCard, useSelectedCard } from './composition.ts';
import { dragType } from './ReportPaper.tsx';

interface PaletteProps {
  readonly composition: ReportComposition;
  readonly onSay: (what: string) => void;
  /** Told which card was added, so that it can be shown. */
  readonly onAdded: (id: string) => void;
}

const Templates = ({ composition, onSay }: Omit<PaletteProps, 'onAdded'>) => (
  <section className={classes.group} aria-label={t('composer.start')}>
    <h2 className={classes.groupName}>{t('composer.start')}</h2>
    {reportTemplates.map((template) => {
      const made = templateOf(template, composition.paper);
      const isThis = JSON.stringify(made) === JSON.stringify(composition);
      return (
        <button
          key={template}
          type="button"
          className={classes.template}
          aria-pressed={isThis}
          onClick={() => {
            if (isThis) return;
            edit(made);
            selectCard(null);
            onSay(t('composer.said.template', { template: t(`composer.template.${template}`) }));
          }}
        >
          <span className={classes.templateName}>{t(`composer.template.${template}`)}</span>
          <span className={classes.templateText}>{t(`composer.template.${template}.text`)}</span>
        </button>
      );
    })}
  </section>
);

/** What a report can begin with, and the cards that can be added: after the chosen one, or dragged to their place. */
export const CardPalette = ({ composition, onSay, onAdded }: PaletteProps) => {
  const selected = useSelectedCard();
  const { cards } = composition;
  const add = (kind: ReportCardKind) => {
    const after = selected === null ? -1 : placeOf(composition, selected);
    const at = after < 0 ? cards.length : after + 1;
    const made = added(composition, kind, at);
    edit(made.composition);
    selectCard(made.id);
    onSay(t('composer.said.added', { card: kindName(kind), place: at + 1, count: cards.length + 1 }));
    onAdded(made.id);
  };
  return (
    <nav className={classes.palette} aria-label={t('composer.add')}>
      <Templates composition={composition} onSay={onSay} />
      <section className={classes.group}>
        <h2 className={classes.groupName}>{t('composer.paper')}</h2>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t('composer.paper')}
          value={composition.paper}
          onChange={(paper) => edit({ ...composition, paper: paper as ReportPaper })}
          data={(['a4', 'letter'] as const).map((value) => ({ value, label: t(`composer.paper.${value}`) }))}
        />
      </section>
      <section className={classes.group}>
        <h2 className={classes.groupName}>{t('composer.add')}</h2>
        <ul className={classes.kinds}>
          {cardKinds.map(({ kind, icon: Sign, isRepeated }) => {
            const isThere = !isRepeated && cards.some((card) => card.kind === kind);
            const name = kindName(kind);
            return (
              <li key={kind}>
                <button
                  type="button"
                  className={classes.kind}
                  aria-label={t(isThere ? 'composer.add.there' : 'composer.add.one', { card: name })}
                  aria-disabled={isThere}
                  draggable={!isThere}
                  onDragStart={(event) => {
                    event.dataTransfer.setData(dragType, `kind:${kind}`);
                    event.dataTransfer.effectAllowed = 'copyMove';
                  }}
                  onClick={() => {
                    if (!isThere) add(kind);
                    else onAdded(cards.find((card) => card.kind === kind)!.id);
                  }}
                >
                  <Sign size={16} stroke={1.6} aria-hidden />
                  <span className={classes.kindName}>{name}</span>
                  {isThere ? (
                    <IconCheck size={14} stroke={1.8} aria-hidden />
                  ) : (
                    <IconPlus size={14} stroke={1.8} aria-hidden />
                  )}
                </button>
              </li>
            );
          })}
        </ul>
      </section>
    </nav>
  );
};
