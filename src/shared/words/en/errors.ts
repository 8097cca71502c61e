import type { ErrorCode } from '../../errors.ts';
import type { Phrase } from '../phrase.ts';
import { formulaProblems } from './formula-problems.ts';
import { exportInstead } from './shops.ts';

/** One or two sentences an error: what happened, where, what to do next. No code, no blame. */
export const errors = {
  'error.fileMissing': (v) =>
    `“${v.file}” is no longer there. Check that it was not moved or renamed, then open it again.`,
  'error.fileLocked': (v) =>
    `“${v.file}” is in use by another program or may not be read. Close it there (Excel often holds a file), then try again.`,
  'error.fileUnreadable': (v) =>
    `“${v.file}” could not be read: ${v.reason}. Save it again as CSV or XLSX and open that file.`,
  'error.fileEmpty': (v) => `“${v.file}” is empty. Export it again and check that it has rows.`,
  'error.fileHeaderOnly': (v) =>
    `“${v.file}” has column names but no rows under them. Export it again with a longer period.`,
  'error.fileNotWhatItSays': (v) =>
    `“${v.file}” is called ${v.says} but holds ${v.is}. Save it again in the right format, or rename it to match what it holds.`,
  'error.fileTooWide': (v, f) =>
    `“${v.file}” has ${f.number(Number(v.columns))} columns; ${f.number(Number(v.limit))} is the most a project can hold. Delete the columns you do not need and open it again.`,
  'error.fileTooLarge': (v, f) =>
    `“${v.file}” holds ${f.number(Number(v.megabytes))} MB; ${f.number(Number(v.limitMegabytes))} MB is the most for this kind of file. Save it as CSV and open that file.`,
  'error.fileDamaged': (v, f) =>
    `“${v.file}” is damaged${v.row ? ` near row ${f.number(Number(v.row))}` : ''}: ${v.reason}. Export it again.`,
  'error.fileChanged': (v) => `“${v.file}” changed after you looked at it. Open it again to see what it holds now.`,
  'error.fileKindUnknown': (v) =>
    `“${v.file}” is not a spreadsheet that Tessera reads. Save it as CSV or XLSX and open that file.`,
  'error.folderEmpty': (v) =>
    `The folder “${v.file}” holds no spreadsheets that Tessera reads. Choose the folder or the files that hold your data.`,
  'error.isProject': (v) =>
    `“${v.file}” is a Tessera project. Open it as a project instead of reading it as a spreadsheet.`,
  'error.noNumbers': (v) =>
    `“${v.file}” holds only text. Tessera needs dates and amounts, or at least two columns of numbers for each customer.`,
  'error.noCustomers': (v) =>
    `No customers are left to segment${v.file ? ` in “${v.file}”` : ''}. Check which column names the customer, or keep some of the lines that were set aside.`,
  'error.noOrders': () => 'This project has no orders with a customer and a day. Open a file of orders to look ahead.',
  'error.mappingIncomplete': (v, f) =>
    `“${v.file}” still needs ${v.missing}. Choose the column that holds it.${v.advice ? ` If there is none: ${exportInstead(v, f)}` : ''}`,
  'error.tooFewCustomers': (v, f) =>
    `There ${Number(v.customers) === 1 ? 'is' : 'are'} ${f.count(Number(v.customers), 'customer', 'customers')}; segments need at least ${f.number(Number(v.needed))}. Add more data.`,
  'error.tooFewToPredict': (v, f) =>
    `There ${Number(v.customers) === 1 ? 'is' : 'are'} ${f.count(Number(v.customers), 'customer', 'customers')}, and ${f.number(Number(v.repeatBuyers))} of them came again. To look ahead it takes at least ${f.number(Number(v.neededCustomers))} customers, ${f.number(Number(v.neededRepeatBuyers))} of whom came again. Add a longer period.`,
  'error.allAlike': (v, f) =>
    `All ${f.number(Number(v.customers))} customers are alike in every number, so nothing tells them apart. Add a column in which they differ, or a longer period.`,
  'error.tooManySegments': (v, f) =>
    `${f.number(Number(v.k))} segments were asked for, but only ${f.count(Number(v.customers), 'customer differs', 'customers differ')} from each other. Ask for fewer.`,
  'error.tooManyCustomers': (v, f) =>
    `${f.number(Number(v.customers))} customers are more than this way of grouping can take (${f.number(Number(v.limit))}). Choose the quick way instead.`,
  'error.badNumber': (v, f) =>
    `“${v.value}” in row ${f.number(Number(v.row))}, column ${v.column} of “${v.file}” is not a number. Correct it, or leave that column out.`,
  'error.badHistory': (v, f) =>
    `Row ${f.number(Number(v.row))} of “${v.file}” cannot be: ${v.problem}. Correct that row and try again.`,
  'error.badShape': (v, f) =>
    `Row ${f.number(Number(v.row))} of “${v.file}” has ${f.count(Number(v.found), 'value', 'values')} where ${f.number(Number(v.expected))} were expected. Correct that row and open the file again.`,
  'error.diskFull': (v) =>
    `The disk is full, so “${v.file}” could not be written. Nothing was changed. Free some space and try again.`,
  'error.fileNotWritten': (v) => `“${v.file}” could not be written: ${v.reason}. Choose another place.`,
  'error.projectMissing': (v) => `The project “${v.file}” is no longer there. Check that it was not moved or renamed.`,
  'error.projectExists': (v) =>
    `There already is a project in “${v.file}”. Choose another place, or say that it may be replaced.`,
  'error.projectProtected': (v) =>
    `“${v.file}” cannot be written where it is: its folder is protected, or takes no such name. Copy it into a folder of your own, such as Documents, or choose another place.`,
  'error.projectLocked': (v) => `“${v.file}” is already open in ${v.owner}. Close it there first, or work there.`,
  'error.projectFromFuture': (v) =>
    `“${v.file}” was made by a newer Tessera (format ${v.version}, this one knows ${v.supported}). It was not touched. Update Tessera to open it.`,
  'error.projectDamaged': (v) =>
    `“${v.file}” is damaged and was not changed (${v.reason}). Open the copy from your last backup.`,
  'error.notAProject': (v) =>
    `“${v.file}” is not a Tessera project. Open it as a spreadsheet instead, or choose a file that ends in .tessera.`,
  'error.noProject': () => 'No project is open. Drop a spreadsheet, or open a project first.',
  'error.nameTaken': (v) =>
    v.what === 'feature'
      ? `There is a fact called “${v.name}” already. Choose another name.`
      : `Another segment is called “${v.name}” already, now or in an earlier division. Choose a name that tells the two apart.`,
  'error.notFound': (v) =>
    v.what === 'segmentation' && v.id === null
      ? 'This project has no segments yet. Find segments first.'
      : `The ${v.what} asked for is not in this project. It may have been undone; go back and choose again.`,
  'error.nothingToUndo': () => 'There is nothing to undo.',
  'error.nothingToRedo': () => 'There is nothing to redo.',
  'error.busy': () => 'Tessera is still working on something else. Wait for it to finish, or cancel it.',
  'error.badFormula': (v) => {
    const problem = formulaProblems[String(v.problem)]?.(v) ?? 'it cannot be read';
    return `This formula cannot be used: at character ${v.position}, ${problem}.`;
  },
  'error.featureInUse': (v) => `“${v.name}” is read by “${v.by}”. Remove that one first.`,
  'error.badInput': (v) => `${v.method} cannot take this: ${v.problem}.`,
  'error.unknownMethod': (v) => `Tessera has no “${v.method}”.`,
  'error.wrongUsage': (v) => `${v.problem}`,
  'error.cancelled': () => 'Cancelled. Nothing was changed.',
  'error.internal': (v) =>
    `Something went wrong inside Tessera, and nothing was changed. The local log has the details under ${v.reference}.`,
} satisfies Record<`error.${ErrorCode}`, Phrase>;
