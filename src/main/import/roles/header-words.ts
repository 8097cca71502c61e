/**
 * A heading as lower-case words with single spaces: `InvoiceNo`, `invoice_no` and `Invoice-No.` are all `invoice no`,
 * accents are gone.
 */
export const headerWords = (heading: string): string =>
  heading
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ß/g, 'ss')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[n]°|[n]º/g, 'no ')
    .replace(/e mail\b|e-mail\b/g, 'email')
    .replace(/[^\p{L}\p{N}%#]+/gu, ' ')
    .trim();
