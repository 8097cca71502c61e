import { extname } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  type ReportFormat,
  type ReportTemplate,
  reportFormats,
  reportTemplates,
} from '../../../../shared/model/report.ts';
import type { Core } from '../../core/start-core.ts';
import type { CommandSetting } from '../command-setting.ts';
import { pathOption } from '../options.ts';
import { print } from '../output.ts';
import { follow } from '../progress.ts';
import { saveExport } from './export.ts';
import { openProject } from './project.ts';

interface ReportCommandOptions {
  readonly out: string;
  readonly template?: ReportTemplate;
  readonly customers?: boolean;
  readonly withCustomers?: boolean;
}

const formatOf = (path: string): ReportFormat | null =>
  reportFormats.find((format) => extname(path).toLowerCase() === `.${format}`) ?? null;

/** A file whose ending says what it is to be. */
const reportPath = (text: string): string => {
  const path = pathOption(text);
  if (formatOf(path) === null)
    throw new InvalidArgumentError(`It must end in ${reportFormats.map((format) => `.${format}`).join(', ')}.`);
  return path;
};

export const addReportCommand = (
  program: Command,
  { action, wantsJson, signal }: CommandSetting,
  withCore: <Result>(work: (core: Core) => Promise<Result>) => Promise<Result>,
): void => {
  program
    .command('report')
    .description('write the report: a web page, a PDF, a workbook or slides, by the ending of the file')
    .argument('<project>')
    .addOption(
      new Option('--out <file>', reportFormats.map((format) => `.${format}`).join(', '))
        .argParser(reportPath)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--template <name>', 'instead of what the project’s own report is made of').choices([
        ...reportTemplates,
      ]),
    )
    .option('--customers', 'name individual customers in it')
    .addOption(new Option('--with-customers').hideHelp())
    .option('--json', 'print one JSON value and nothing else')
    .action(
      action(async (project: string, { out, template, customers, withCustomers }: ReportCommandOptions) => {
        const value = await withCore(async (core) => {
          await openProject(core, project);
          const handle = await follow(
            core.client,
            core.client.export.report({
              withCustomers: customers === true || withCustomers === true,
              format: formatOf(out)!,
              ...(template === undefined ? {} : { template }),
            }),
            signal,
          );
          return { file: await saveExport(core, handle.id, out), bytes: handle.bytes };
        });
        print(wantsJson, value, () => [`Written to ${value.file}`]);
      }),
    );
};
