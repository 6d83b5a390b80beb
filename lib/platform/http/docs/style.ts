/** The page's only style; its digest is in the page's policy. Colours follow app/globals.css. */
export const STYLE = `
:root { color-scheme: light dark; --ground: oklch(0.985 0.004 95); --surface: #fff; --sunken: oklch(0.962 0.006 95);
  --ink: oklch(0.25 0.02 240); --quiet: oklch(0.46 0.02 240); --line: oklch(0.91 0.006 240); --accent: oklch(0.45 0.085 195); }
@media (prefers-color-scheme: dark) { :root { --ground: oklch(0.19 0.015 240); --surface: oklch(0.228 0.016 240);
  --sunken: oklch(0.262 0.016 240); --ink: oklch(0.94 0.008 95); --quiet: oklch(0.77 0.015 240); --line: oklch(0.325 0.016 240);
  --accent: oklch(0.8 0.095 192); } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.55 ui-sans-serif, system-ui, sans-serif; }
.page { max-width: 76rem; margin: 0 auto; padding: 2rem 1rem 5rem; display: grid; gap: 2.5rem; }
@media (min-width: 62rem) { .page { grid-template-columns: 15rem minmax(0, 1fr); } nav { position: sticky; top: 1.5rem;
  align-self: start; max-height: calc(100vh - 3rem); overflow-y: auto; } }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .5rem; } h2 { font-size: 1.35rem; margin: 2.75rem 0 .75rem; }
h3 { font-size: 1rem; margin: 0; font-weight: 600; } h4 { font-size: .82rem; margin: 1.1rem 0 .35rem; color: var(--quiet); }
p { margin: .35rem 0; max-width: 70ch; } a { color: var(--accent); text-underline-offset: .2em; }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
nav ul { list-style: none; margin: 0 0 1rem; padding: 0; } nav a { display: block; padding: .2rem 0; text-decoration: none; }
nav strong { font-size: .82rem; color: var(--quiet); } nav li a { font-size: .88rem; color: inherit; }
nav li a:hover { text-decoration: underline; }
code, .path { font: .875em/1.5 ui-monospace, SFMono-Regular, Menlo, monospace; overflow-wrap: anywhere; }
code { background: var(--sunken); border-radius: 4px; padding: .05em .3em; }
article { background: var(--surface); border: 1px solid var(--line); border-radius: 12px; padding: 1rem 1.15rem; margin: 0 0 1rem; }
.head { display: flex; flex-wrap: wrap; gap: .35rem .75rem; align-items: baseline; }
.method { font: 600 .78rem ui-monospace, monospace; border: 1px solid var(--line); border-radius: 6px; padding: .1rem .45rem; }
.quiet { color: var(--quiet); } .small { font-size: .875rem; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; } .scroll { overflow-x: auto; }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-top: 1px solid var(--line); }
th { font-size: .8rem; color: var(--quiet); border-top: 0; } td:first-child { white-space: nowrap; }
summary { cursor: pointer; min-height: 1.75rem; } details { margin-top: .6rem; } .nested { padding-left: 1rem; }
`;
