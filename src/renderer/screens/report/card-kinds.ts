import {
  type Icon,
  IconAlertTriangle,
  IconChartBar,
  IconChartDots,
  IconChartHistogram,
  IconClipboardCheck,
  IconClipboardText,
  IconFilterOff,
  IconGridDots,
  IconHash,
  IconHeading,
  IconId,
  IconLayoutList,
  IconMathFunction,
  IconRefresh,
  IconSitemap,
  IconTextPlus,
  IconUsers,
  IconZoomQuestion,
} from '@tabler/icons-react';
import type { ReportCard, ReportCardKind } from '../../../shared/model/report.ts';
import { t } from '../../client/words.ts';

interface CardKind {
  readonly kind: ReportCardKind;
  readonly icon: Icon;
  /** Can stand in a report several times, each with choices of its own. */
  readonly isRepeated: boolean;
}

const once = (kind: ReportCardKind, icon: Icon): CardKind => ({ kind, icon, isRepeated: false });
const often = (kind: ReportCardKind, icon: Icon): CardKind => ({ kind, icon, isRepeated: true });

/** Every card there is, in the order in which they are offered. */
export const cardKinds: readonly CardKind[] = [
  once('title', IconHeading),
  once('summary', IconClipboardText),
  often('segments', IconLayoutList),
  often('persona', IconId),
  often('revenue', IconChartBar),
  often('profile', IconGridDots),
  often('distributions', IconChartHistogram),
  once('map', IconChartDots),
  once('tree', IconSitemap),
  once('howMany', IconHash),
  once('changes', IconRefresh),
  once('caveats', IconAlertTriangle),
  once('setAside', IconFilterOff),
  once('quality', IconClipboardCheck),
  once('origins', IconZoomQuestion),
  once('methods', IconMathFunction),
  often('text', IconTextPlus),
  once('customers', IconUsers),
];

export const kindName = (kind: ReportCardKind): string => t(`report.card.${kind}`);

/** What a card is called on this screen: own text by its heading. */
export const cardName = (card: ReportCard): string =>
  card.kind === 'text' && card.heading.trim() !== '' ? card.heading.trim() : kindName(card.kind);
