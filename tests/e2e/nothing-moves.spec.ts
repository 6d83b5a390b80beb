import { expect, test } from "./support/fixtures";
import type { Role } from "./support/sign-in";

type Watched = Window & { moved?: string[] };

/** Records what shifts by itself, as "how much of the screen: what". */
function watchShifts(): void {
  const moved: string[] = ((window as Watched).moved = []);
  type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node: Node | null }[] };
  new PerformanceObserver((list) => {
    for (const { value, sources, hadRecentInput } of list.getEntries() as Shift[])
      if (!hadRecentInput && value > 0.015)
        moved.push(`${value.toFixed(3)}: ${sources.map(({ node }) => node?.nodeName).join(", ")}`);
  }).observe({ type: "layout-shift", buffered: true });
}

// On a phone, in a zone the server does not know yet, and with fonts still loading: all of it arrives while a finger
// may already be down.
const PAGES: [Role | "visitor", string[]][] = [
  ["visitor", ["/", "/emergency", "/doctors", "/hospitals"]],
  ["patient", ["/patient", "/patient/stays"]],
  ["doctor", ["/doctor", "/doctor/hours"]],
  ["hospital", ["/hospital", "/hospital/beds", "/hospital/ambulances"]],
  ["admin", ["/admin"]],
];
for (const [who, paths] of PAGES) {
  test(`nothing shifts on a page of the ${who} while it hydrates`, async ({ openAs }) => {
    for (const path of paths) {
      const page = await openAs(who === "visitor" ? undefined : who);
      await page.setViewportSize({ width: 390, height: 844 });
      await page.addInitScript(watchShifts);
      await page.goto(path);
      await page.evaluate(() =>
        document.fonts.ready.then(() => new Promise((resolve) => requestIdleCallback(resolve))),
      );
      expect(await page.evaluate(() => (window as Watched).moved), path).toEqual([]);
      await page.close();
    }
  });
}
