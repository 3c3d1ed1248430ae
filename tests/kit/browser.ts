import { findChromium, withoutChromium } from '@ucp/scripts/chromium';
import axe, { type Result as Finding } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** A real browser that reaches nothing but what its pages ask for. @throws Error that says how to get one */
export async function startBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error(withoutChromium);
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Opens a page, does something there, and closes it. Whatever it asked for besides `origin` is told. */
export async function visit<Result>(
  browser: Browser,
  url: string,
  options: BrowserContextOptions,
  work: (page: Page) => Promise<Result>,
): Promise<{ readonly result: Result; readonly elsewhere: readonly string[] }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(url).origin) elsewhere.push(request.url());
  });
  try {
    await page.goto(url);
    return { result: await work(page), elsewhere };
  } finally {
    await context.close();
  }
}

/** What keeps people from using a page: rules of WCAG 2.2 A and AA and best practices that it breaks, with the places. */
export async function barriersOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate<readonly Finding[]>('axe.run().then(({ violations }) => violations)');
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
