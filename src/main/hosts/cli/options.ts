import { InvalidArgumentError } from 'commander';
import { columnRoleSchema } from '../../../shared/model/column.ts';
import { type KChoice, maxK } from '../../../shared/model/segmentation.ts';
import { isFurther, type SetAsideReason, setAsideReasons } from '../../../shared/model/source.ts';
import type { RoleChoice } from './commands/map-roles.ts';

export const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most)
      throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
    return value;
  };

const kUpTo =
  (most: number) =>
  (text: string): KChoice =>
    text === 'auto' ? 'auto' : wholeNumber(1, most)(text);
export const kOption = kUpTo(maxK);
/** Parts of a matrix need no names and no colours. */
export const clusterKOption = kUpTo(1_000_000);

const switchable = setAsideReasons.filter(
  (reason) => reason !== 'unreadable' && reason !== 'byHand' && !isFurther(reason),
);
/** A path; an empty one is a variable that was not set, not the current folder. */
export const pathOption = (text: string): string => {
  if (text.trim() === '') throw new InvalidArgumentError('It must not be empty.');
  return text;
};

const segmentId = wholeNumber(1, 2 ** 31 - 1);
/** Collects `--segment 1 2 --segment 3`. */
export const segmentOption = (text: string, before: number[] = []): number[] => [...before, segmentId(text)];

/** Collects `--keep a --keep b` and `--keep a,b`. */
export const keepOption = (text: string, before: SetAsideReason[] = []): SetAsideReason[] => {
  const asked = text.split(',').map((one) => one.trim());
  for (const one of asked)
    if (!(switchable as string[]).includes(one))
      throw new InvalidArgumentError(`The rules are ${switchable.join(', ')}.`);
  return [...before, ...(asked as SetAsideReason[])];
};

/** Collects `--map customer=Email --map date="Created at"`; a role may also be taken away with `none=Column`. */
export const mapOption = (text: string, before: RoleChoice[] = []): RoleChoice[] => {
  const at = text.indexOf('=');
  const role = columnRoleSchema.safeParse(text.slice(0, Math.max(0, at)).trim());
  const column = text.slice(at + 1).trim();
  if (!role.success || column === '')
    throw new InvalidArgumentError(
      `It must be role=column, as in customer=Email. The roles are ${columnRoleSchema.options.join(', ')}.`,
    );
  return [...before, { role: role.data, column }];
};

export const numberOption = (text: string): number => {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0)
    throw new InvalidArgumentError('It must be a number of 0 or more.');
  return value;
};

export const seedOption = wholeNumber(0, 2 ** 31 - 1);

export const dayOption = (text: string): string => {
  const at = new Date(`${text}T00:00:00Z`);
  // 31 February is read as 2 March.
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text)
    throw new InvalidArgumentError('It must be a day as in 2025-12-31.');
  return text;
};

/** `2..12` */
export const sweepOption = (text: string): number[] => {
  const [, from, to] = /^(\d+)\.\.(\d+)$/.exec(text.trim()) ?? [];
  if (from === undefined || Number(from) < 1 || Number(to) < Number(from) || Number(to) > 1000)
    throw new InvalidArgumentError('It must be two numbers as in 2..12.');
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => Number(from) + i);
};
