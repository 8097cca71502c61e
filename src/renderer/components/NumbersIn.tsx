import { Fragment, type ReactNode } from 'react';
import type { NumberInSentence, NumberRef } from '../../shared/model/number-origin.ts';
import { bindPercents } from '../../shared/words/format.ts';
import { NumberOrigin } from './NumberOrigin.tsx';

interface NumbersInProps {
  /** A whole sentence, as it was spoken. */
  readonly children: string;
  /** In any order; each is looked for where no other has been found. One that is not there stays plain. */
  readonly numbers: readonly NumberInSentence[];
}

interface Found {
  readonly at: number;
  readonly shown: string;
  readonly of: NumberRef;
}

/** Neither part of a longer number nor of a word. */
const standsAlone = (text: string, at: number, length: number): boolean =>
  !/[\d.,]\d?$|\p{L}$/u.test(text.slice(0, at)) && !/^(\d|[.,]\d|\p{L})/u.test(text.slice(at + length));

const findIn = (text: string, numbers: readonly NumberInSentence[]): Found[] => {
  const found: Found[] = [];
  const isFree = (at: number, length: number) =>
    !found.some((one) => at < one.at + one.shown.length && one.at < at + length);
  for (const [written, of] of numbers) {
    const shown = bindPercents(written);
    for (let at = shown === '' ? -1 : text.indexOf(shown); at >= 0; at = text.indexOf(shown, at + 1)) {
      if (!isFree(at, shown.length) || !standsAlone(text, at, shown.length)) continue;
      found.push({ at, shown, of });
      break;
    }
  }
  return found.sort((a, b) => a.at - b.at);
};

/** A sentence whose figures open up where they stand; sentences stay whole in every language. */
export const NumbersIn = ({ children: text, numbers }: NumbersInProps) => {
  const found = findIn(text, numbers);
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { at, shown, of } of found) {
    parts.push(
      <Fragment key={at}>
        {text.slice(from, at)}
        <NumberOrigin of={of}>{shown}</NumberOrigin>
      </Fragment>,
    );
    from = at + shown.length;
  }
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  );
};
