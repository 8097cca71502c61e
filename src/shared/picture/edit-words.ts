import { type Message, message } from '../model/message.ts';
import type { Segmentation } from '../model/segmentation.ts';

/**
 * What people did to the segments of a run, for Method details: [what, how], in the analyst's words.
 * @param tell speaks a name
 * @param list puts names together
 */
export const editDetails = (
  { edit, kept = [], segments }: Segmentation,
  tell: (name: Message) => string,
  list: (names: readonly string[]) => string,
): [Message, Message][] => {
  const keptNames = kept.map(({ id }) => segments.find((one) => one.id === id)).filter((one) => one !== undefined);
  return [
    ...(edit === undefined
      ? []
      : ([
          [
            message('edit.method'),
            message(`edit.method.${edit.kind}`, {
              from: edit.fromId,
              names: list(edit.segments.map(({ name }) => tell(name))),
              customers: edit.segments.reduce((sum, { size }) => sum + size, 0),
              parts: edit.parts.length,
              seed: edit.seed,
            }),
          ],
        ] as [Message, Message][])),
    ...(kept.length === 0
      ? []
      : ([
          [
            message('edit.method.kept'),
            message('edit.method.kept.value', {
              count: kept.length,
              customers: kept.reduce((sum, { size }) => sum + size, 0),
              names: list(keptNames.map(({ name }) => tell(name))),
            }),
          ],
        ] as [Message, Message][])),
  ];
};
