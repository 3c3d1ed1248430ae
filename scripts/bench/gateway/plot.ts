import type { Figure } from '../report.ts';

const width = 900;
const label = 300;
const row = 22;
const colours = ['#3b6fb6', '#c94f4f'];

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** Processor time of a request by case and subject, as bars; the longest of each case is as wide as the picture. */
export function plot(figures: readonly Figure[]): string {
  const shown = figures.filter(({ unit }) => unit.startsWith('ms'));
  const cases = [...new Set(shown.map((figure) => figure.case))];
  let y = 40;
  const parts = cases.flatMap((name) => {
    const rows = shown.filter((figure) => figure.case === name);
    const longest = Math.max(...rows.map(({ figure }) => figure));
    y += 34;
    const title = `<text x="10" y="${y - 8}" font-weight="bold">${escaped(name)}</text>`;
    const bars = rows.map(({ subject, figure, ratio }) => {
      const length = Math.max(1, (figure / longest) * (width - label - 150));
      const colour = subject.startsWith('ours') ? colours[1] : colours[0];
      const text = `${figure} ms${ratio === null ? '' : ` · ${ratio}×`}`;
      const bar = `<text x="${label - 8}" y="${y + 15}" text-anchor="end">${escaped(subject)}</text><rect x="${label}" y="${y + 3}" width="${length.toFixed(1)}" height="${row - 6}" fill="${colour}"/><text x="${label + length + 6}" y="${y + 15}">${escaped(text)}</text>`;
      y += row;
      return bar;
    });
    return [title, ...bars];
  });
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y + 20}" font-family="sans-serif" font-size="13"><rect width="100%" height="100%" fill="white"/><text x="10" y="26" font-size="16">Processor time of a request, all processes together; how often less than @apollo/gateway over HTTP</text>`;
  return `${head}\n${parts.join('\n')}\n</svg>\n`;
}
