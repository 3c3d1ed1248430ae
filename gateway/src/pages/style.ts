/** Style of the pages: their only resource, so that they look the same everywhere and tell nobody that they were opened. */
export const style = `
:root { color-scheme: light dark; --ink: #1a2233; --quiet: #55607a; --paper: #ffffff; --ground: #f2f4f8; --line: #ccd3e0;
  --act: #1f4fbf; --act-ink: #ffffff; --good: #e5f4ea; --good-line: #2e7d4f; --warn: #fdf3df; --warn-line: #a86a00; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9edf5; --quiet: #a8b3c9; --paper: #1b2130; --ground: #11151f; --line: #3b455c;
    --act: #8db0ff; --act-ink: #0d1730; --good: #173325; --good-line: #6cc791; --warn: #362a12; --warn-line: #e0ac4b; }
}
* { box-sizing: border-box; }
body { margin: 0; padding: 1rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif; }
main { max-width: 36rem; margin: 1.5rem auto; padding: 1.5rem; background: var(--paper); border: 1px solid var(--line); border-radius: .75rem; }
h1 { margin: 0 0 .75rem; font-size: 1.6rem; line-height: 1.25; overflow-wrap: anywhere; }
h2 { margin: 0 0 .5rem; font-size: 1.15rem; line-height: 1.3; }
p, ul, pre { margin: 0 0 1rem; overflow-wrap: anywhere; }
pre { padding: .75rem; background: var(--ground); border-radius: .5rem; white-space: pre-wrap; font-size: .9rem; }
ul { padding-left: 1.25rem; }
.from { margin: 0 0 .25rem; color: var(--quiet); font-weight: 600; }
.address, .note { color: var(--quiet); }
.note, .address { margin: 0 0 .5rem; font-size: .95rem; }
fieldset { margin: 0 0 1.25rem; padding: .75rem 1rem 1rem; border: 1px solid var(--line); border-radius: .5rem; min-width: 0; }
legend { padding: 0 .4rem; font-weight: 600; }
.box { display: flex; gap: .75rem; align-items: flex-start; padding: .5rem 0; cursor: pointer; }
.box input { flex: none; width: 1.35rem; height: 1.35rem; margin: .08rem 0 0; accent-color: var(--act); }
.box span { overflow-wrap: anywhere; min-width: 0; }
button { min-height: 2.75rem; padding: .6rem 1.4rem; border: 2px solid var(--act); border-radius: .5rem; background: var(--act);
  color: var(--act-ink); font: inherit; font-weight: 600; cursor: pointer; }
button.quiet { background: transparent; color: var(--act); }
:focus-visible { outline: 3px solid var(--act); outline-offset: 3px; }
.said, .warning { margin: 0 0 1.25rem; padding: .75rem 1rem; border-left: .3rem solid var(--good-line); border-radius: .25rem; background: var(--good); }
.warning { border-color: var(--warn-line); background: var(--warn); }
.said:focus { outline: none; }
.said :last-child, .warning :last-child { margin-bottom: 0; }
.end { margin-top: 1.75rem; padding-top: 1.5rem; border-top: 1px solid var(--line); }
form > :last-child, main > :last-child { margin-bottom: 0; }
@media (max-width: 30rem) { body { padding: 0; background: var(--paper); } main { margin: 0; border: 0; padding: 1.25rem 1rem; } button { width: 100%; } }
`;
