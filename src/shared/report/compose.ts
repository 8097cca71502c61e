import {
  type CardOf,
  namesCustomers,
  type ReportCard,
  type ReportCardKind,
  type ReportComposition,
} from '../model/report.ts';
import type { ReportMaterial } from '../model/report-material.ts';
import type { ComposedReport, Section } from './blocks.ts';
import { caveatsCard } from './cards/caveats-card.ts';
import { changesCard } from './cards/changes-card.ts';
import type { CardContext, CardPart } from './cards/context.ts';
import { customersCard } from './cards/customers-card.ts';
import { distributionsCard } from './cards/distributions-card.ts';
import { howManyCard } from './cards/how-many-card.ts';
import { mapCard } from './cards/map-card.ts';
import { methodsCard } from './cards/methods-card.ts';
import { originsCard } from './cards/origins-card.ts';
import { personaCard } from './cards/persona-card.ts';
import { profileCard } from './cards/profile-card.ts';
import { qualityCard } from './cards/quality-card.ts';
import { revenueCard } from './cards/revenue-card.ts';
import { segmentsCard } from './cards/segments-card.ts';
import { setAsideCard } from './cards/set-aside-card.ts';
import { summaryCard } from './cards/summary-card.ts';
import { textCard } from './cards/text-card.ts';
import { titleCard } from './cards/title-card.ts';
import { treeCard } from './cards/tree-card.ts';
import { createSpeaker } from './speaker.ts';

type Writers = { readonly [Kind in ReportCardKind]: (card: CardOf<Kind>, context: CardContext) => CardPart[] };

const writers: Writers = {
  title: titleCard,
  summary: (_, context) => summaryCard(context),
  howMany: (_, context) => howManyCard(context),
  segments: segmentsCard,
  persona: personaCard,
  revenue: revenueCard,
  profile: profileCard,
  map: (_, context) => mapCard(context),
  tree: (_, context) => treeCard(context),
  distributions: distributionsCard,
  changes: (_, context) => changesCard(context),
  setAside: setAsideCard,
  quality: (_, context) => qualityCard(context),
  caveats: (_, context) => caveatsCard(context),
  origins: (_, context) => originsCard(context),
  methods: (_, context) => methodsCard(context),
  text: textCard,
  customers: customersCard,
};

/** What one card says; empty where it has nothing to say. */
const sectionsOf = (card: ReportCard, context: CardContext): Section[] => {
  const write = writers[card.kind] as (card: ReportCard, context: CardContext) => CardPart[];
  return write(card, context).map(({ name, blocks, ownPage = false, isWhole = false, isMethod = false }, i) => ({
    id: i === 0 ? card.id : `${card.id}-part-${i + 1}`,
    cardId: card.id,
    name,
    ownPage,
    isWhole,
    isMethod,
    blocks,
  }));
};

export interface ComposeOptions {
  /** Whose words and numbers. */
  readonly locale: string;
  /** ISO day of the report. */
  readonly day: string;
  /** Whether the report that the cards are of names anybody, where they are only some of it. */
  readonly names?: boolean;
}

/**
 * A report as blocks, from which every format is written. Customers are named only where the material has them and a
 * card is ticked. Pure: the same input gives the same blocks.
 */
export const composeReport = (
  composition: ReportComposition,
  material: ReportMaterial,
  { locale, day, names: ofWhole }: ComposeOptions,
): ComposedReport => {
  const speaker = createSpeaker(locale);
  const { customers, excluded } = material;
  const hasNames = customers !== null || (excluded?.named ?? null) !== null;
  const names = hasNames && (ofWhole ?? namesCustomers(composition));
  const context = { material, speaker, day, names };
  const title = composition.cards.find((card) => card.kind === 'title');
  const project = title?.shop.trim() || material.project;
  return {
    title: speaker.word('report.title', { project }),
    project,
    locale,
    day,
    made: speaker.word('report.made', { day }),
    paper: composition.paper,
    names,
    sections: composition.cards.flatMap((card) => sectionsOf(card, context)),
    foot: speaker.word(names ? 'report.foot.names' : 'report.foot'),
  };
};
