import type { Feature, Unit } from '../model/feature.ts';
import { type Message, message } from '../model/message.ts';
import type { Segment, Segmentation } from '../model/segmentation.ts';
import { segmentColor } from '../picture/segment-colors.ts';
import type { en } from '../words/en/index.ts';
import { bindPercents, type Format, fixedNumber } from '../words/format.ts';
import { inSentence } from '../words/in-sentence.ts';
import type { Values } from '../words/phrase.ts';
import { formatOf, say } from '../words/say.ts';

/** The words and numbers of one report, in its reader's language. */
export interface Speaker {
  readonly locale: string;
  readonly format: Format;
  /** A sentence that came as data. */
  tell(what: Message): string;
  word(key: keyof typeof en, values?: Values): string;
  /** So many decimals, zeros and all, to stand under each other. */
  fixed(value: number, digits: number): string;
  /** A value with its unit; “not known” where there is none. */
  value(value: number | null | undefined, unit: Unit): string;
}

export const createSpeaker = (locale: string): Speaker => {
  const tell = (what: Message) => bindPercents(say(what, locale));
  const word = (key: keyof typeof en, values: Values = {}) => tell(message(key, values));
  const format = formatOf(locale);
  return {
    locale,
    format: { ...format, share: (value) => bindPercents(format.share(value)) },
    tell,
    word,
    fixed: (value, digits) => fixedNumber(value, digits, locale),
    value: (value, unit) =>
      value === null || value === undefined || !Number.isFinite(value)
        ? word('pictures.unit.missing')
        : word(`pictures.unit.${unit}`, { value }),
  };
};

/** A segment as the report shows it. */
export interface ShownSegment {
  readonly segment: Segment;
  readonly name: string;
  readonly color: string;
}

export const shownSegments = ({ segments }: Segmentation, { tell }: Speaker): ShownSegment[] =>
  segments.map((segment) => ({ segment, name: tell(segment.name), color: segmentColor(segment.color) }));

/** A fact that the segments were made from. */
export interface UsedFact {
  readonly feature: Feature;
  readonly name: string;
  readonly median: number;
}

/** Those that were used, or of them the chosen ones. */
export const usedFacts = (
  { features, preparation }: Segmentation,
  { tell }: Speaker,
  chosen: readonly string[] | null = null,
): UsedFact[] =>
  preparation.flatMap(({ feature: key, used, median }) => {
    const feature = features.find((one) => one.key === key);
    const isWanted = used && (chosen === null || chosen.includes(key));
    return isWanted && feature !== undefined ? [{ feature, name: tell(feature.name), median }] : [];
  });

/** A fact's name within a sentence; a column keeps its name as the file has it. */
export const nameInSentence = ({ feature, name }: UsedFact, { locale }: Speaker): string =>
  feature.key.startsWith('column:') ? name : inSentence(name, locale);
