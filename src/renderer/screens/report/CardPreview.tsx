import { memo, useMemo } from 'react';
import type { ReportCard } from '../../../shared/model/report.ts';
import type { ReportMaterial } from '../../../shared/model/report-material.ts';
import type { Section } from '../../../shared/report/blocks.ts';
import { composeReport } from '../../../shared/report/compose.ts';
import { locale, t, type WordKey } from '../../client/words.ts';
import { BlockView } from './BlockView.tsx';
import classes from './paper.module.css';

interface CardPreviewProps {
  readonly card: ReportCard;
  readonly material: ReportMaterial;
  readonly day: string;
  readonly names: boolean;
}

const reasons: Partial<Record<ReportCard['kind'], WordKey>> = {
  tree: 'composer.empty.tree',
  map: 'composer.empty.map',
  text: 'composer.empty.text',
  customers: 'composer.empty.customers',
  segments: 'composer.empty.segments',
  persona: 'composer.empty.segments',
  revenue: 'composer.empty.segments',
  profile: 'composer.empty.facts',
  distributions: 'composer.empty.facts',
};

const SectionView = ({ section: { blocks, isMethod } }: { readonly section: Section }) => {
  const all = (from: number) =>
    blocks.slice(from).map((block, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: blocks of one card keep their places
      <BlockView key={i} block={block} />
    ));
  const [head] = blocks;
  if (!isMethod) return <div className={classes.section}>{all(0)}</div>;
  return (
    <details className={classes.method} data-method-details="">
      <summary>{head?.kind === 'heading' ? head.text : t('app.methodDetails')}</summary>
      {all(1)}
    </details>
  );
};

/** What one card says, on the page; made anew only when the card or what it tells of is another one. */
export const CardPreview = memo(({ card, material, day, names }: CardPreviewProps) => {
  const { sections } = useMemo(
    () => composeReport({ paper: 'a4', cards: [card] }, material, { locale, day, names }),
    [card, material, day, names],
  );
  if (sections.length === 0) return <p className={classes.empty}>{t(reasons[card.kind] ?? 'composer.empty.other')}</p>;
  return (
    <>
      {sections.map((section) => (
        <SectionView key={section.id} section={section} />
      ))}
      {card.kind === 'customers' && <p className={classes.empty}>{t('composer.preview.few')}</p>}
    </>
  );
});
