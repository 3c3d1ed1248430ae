import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriersOf, startBrowser, visit } from '../kit/browser.ts';
import { waitForProcesses } from '../kit/patience.ts';
import { type Story, tellStory } from '../kit/story.ts';
import { type System, startSystem } from '../kit/system.ts';

waitForProcesses();
/** The narrowest screen of WCAG 2.2, 1.4.10, and no script. */
const narrow = { javaScriptEnabled: false, viewport: { width: 320, height: 640 } };
let system: System;
let story: Story;
let browser: Browser;
let next = 0;

beforeAll(async () => {
  browser = await startBrowser();
  system = await startSystem();
  story = await tellStory(system);
});
afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

async function subscriber() {
  const email = `reader${next}@example.com`;
  const mobile = `+1512555${String(2000 + next++)}`;
  const id = await story.contact({ email }, { mobile });
  await story.consent('email', email, 'GRANTED', 'news');
  await story.consent('sms', mobile, 'GRANTED', 'deals');
  const query = 'query ($id: ID!) { contact(id: $id) { preferencesUrl email { unsubscribeUrl(topic: "news") } } }';
  const { data } = await story.ask(query, { id });
  return { id, email, preferencesUrl: data.contact.preferencesUrl, unsubscribeUrl: data.contact.email.unsubscribeUrl };
}

/** What may be sent by email, and what is wanted by SMS: sending by SMS has its hours. */
const wanted = async (id: string) => {
  const query = `query ($id: ID!) { contact(id: $id) {
    email { canSend(topic: "news") { allowed } } sms { preferences { subscribed } }
  } }`;
  const { email, sms } = (await story.ask(query, { id })).data.contact;
  return { news: email.canSend.allowed, deals: sms.preferences[0].subscribed };
};
const fits = async (page: Page) =>
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
const statusOf = (page: Page) => page.getByRole('status').textContent();

test('preferences are changed by the keyboard alone, without script, on the narrowest screen', async () => {
  const person = await subscriber();
  const { elsewhere } = await visit(browser, person.preferencesUrl, narrow, async (page) => {
    expect(await page.title()).toMatch(/^Your preferences – account \d+$/);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await fits(page);
    const news = page.getByRole('group', { name: 'Email' }).getByRole('checkbox', { name: 'News' });
    expect(await news.isChecked()).toBe(true);
    await page.keyboard.press('Tab');
    expect(await news.evaluate((element) => Object(element).matches(':focus'))).toBe(true);
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Your preferences are saved' }).waitFor();
    expect(await statusOf(page)).toMatch(/may send you:\s*Text messages \(SMS\) to …\d{4}: Deals/);
    expect(await news.isChecked()).toBe(false);
    await fits(page);
  });
  expect(elsewhere).toEqual([]);
  expect(await wanted(person.id)).toEqual({ news: false, deals: true });
});

test('everything is ended by one button', async () => {
  const person = await subscriber();
  await visit(browser, person.preferencesUrl, narrow, async (page) => {
    await page.getByRole('button', { name: 'Unsubscribe from everything' }).click();
    expect(await statusOf(page)).toContain('sends you nothing more on these channels');
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0);
  });
  expect(await wanted(person.id)).toEqual({ news: false, deals: false });
});

test('a link to unsubscribe opens a page, and only its button unsubscribes', async () => {
  const person = await subscriber();
  await visit(browser, person.unsubscribeUrl, narrow, async (page) => {
    await fits(page);
    await page.reload();
    expect(await wanted(person.id)).toEqual({ news: true, deals: true });
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      page.getByRole('button', { name: 'Unsubscribe' }).click(),
    ]);
    expect([answer.status(), answer.request().redirectedFrom()]).toEqual([200, null]);
    expect(await statusOf(page)).toMatch(/sends no more “News” to r…@example\.com/);
    await page.reload();
    expect(await statusOf(page)).toContain('News');
  });
  expect(await wanted(person.id)).toEqual({ news: false, deals: true });
});

test('no page has a barrier that a checker of accessibility finds, by day and by night', async () => {
  const person = await subscriber();
  const pages: readonly (readonly [string, string | null])[] = [
    [person.preferencesUrl, null],
    [person.preferencesUrl, 'Save'],
    [person.unsubscribeUrl, null],
    [person.unsubscribeUrl, 'Unsubscribe'],
    [`${system.url}/u/nothing`, null],
  ];
  // By night only the colours differ, and these pages have all of them.
  const schemes = [
    ['light', pages],
    ['dark', pages.slice(1, 3)],
  ] as const;
  for (const [colorScheme, shown] of schemes) {
    for (const [url, button] of shown) {
      const options = { colorScheme, bypassCSP: true, viewport: { width: 320, height: 640 } };
      await visit(browser, url, options, async (page) => {
        if (button !== null) await page.getByRole('button', { name: button, exact: true }).click();
        expect(await barriersOf(page), `${url} ${button} ${colorScheme}`).toEqual([]);
      });
    }
  }
});
