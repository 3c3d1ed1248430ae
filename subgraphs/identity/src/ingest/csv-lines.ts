/** A line of a file as it stands, with the break that ends it. */
export interface Line {
  readonly text: string;
  readonly end: string;
  /** How many quotes it has. An odd number means that a quoted cell begins or ends in it. */
  readonly quotes: number;
  /** The line had more characters than a row may have; `text` is its beginning. */
  readonly tooLong: boolean;
}

export interface LineSplitter {
  readonly write: (text: string) => Line[];
  readonly end: () => Line[];
}

const kept = 1_000;

/** Parts text at CRLF, LF and CR alike. Holds at most one line of `limit` characters, whatever comes. */
export function createLineSplitter(limit: number): LineSplitter {
  let rest = '';
  let tooLong = false;

  const lineOf = (text: string, end: string): Line => {
    const long = tooLong || text.length > limit;
    tooLong = false;
    return long
      ? { text: text.slice(0, kept), end, quotes: 0, tooLong: true }
      : { text, end, quotes: quotesIn(text), tooLong: false };
  };
  const hold = (text: string): void => {
    tooLong ||= text.length > limit;
    rest = tooLong ? text.slice(0, kept) : text;
  };

  return {
    write: (text) => {
      // A CR at the end of a piece may be the first half of a CRLF.
      const parts = (rest + text).split(/(\r\n|\n|\r(?!$))/);
      const lines: Line[] = [];
      for (let i = 0; i + 1 < parts.length; i += 2) lines.push(lineOf(parts[i] ?? '', parts[i + 1] ?? ''));
      hold(parts.at(-1) ?? '');
      return lines;
    },
    end: () => {
      const end = rest.endsWith('\r') ? '\r' : '';
      return rest === '' ? [] : [lineOf(rest.slice(0, rest.length - end.length), end)];
    },
  };
}

function quotesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count += 1;
  return count;
}
