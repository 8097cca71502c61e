import * as z from 'zod';

/** A report is a list of cards, top to bottom. */
const card = <Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.object({ id: z.string().regex(/^[a-z][a-zA-Z0-9-]{0,39}$/), kind: z.literal(kind), ...shape });

/** Segment ids in the order of the run; null for all of them. Those that the run has not are passed over. */
const segmentIds = z.array(z.number().int()).max(100).nullable().default(null);
/** Keys of facts; null for all that the segments were made from. */
const facts = z.array(z.string().max(300)).max(300).nullable().default(null);
const ownText = z.string().max(5_000).default('');

export const reportCardSchema = z.discriminatedUnion('kind', [
  /** `shop` stands above all: the project's name where it is empty. `text` is the person's own. */
  card('title', { shop: z.string().max(120).default(''), text: ownText }),
  card('summary', {}),
  card('howMany', {}),
  card('segments', { segmentIds, withWords: z.boolean().default(true) }),
  /** One page a segment. */
  card('persona', { segmentIds }),
  card('revenue', { segmentIds }),
  card('profile', { segmentIds, facts }),
  card('map', {}),
  card('tree', {}),
  card('distributions', { segmentIds, facts }),
  card('changes', {}),
  /** Customers who were taken out are counted; they are named only where somebody ticks it. */
  card('setAside', { named: z.boolean().default(false) }),
  card('quality', {}),
  card('caveats', {}),
  card('origins', {}),
  card('methods', {}),
  card('text', { heading: z.string().max(200).default(''), text: ownText }),
  /** Lists nobody until somebody ticks `named`. */
  card('customers', { segmentIds, named: z.boolean().default(false) }),
]);
export type ReportCard = z.infer<typeof reportCardSchema>;
export type ReportCardKind = ReportCard['kind'];
export type CardOf<Kind extends ReportCardKind> = Extract<ReportCard, { kind: Kind }>;

export const reportTemplates = ['owner', 'team', 'analyst'] as const;
export const reportTemplateSchema = z.enum(reportTemplates);
export type ReportTemplate = z.infer<typeof reportTemplateSchema>;

const reportPaperSchema = z.enum(['a4', 'letter']);
export type ReportPaper = z.infer<typeof reportPaperSchema>;

export const reportFormats = ['html', 'pdf', 'xlsx', 'pptx'] as const;
export const reportFormatSchema = z.enum(reportFormats);
export type ReportFormat = z.infer<typeof reportFormatSchema>;

/** More cards than this nobody reads. */
const mostCards = 60;

/** What a report is made of, as a person put it together. */
export const reportCompositionSchema = z.object({
  paper: reportPaperSchema,
  cards: z
    .array(reportCardSchema)
    .max(mostCards)
    .refine((cards) => new Set(cards.map(({ id }) => id)).size === cards.length, 'every card has an id of its own'),
});
export type ReportComposition = z.infer<typeof reportCompositionSchema>;

const cardOf = (kind: ReportCardKind, id: string = kind): ReportCard => reportCardSchema.parse({ kind, id });

const kindsOf: Readonly<Record<ReportTemplate, readonly ReportCardKind[]>> = {
  owner: ['title', 'summary', 'segments', 'revenue', 'map', 'changes', 'caveats', 'setAside'],
  team: ['title', 'summary', 'persona', 'caveats'],
  analyst: [
    ...(['title', 'summary', 'howMany', 'segments', 'revenue', 'profile', 'distributions', 'map', 'tree'] as const),
    ...(['changes', 'quality', 'setAside', 'caveats', 'origins', 'methods', 'persona'] as const),
  ],
};

export const templateOf = (template: ReportTemplate, paper: ReportPaper = 'a4'): ReportComposition => ({
  paper,
  cards: kindsOf[template].map((kind) => cardOf(kind)),
});

/** A new card with an id that none of these has. */
export const newCard = (kind: ReportCardKind, cards: readonly ReportCard[]): ReportCard => {
  const taken = new Set(cards.map(({ id }) => id));
  let id: string = kind;
  for (let n = 2; taken.has(id); n += 1) id = `${kind}-${n}`;
  return cardOf(kind, id);
};

/** Whether it names anybody. */
export const namesCustomers = ({ cards }: ReportComposition): boolean =>
  cards.some((one) => 'named' in one && one.named);
