/** ExcelJS's own XML reader (saxes underneath), which its type declarations leave out. */
declare module 'exceljs/lib/utils/parse-sax.js' {
  export interface Tag {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
  }
  export type SaxEvent =
    | { readonly eventType: 'opentag'; readonly value: Tag }
    | { readonly eventType: 'closetag'; readonly value: Tag }
    | { readonly eventType: 'text'; readonly value: string };
  const parseSax: (chunks: AsyncIterable<string>) => AsyncGenerator<SaxEvent[]>;
  export default parseSax;
}
