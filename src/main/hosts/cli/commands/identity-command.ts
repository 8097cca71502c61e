import { type Command, InvalidArgumentError, Option } from 'commander';
import type {
  IdentityDecision,
  IdentityOverview,
  IdentityPair,
  IdentityRecord,
} from '../../../../shared/model/identity.ts';
import { formatOf, say } from '../../../../shared/words/say.ts';
import type { Core } from '../../core/start-core.ts';
import type { CommandSetting } from '../command-setting.ts';
import { wholeNumber } from '../options.ts';
import { print } from '../output.ts';
import { follow, showProgress } from '../progress.ts';
import { openProject } from './project.ts';

const format = formatOf('en-GB');

interface IdentityOptions {
  readonly mergeSure?: boolean;
  readonly decide?: IdentityDecision[];
  readonly limit: number;
}

/** Collects `--decide 12-57=same --decide 3-9=different`. */
const decideOption = (text: string, before: IdentityDecision[] = []): IdentityDecision[] => {
  const [, a, b, verdict] = /^(\d{1,9})-(\d{1,9})=(same|different)$/.exec(text.trim()) ?? [];
  if (verdict === undefined)
    throw new InvalidArgumentError('It must be a pair and what it is, as in 12-57=same or 12-57=different.');
  return [...before, { a: Number(a), b: Number(b), verdict: verdict as IdentityDecision['verdict'] }];
};

const pageSize = 200;

const firstPairs = async (core: Core, limit: number): Promise<IdentityPair[]> => {
  const pairs: IdentityPair[] = [];
  while (pairs.length < limit) {
    const asked = Math.min(pageSize, limit - pairs.length);
    const page = await core.client.identity.queue({ offset: pairs.length, limit: asked });
    pairs.push(...page.pairs);
    if (page.pairs.length < asked) break;
  }
  return pairs;
};

/** Does what people decided, looks again, then puts together what is sure where that was asked for. */
const lookAt = async (core: Core, project: string, options: IdentityOptions, signal: AbortSignal) => {
  await openProject(core, project);
  const { identity } = core.client;
  const show = showProgress();
  try {
    const decisions = options.decide ?? [];
    if (decisions.length > 0) await follow(core.client, identity.decide({ decisions }), signal, show);
    await follow(core.client, identity.find(), signal, show);
    const merged =
      options.mergeSure === true ? (await follow(core.client, identity.mergeSure(), signal, show)).moved : 0;
    return { moved: merged, overview: await identity.get(), queue: await firstPairs(core, options.limit) };
  } finally {
    show.end();
  }
};

const recordJson = ({ id, customerId, key, sources, fields }: IdentityRecord) => ({
  id,
  customerId,
  key,
  sources,
  ...fields,
});

const pairJson = ({ id, a, b, probability, evidence, remark }: IdentityPair) => ({
  id,
  probability,
  a: recordJson(a),
  b: recordJson(b),
  evidence: evidence.map(({ about, level, bits, message }) => ({ about, level, bits, says: say(message) })),
  remark: remark === null ? null : say(remark),
});

const countJson = ({ search, ...counts }: IdentityOverview) => ({
  ...counts,
  records: search?.records ?? 0,
  compared: search?.compared ?? 0,
  notes: search?.notes.map((note) => say(note)) ?? [],
});

const recordLine = ({ key, fields }: IdentityRecord): string =>
  [key, ...Object.values(fields)].filter((part) => part !== null).join(', ');

const signed = (bits: number): string => `${bits < 0 ? '−' : '+'}${format.number(Math.abs(bits), 1)}`;

const pairLines = ({ id, a, b, probability, evidence, remark }: IdentityPair): string[] => [
  `${id}: one customer with a probability of ${format.number(probability, 3)}`,
  `    ${recordLine(a)}`,
  `    ${recordLine(b)}`,
  ...evidence.filter(({ bits }) => bits !== 0).map(({ bits, message }) => `    ${signed(bits)} bits: ${say(message)}`),
  ...(remark === null ? [] : [`    ${say(remark)}`]),
];

export const addIdentityCommand = (
  program: Command,
  { action, wantsJson, signal }: CommandSetting,
  withCore: <Result>(work: (core: Core) => Promise<Result>) => Promise<Result>,
): void => {
  program
    .command('identity')
    .description('find customers that stand several times: which surely do, and which to look at')
    .argument('<project>')
    .addOption(new Option('--merge-sure', 'put together all that surely are one customer'))
    .addOption(
      new Option('--decide <pair=verdict>', 'what a pair is, as in 12-57=same or 12-57=different').argParser(
        decideOption,
      ),
    )
    .addOption(
      new Option('--limit <number>', 'how many pairs to list').argParser(wholeNumber(0, 1_000_000)).default(50),
    )
    .addOption(new Option('--json', 'print one JSON value and nothing else'))
    .action(
      action(async (project: string, options: IdentityOptions) => {
        const { moved, overview, queue } = await withCore((core) => lookAt(core, project, options, signal));
        print(wantsJson, { moved, ...countJson(overview), queue: queue.map(pairJson) }, () => [
          `${format.count(overview.search?.records ?? 0, 'record', 'records')} compared by ${overview.atHand.join(', ')}`,
          ...(overview.search?.notes ?? []).map((note) => say(note)),
          ...(options.mergeSure === true
            ? [`${format.count(moved, 'record counts', 'records count')} as another customer now`]
            : [`${format.count(overview.sure, 'customer', 'customers')} surely there several times`]),
          `${format.count(overview.doubtful, 'pair', 'pairs')} to look at, ${format.count(overview.merged, 'customer', 'customers')} put together so far`,
          ...queue.flatMap(pairLines),
        ]);
      }),
    );
};
