import { describe, expect, it } from 'vitest';
import { sniffDelimiter } from '../../../../src/main/import/readers/sniff-delimiter.ts';

const sniff = (text: string) => sniffDelimiter(text, true);

describe('sniffDelimiter', () => {
  it.each([
    [',', 'id,name,price\n1,"Smith; John",2.5\n2,"Doe; Jane",3.5\n'],
    [';', 'id;name;price\n1;Smith, John;2,5\n2;Doe, Jane;3,5\n'],
    [';', '1,5;2,3\n2,5;3,3\n4,5;5,3\n'],
    ['\t', 'id\tname\tnote\n1\tSmith, John\ta;b\n2\tDoe, Jane\tc;d\n'],
    ['|', 'id|name|price\n1|Smith, John|2.5\n2|Doe|3.5\n'],
    [',', 'id,tags,price\n1,a|b,2\n2,c|d,3\n3,e|f,5\n'],
    [',', 'a,b\n1,"x\n;;;\n;;;"\n2,"y\n;;;\n;;;"\n'],
    [';', 'Sales report, all shops\n\nDay;Customer;Amount\n01.02.2023;7;1,5\n02.02.2023;8;2,5\n'],
    [';', 'sep=;\na,b;c\n1,5;2\n'],
    [',', 'id,size,price\n1,12" pipe,3\n2,5" nail,4\n3,3" bolt,5\n'],
  ])('finds %j', (delimiter, text) => {
    expect(sniff(text)).toBe(delimiter);
  });

  it.each([
    ' id  day   amount\n 1   19970101  11.77\n 2   19970112  12.00\n',
    '664159 550946\n665845 557965\n597173 575538\n',
    ' 00004 0001 19970101  2   29.33\r\n 00004 0001 19970118  2   29.73\r\n',
  ])('finds aligned columns', (text) => {
    expect(sniff(text)).toBe('whitespace');
  });

  it.each([
    'Customer name\nJohn Smith\nJane Doe\n',
    'order date\n2023-01-05 12:30:00\n2023-01-06 12:30:00\n',
    'Amount\n12.50\n13\n',
    'Comment\nGood\nHello, you\nFine thing; really\nbad\n',
  ])('leaves one column one column', (text) => {
    expect(sniff(text)).toBe(',');
  });

  it('takes no notice of a line that the sample cuts in two', () => {
    expect(sniffDelimiter('a;b;c\n1;2;3\n4;5,5,5,5', false)).toBe(';');
  });
});
