// A browser for the tests of pages. Plain JavaScript: it runs before anything is installed.
import { existsSync, readFileSync } from 'node:fs';
import { run } from './install.mjs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The browser named by `CHROMIUM_PATH`, else the first one found where systems keep it.
 * @returns {string | null}
 */
export function findChromium() {
  const { CHROMIUM_PATH: named } = process.env;
  if (named !== undefined && named !== '') return existsSync(named) ? named : null;
  return places.find((place) => existsSync(place)) ?? null;
}

export const withoutChromium =
  'The tests of pages need Chromium or Chrome: install it (Debian: apt-get install chromium), or name it in CHROMIUM_PATH.';

/**
 * Makes sure that there is a browser: on Debian, and as root, it is installed by the system's own packages.
 * @returns {Promise<boolean>} whether there is one now
 */
export async function ensureChromium() {
  if (findChromium() !== null) return true;
  const { CHROMIUM_PATH: named } = process.env;
  const isDebian = existsSync('/etc/debian_version') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  if ((named === undefined || named === '') && isDebian && process.getuid?.() === 0) {
    console.log('Installing chromium for the tests of pages, by apt-get, once …');
    const environment = { DEBIAN_FRONTEND: 'noninteractive' };
    const install = ['install', '--yes', '--no-install-recommends', 'chromium'];
    const code = await run('apt-get', ['update'], { quiet: true, environment });
    if (code === 0) await run('apt-get', install, { quiet: true, environment });
  }
  if (findChromium() !== null) return true;
  console.error(withoutChromium);
  return false;
}
