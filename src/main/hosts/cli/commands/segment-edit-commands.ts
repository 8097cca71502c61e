import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Segmentation } from '../../../../shared/model/segmentation.ts';
import type { Core } from '../../core/start-core.ts';
import type { CommandSetting } from '../command-setting.ts';
import { seedOption, segmentOption, wholeNumber } from '../options.ts';
import { print } from '../output.ts';
import { follow, showProgress } from '../progress.ts';
import { segmentationJson, segmentationLines } from './describe.ts';
import { openProject } from './project.ts';

/** What was made, with which segments are frozen. */
const editedJson = (segmentation: Segmentation) => ({
  ...segmentationJson(segmentation),
  frozen: segmentation.segments.filter(({ frozen }) => frozen).map(({ id }) => id),
});

const segmentId = (text: string): number => segmentOption(text)[0]!;

const twoOrMore = (text: string, before: number[] = []): number[] => {
  const all = segmentOption(text, before);
  if (new Set(all).size < all.length) throw new InvalidArgumentError('Each segment is named once.');
  return all;
};

/** What people do to segments by hand, below `tessera segment`; ids are those that `segment --json` prints. */
export const addSegmentEditCommands = (
  segment: Command,
  { action, wantsJson, signal }: CommandSetting,
  withCore: <Result>(work: (core: Core) => Promise<Result>) => Promise<Result>,
): void => {
  const json = () => new Option('--json', 'print one JSON value and nothing else');
  const edit = (
    project: string,
    work: (core: Core, show: ReturnType<typeof showProgress>) => Promise<unknown>,
  ): Promise<void> =>
    withCore(async (core) => {
      await openProject(core, project);
      const show = showProgress();
      try {
        await work(core, show);
      } finally {
        show.end();
      }
      const made = (await core.client.segmentation.get({}))!;
      print(wantsJson, editedJson(made), () => segmentationLines(made));
    });
  segment
    .command('merge')
    .description('put segments together; the largest keeps its number, name and colour')
    .argument('<project>')
    .argument('<id...>', 'two segments or more', twoOrMore)
    .addOption(json())
    .action(
      action((project: string, ids: number[]) =>
        edit(project, ({ client }, show) => follow(client, client.segment.merge({ ids }), signal, show)),
      ),
    );
  segment
    .command('split')
    .description('divide a segment')
    .argument('<project>')
    .argument('<id>', 'the segment', segmentId)
    .addOption(new Option('--parts <number>', 'into how many, 2 to 6').argParser(wholeNumber(2, 6)).default(2))
    .addOption(new Option('--seed <number>', 'the same seed gives the same answer').argParser(seedOption).default(1))
    .addOption(json())
    .action(
      action((project: string, id: number, { parts, seed }: { parts: number; seed: number }) =>
        edit(project, ({ client }, show) => follow(client, client.segment.split({ id, parts, seed }), signal, show)),
      ),
    );
  segment
    .command('freeze')
    .description('keep a segment’s customers when segments are found again')
    .argument('<project>')
    .argument('<id>', 'the segment', segmentId)
    .option('--off', 'let it change again')
    .addOption(json())
    .action(
      action((project: string, id: number, { off }: { off?: boolean }) =>
        edit(project, ({ client }) => client.segment.freeze({ id, on: off !== true })),
      ),
    );
};
