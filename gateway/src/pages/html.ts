/** Text that is HTML already. Everything else is escaped where it is put into a page. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

type Part = string | Html | null | readonly Html[];

const partText = (part: Part): string => {
  if (part === null) return '';
  if (part instanceof Html) return part.text;
  return typeof part === 'string'
    ? part.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
    : part.map(partText).join('');
};

/** A piece of a page: strings are escaped, pieces are put in as they are, null is nothing. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(texts.map((text, i) => `${text}${i < parts.length ? partText(parts[i] ?? null) : ''}`).join(''));
