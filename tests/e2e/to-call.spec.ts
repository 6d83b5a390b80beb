import { openDesk } from "./support/desk";
import { expect, test } from "./support/fixtures";
import { secret } from "./support/ledger";
import { brokenWords } from "./support/broken-words";

const NAME = "Maximiliane Brzozowicz-Schattenhofer";

test("a person to call fits on the hospital's first page without a broken word, from a phone to a desktop", async ({
  openAs,
}) => {
  const { hospital } = await openDesk();
  const patient = { name: secret(NAME), phone: secret("+49 30 5550142") };
  const visit = await hospital.api.post<{ id: string }>(`/api/hospitals/${hospital.id}/walk-ins`, {
    patient,
    checkIn: false,
  });
  await hospital.api.put(`/api/appointments/${visit.id}/status`, { status: "CANCELLED", reason: "The doctor is ill" });

  const page = await openAs(hospital.account);
  for (const [width, height] of [
    [390, 844],
    [1024, 768],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto("/hospital");
    const entry = page.getByRole("list", { name: "People to call" }).getByRole("listitem").first();
    await expect(entry).toContainText(NAME);
    expect(await brokenWords(page), `words that break at ${width}`).toEqual([]);
    const parts = [
      entry.getByRole("link", { name: NAME, exact: true }),
      entry.getByRole("link", { name: /^Call / }),
      entry.getByRole("button", { name: /^Done/ }),
    ];
    const boxes = await Promise.all(parts.map((part) => part.boundingBox()));
    const room = await entry.boundingBox();
    for (const box of boxes) {
      expect(box?.width, `squeezed at ${width}`).toBeGreaterThan(48);
      expect((box?.x ?? 0) + (box?.width ?? 0), `over the edge at ${width}`).toBeLessThanOrEqual(
        (room?.x ?? 0) + (room?.width ?? 0),
      );
    }
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways, `scrolls sideways at ${width}`).toBeLessThanOrEqual(0);
  }
});
