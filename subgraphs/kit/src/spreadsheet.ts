/** Values of one cell stand behind each other with this between them. */
export const cellSeparator = ';';

/** Signs that make a spreadsheet read a cell as a formula, their full-width forms included (OWASP, CSV injection). */
const formula = /^[=+\-@\t\r\n＝＋－＠]/u;
/** Telephone numbers and negative ones: a formula of nothing but digits and a sign does nothing. */
const number = /^[+-]?\d+(\.\d+)?$/;
const neutralised = /^'(?=[=+\-@\t\r\n＝＋－＠])/u;

/**
 * Text as a cell of a file: what a spreadsheet would run stands behind an apostrophe, also where it does so only in countries
 * whose spreadsheets end a cell at a semicolon.
 */
export const cellText = (text: string): string =>
  each(text, (piece) => (formula.test(piece) && !number.test(piece) ? `'${piece}` : piece));

/** The text again of a cell that `cellText` wrote. */
export const textOfCell = (cell: string): string => each(cell, (piece) => piece.replace(neutralised, ''));

const each = (text: string, work: (piece: string) => string): string =>
  text.includes(cellSeparator) ? text.split(cellSeparator).map(work).join(cellSeparator) : work(text);
