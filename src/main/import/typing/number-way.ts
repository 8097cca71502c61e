import { styleOfFormat } from './number-format.ts';
import { type NumberWay, numberWay } from './scan-number.ts';

/** Which marks a format of ours has; plain for null. */
export const wayOfFormat = (format: string | null): NumberWay => {
  const { group, decimal } = styleOfFormat(format);
  if (decimal === ',')
    return group === '' ? numberWay.comma : group === '.' ? numberWay.dotComma : numberWay.spaceComma;
  if (group === '') return numberWay.plain;
  return group === ',' ? numberWay.commaDot : /['’]/.test(group) ? numberWay.apostropheDot : numberWay.spaceDot;
};
