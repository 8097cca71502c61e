import { preparationMessage, preparationNotes } from '../model/preparation.ts';
import type { Segmentation } from '../model/segmentation.ts';
import { type Html, html } from './html.ts';
import type { ReportInput } from './report-input.ts';
import { type Speaker, shownSegments, usedFacts } from './speaker.ts';
import { stabilityTable, sweepTable, trustFacts } from './trust-tables.ts';

const table = (caption: string, head: readonly string[], rows: readonly (readonly string[])[]): Html =>
  html`<div class="scroll" tabindex="0" role="group" aria-label="${caption}"><table class="figures-table">
<caption>${caption}</caption>
<thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map(([first, ...rest]) => html`<tr><th scope="row">${first ?? ''}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>\n`)}</tbody>
</table></div>
`;

const score = (value: number | null, { word, fixed }: Speaker): string =>
  value === null ? word('pictures.method.notComputed') : fixed(value, 4);

const howItCameAbout = (segmentation: Segmentation, speaker: Speaker): [string, string][] => {
  const { word, tell, format } = speaker;
  const { method, k, asked, statisticalK, scores, silhouette, inertia, iterations, seed } = segmentation;
  const best = scores.find((one) => one.k === statisticalK)?.silhouette ?? null;
  return [
    [word('pictures.method.method'), word(`pictures.method.${method}`)],
    [word('pictures.method.asked'), asked === 'auto' ? word('pictures.method.auto') : format.number(asked)],
    [word('pictures.method.k'), format.number(k)],
    [word('pictures.method.reason'), tell(segmentation.reason)],
    ...(segmentation.statisticalReason === null
      ? []
      : ([[word('trust.sweep.statistical'), tell(segmentation.statisticalReason)]] as [string, string][])),
    [
      word('pictures.method.statisticalK'),
      word('pictures.method.statisticalK.value', { k: statisticalK, score: best }),
    ],
    [word('pictures.method.silhouette'), score(silhouette, speaker)],
    [word('pictures.method.inertia'), format.number(inertia, 4)],
    ...(iterations > 0
      ? ([[word('pictures.method.iterations'), format.number(iterations)]] as [string, string][])
      : []),
    ...trustFacts(segmentation, speaker),
    [word('pictures.method.seed'), String(seed)],
    [word('pictures.method.engine'), segmentation.engineVersion],
    [word('pictures.method.input'), segmentation.inputHash],
  ];
};

const preparationTable = ({ features, preparation }: Segmentation, { word, tell, format, fixed }: Speaker): Html => {
  const nameOf = (key: string) => {
    const feature = features.find((one) => one.key === key);
    return feature === undefined ? key : tell(feature.name);
  };
  return table(
    word('pictures.method.preparation'),
    [
      word('pictures.method.feature'),
      word('pictures.method.transform'),
      word('report.method.skewBefore'),
      word('report.method.skewAfter'),
      word('report.method.mean'),
      word('report.method.deviation'),
      word('report.method.median'),
      word('pictures.method.imputed'),
    ],
    preparation.map((one) => {
      return [
        nameOf(one.feature),
        [preparationMessage(one, nameOf), ...preparationNotes(one)].map(tell).join(' · '),
        fixed(one.skewBefore, 2),
        fixed(one.skewAfter, 2),
        fixed(one.mean, 4),
        fixed(one.deviation, 4),
        fixed(one.median, 2),
        format.number(one.imputed),
      ];
    }),
  );
};

const effectTable = (segmentation: Segmentation, speaker: Speaker): Html => {
  const { word, fixed } = speaker;
  const facts = usedFacts(segmentation, speaker);
  const shown = shownSegments(segmentation, speaker);
  return table(
    `${word('report.method.effects')}. ${word('report.method.effects.text')}`,
    [word('pictures.method.feature'), ...shown.map(({ name }) => name)],
    [
      ...facts.map(({ feature: { key }, name }) => [
        name,
        ...shown.map(({ segment }) => fixed(segment.profile.find(({ feature }) => feature === key)?.effect ?? 0, 2)),
      ]),
      [word('pictures.method.segmentSilhouette'), ...shown.map(({ segment }) => score(segment.silhouette, speaker))],
    ],
  );
};

/** How it came about, in the analyst's words: everything that is needed to do it again. Folded away on screens. */
export const methodDetails = ({ segmentation }: ReportInput, speaker: Speaker): Html =>
  html`<details class="method" data-method-details>
<summary>${speaker.word('app.methodDetails')}</summary>
<dl class="how">${howItCameAbout(segmentation, speaker).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${preparationTable(segmentation, speaker)}${sweepTable(segmentation, speaker, table)}${stabilityTable(segmentation, speaker, table)}${effectTable(segmentation, speaker)}</details>
`;
