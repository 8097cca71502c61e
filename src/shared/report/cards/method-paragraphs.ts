import { preparationMessage } from '../../model/preparation.ts';
import type { ReportMaterial } from '../../model/report-material.ts';
import { editDetails } from '../../picture/edit-words.ts';
import { nameInSentence, type Speaker, usedFacts } from '../speaker.ts';

type MethodMaterial = Pick<ReportMaterial, 'segmentation' | 'setAside'> & {
  readonly sources: readonly Pick<ReportMaterial['sources'][number], 'file'>[];
};

/** Features up to this many are told one by one; of more the table tells. */
const mostTold = 12;

/** Rows that rules set aside; nothing where that is not known any more, or none is. */
const asideSentence = (setAside: ReportMaterial['setAside'], { word, format }: Speaker): string[] => {
  const taken = (setAside ?? []).filter(({ on, lines }) => on && lines > 0);
  if (taken.length === 0) return [];
  const reasons = taken.map(({ reason, lines }) =>
    word('origin.data.reason', { reason: word(`aside.${reason}`), lines }),
  );
  return [
    word('origin.method.aside', {
      lines: taken.reduce((sum, { lines }) => sum + lines, 0),
      reasons: format.list(reasons),
    }),
  ];
};

/** What was done to each feature that was used. */
const preparationSentence = ({ segmentation }: MethodMaterial, speaker: Speaker): string[] => {
  const facts = usedFacts(segmentation, speaker);
  if (facts.length === 0 || facts.length > mostTold) return [];
  const nameOf = (key: string) => facts.find(({ feature }) => feature.key === key)?.name ?? key;
  const items = facts.map((fact) => {
    const one = segmentation.preparation.find(({ feature }) => feature === fact.feature.key)!;
    return speaker.word('origin.method.preparation.item', {
      feature: nameInSentence(fact, speaker),
      done: speaker.tell(preparationMessage(one, nameOf)),
    });
  });
  return [speaker.word('origin.method.preparation', { list: speaker.format.list(items) })];
};

/** What people changed of what the method had found. */
const editSentences = ({ segmentation }: MethodMaterial, { tell, format }: Speaker): string[] =>
  editDetails(segmentation, tell, format.list).map(([what, how]) => `${tell(what)}: ${tell(how)}.`);

/** The method as paragraphs that an analyst can quote: data and what was set aside, preparation, algorithm, number, what people changed, validation, reproduction. */
export const methodParagraphs = ({ segmentation, sources, setAside }: MethodMaterial, speaker: Speaker): string[] => {
  const { word, format, fixed, tell } = speaker;
  const { customers, asOf, method, k, asked, seed, silhouette, structure, trust, preparation } = segmentation;
  const facts = usedFacts(segmentation, speaker);
  const logs = preparation.filter(({ used, transform }) => used && transform !== 'none').length;
  const jaccards = trust?.parts.flatMap((part) => (part == null ? [] : [part.jaccard])) ?? [];
  const data = word('report.methods.data', {
    customers,
    facts: format.list(facts.map((fact) => nameInSentence(fact, speaker))),
    count: facts.length,
    asOf,
    files: format.list([...new Set(sources.map(({ file }) => file))]),
  });
  const prepared = word('report.methods.prepared', {
    features: facts.length,
    logs,
    imputed: preparation.reduce((sum, { used, imputed }) => sum + (used ? imputed : 0), 0),
    leftOut: preparation.filter(({ used }) => !used).length,
  });
  const clustered = word('report.methods.clustered', {
    method: word(`pictures.method.${method}`),
    k,
    asked: asked === 'auto',
    seed,
    silhouette: silhouette === null ? null : fixed(silhouette, 3),
  });
  const validated = [
    ...(structure === null
      ? []
      : [word('report.methods.structure', { verdict: structure.verdict, pValue: structure.pValue })]),
    ...(trust === null || jaccards.length === 0
      ? []
      : [
          word('report.methods.stability', {
            bootstraps: trust.bootstraps,
            rows: trust.rows,
            least: fixed(Math.min(...jaccards), 2),
            most: fixed(Math.max(...jaccards), 2),
          }),
        ]),
    ...(trust?.secondOpinion == null
      ? []
      : [
          word('report.methods.opinion', {
            library: trust.secondOpinion.library,
            rows: trust.secondOpinion.rows,
            index: fixed(trust.secondOpinion.adjustedRandIndex, 3),
          }),
        ]),
  ];
  const material = { segmentation, sources, setAside };
  const engine = word('origin.method.engine', {
    engine: segmentation.engineVersion,
    hash: segmentation.inputHash.slice(0, 12),
    day: segmentation.createdAt.slice(0, 10),
  });
  return [
    [data, ...asideSentence(setAside, speaker), prepared, ...preparationSentence(material, speaker)].join(' '),
    [clustered, tell(segmentation.reason), ...editSentences(material, speaker)].join(' '),
    ...(validated.length === 0 ? [] : [validated.join(' ')]),
    engine,
  ];
};
