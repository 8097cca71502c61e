import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createXmlScanner, type XmlHandler } from '../../../../src/main/import/readers/scan-xml.ts';

/** What the scanner says of these pieces, texts joined, and whether the document is whole. */
const scan = (pieces: readonly string[], wanted: readonly string[] = []): { said: string[]; isComplete: boolean } => {
  const said: string[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') said.push(`text ${text}`);
    text = '';
  };
  const handler: XmlHandler = {
    wantsText: true,
    open: (name, attribute) => {
      flush();
      said.push(['open', name, ...wanted.map((one) => `${one}=${attribute(one)}`)].join(' '));
    },
    close: (name) => {
      flush();
      said.push(`close ${name}`);
    },
    text: (piece) => {
      text += piece;
    },
  };
  const scanner = createXmlScanner(handler);
  for (const piece of pieces) scanner.write(piece);
  return { said, isComplete: scanner.isComplete };
};

const sample =
  '<?xml version="1.0"?><!DOCTYPE a [<!ELEMENT a ANY>]>\n<!-- b --><x:a xmlns:x="y" r:id = \'1 > "2"\' t="&lt;&#x41;"><b/>t &amp; u<![CDATA[<c> ]] ]]><!-- <d> --><?e?></x:a> ';
const saidOfSample = [
  'open a id=1 > "2" t=<A',
  'open b id=undefined t=undefined',
  'close b',
  'text t & u<c> ]] ',
  'close a',
];

describe('createXmlScanner', () => {
  it('hears elements, attributes and texts', () => {
    expect(scan([sample], ['id', 't'])).toEqual({ said: saidOfSample, isComplete: true });
  });

  it('hears the same however the text is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(sample.length), { maxLength: 12 }), (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), sample.length];
        const pieces = places.slice(1).map((end, i) => sample.slice(places[i], end));
        expect(scan(pieces, ['id', 't'])).toEqual({ said: saidOfSample, isComplete: true });
      }),
    );
    expect(scan([...sample], ['id', 't'])).toEqual({ said: saidOfSample, isComplete: true });
  });

  it.each(['<a>', '<a></a', '<a><![CDATA[x]]', '', '<a/><!-- '])('says that %j is not complete', (text) => {
    expect(scan([text]).isComplete).toBe(false);
  });

  it.each([
    '<a></b>',
    '</a>',
    '<a/><b/>',
    '<a/>x',
    'x<a/>',
    '<>',
    '<a>&b;</a>',
    '<a>& b</a>',
    '<a>&#xFFFFFFF;</a>',
    '<a><!DOCTYPE b></a>',
    '<a>'.repeat(300),
  ])('refuses %j', (text) => {
    expect(() => scan([text])).toThrow(SyntaxError);
  });

  it.each(['<a b/>', '<a b=1/>', '<a b="1/>"', "<a b='1"])('refuses attributes such as %j', (text) => {
    expect(() => {
      const { isComplete } = scan([text], ['b']);
      if (!isComplete) throw new SyntaxError('cut');
    }).toThrow(SyntaxError);
  });
});
