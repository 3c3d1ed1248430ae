/** Of equally good ones the first is taken. */
const candidates = [',', ';', '\t', '|'];
const sampleLines = 10;
/** Characters of the beginning of a file that are looked at. */
const sampleSize = 65_536;

/** Whether this much of a file is enough to tell its delimiter. */
export const isSample = (text: string): boolean => text.length >= sampleSize || rowsOf(text, ',').length > sampleLines;

/** What a spreadsheet writes before the header to tell its own delimiter: `sep=;`. */
export const separatorLine = /^sep=([^\r\n"])(\r\n|\n|\r)/i;

/**
 * The delimiter of a file by its beginning: the one that parts most rows into as many cells as the header, in doubt into more.
 * A file of one column has none; the comma then does no harm.
 */
export function delimiterOf(text: string): string {
  const told = separatorLine.exec(text)?.[1];
  if (told !== undefined) return told;
  const scored = candidates.map((delimiter) => {
    const [header = 0, ...rows] = rowsOf(text.slice(0, sampleSize), delimiter).slice(0, sampleLines);
    return { delimiter, cells: header, alike: header === 0 ? -1 : rows.filter((count) => count === header).length };
  });
  return scored.reduce((a, b) => (b.alike > a.alike || (b.alike === a.alike && b.cells > a.cells) ? b : a)).delimiter;
}

/** How often a character stands outside of quotes in each row, empty ones left out. */
function rowsOf(text: string, character: string): number[] {
  const counts: number[] = [];
  let [count, quoted, empty] = [0, false, true];
  for (const each of text) {
    if (each === '"') quoted = !quoted;
    if (!quoted && each === character) count += 1;
    if (quoted || (each !== '\n' && each !== '\r')) empty = false;
    else if (!empty) {
      counts.push(count);
      [count, empty] = [0, true];
    }
  }
  return empty ? counts : [...counts, count];
}
