import { type Message, message } from '../../../shared/model/message.ts';
import type { SampleRow } from './find-header.ts';
import type { TextSurvey } from './survey-text.ts';

/** What says that text is written in this encoding and with this delimiter. */
export const textEvidence = (
  { encoding, proof, strayBytes, sample }: TextSurvey,
  delimiter: string,
  rows: readonly SampleRow[],
): Message[] => {
  const declared = /^sep=./i.test(sample);
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [columns, alike] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [1, 0]);
  return [
    message('source.read.encoding', { encoding, proof, bytes: strayBytes }),
    message(declared ? 'source.read.delimiterDeclared' : 'source.read.delimiter', {
      delimiter,
      columns,
      alike,
      rows: rows.length,
    }),
  ];
};

/** Where the names of the columns were found. */
export const headerEvidence = (headerRow: number, rows: readonly SampleRow[]): Message => {
  const above = rows.filter(({ number }) => number < headerRow).length;
  return headerRow === 0 ? message('source.read.noHeader') : message('source.read.header', { row: headerRow, above });
};
