import { orderFindings } from './order-findings.ts';
import type { RowFinding, SearchSetting } from './row-finding.ts';
import { tableFindings } from './table-findings.ts';

/** What is wrong with whole rows of a table. */
export const rowFindings = (setting: SearchSetting): Promise<RowFinding[]> =>
  setting.source.kind === 'orderLines' || setting.source.kind === 'orders'
    ? orderFindings(setting)
    : tableFindings(setting);
