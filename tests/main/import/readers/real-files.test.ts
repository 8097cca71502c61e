import { expect, it } from 'vitest';
import { describeRealData, realData } from '../../../support/real-data.ts';
import { openOne } from './reading.ts';

describeRealData('openTables on real files', () => {
  it.each([
    [['online_retail', 'online_retail.csv.gz'], ',', 1, 541_909, 8],
    [['cdnow', 'CDNOW_master.txt'], 'whitespace', 1, 69_659, 4],
    [['cdnow', 'CDNOW_sample.txt'], 'whitespace', 0, 6919, 5],
    [['cdnow', 'cdnow_customers_summary_with_transactions.csv'], ',', 1, 2357, 5],
    [['superstore', 'superstore.csv'], ',', 1, 9993, 17],
    [['marketing_campaign', 'marketing_campaign.csv'], '\t', 1, 2240, 29],
    [['mall', 'Mall_Customers_standard.csv'], ',', 1, 200, 5],
    [['telco', 'Telco-Customer-Churn.csv'], ',', 1, 7043, 21],
    [['hillstrom', 'hillstrom.csv'], ',', 1, 64_000, 12],
    [['bank_marketing', 'bank-marketing.csv'], ';', 1, 45_211, 17],
    [['m3', 'quarterly.csv'], ',', 1, 756, 6],
    [['clusterbench', 's1.data.gz'], 'whitespace', 0, 5000, 2],
    [['clusterbench', 'hepta.data.gz'], '\t', 0, 212, 3],
    [['clusterbench', 'wine.data.gz'], 'whitespace', 0, 178, 13],
    [['clusterbench', 's1.labels0.gz'], ',', 0, 5000, 1],
  ])('reads %j', async (parts, delimiter, headerRow, rows, columns) => {
    const table = await openOne(realData(...parts));
    let found = 0;
    let last = 0;
    for await (const batch of table.rows({})) {
      found += batch.rows.length;
      for (const row of batch.rows) if (row.length !== columns) throw new Error(`${row.length} cells`);
      last = batch.rowNumbers.at(-1)!;
    }
    expect({
      delimiter: table.delimiter,
      headerRow: table.headerRow,
      columns: table.header.length,
      rows: found,
    }).toEqual({
      delimiter,
      headerRow,
      columns,
      rows,
    });
    expect(last).toBe(headerRow + rows);
  });
});
