import type { Page } from "@playwright/test";
import { callAmbulance } from "./support/calls";
import { expect, signIn, test } from "./support/fixtures";
import { newHospital, type Hospital } from "./support/invitations";
import { markLoaded, openLive } from "./support/live";
import { newPatient } from "./support/people";

type Ward = { id: string };
type Bed = { id: string };

/** A listed hospital with one ward and these beds. */
async function hospitalWithBeds(labels: string[]): Promise<{ hospital: Hospital; beds: Bed[] }> {
  const hospital = await newHospital();
  const ward = await hospital.api.post<Ward>(`/api/hospitals/${hospital.id}/wards`, { name: "North", kind: "GENERAL" });
  const beds: Bed[] = [];
  for (const label of labels)
    beds.push(await hospital.api.post<Bed>(`/api/hospitals/${hospital.id}/beds`, { wardId: ward.id, label }));
  return { hospital, beds };
}

const publicCount = (page: Page) => page.getByRole("list", { name: "Free beds" }).getByRole("listitem");

test("a change at the desk shows on the open Now page, the board and the public page without a reload", async ({
  page,
  openAs,
}) => {
  const { hospital, beds } = await hospitalWithBeds(["N1", "N2", "N3"]);
  const [now, board] = [await openAs(hospital.account), await openAs(hospital.account)];
  await openLive(now, "/hospital");
  await openLive(board, "/hospital/beds");
  await openLive(page, `/hospitals/${hospital.slug}`);
  await expect(now.getByRole("heading", { level: 1 })).toHaveText("3 of 3 beds free");
  await expect(publicCount(page)).toHaveText("General 3 free");
  const stillThere = await Promise.all([now, board, page].map(markLoaded));

  const patient = await newPatient();
  const { id } = await patient.api.post<{ id: string }>("/api/bed-bookings", {
    hospitalId: hospital.id,
    wardKind: "GENERAL",
    from: new Date().toISOString(),
  });
  await expect(now.getByRole("list", { name: "Open requests" }).getByRole("listitem")).toHaveCount(1);

  await hospital.api.put(`/api/bed-bookings/${id}/status`, { status: "RESERVED", bedId: beds[0]?.id });
  await expect(now.getByRole("heading", { level: 1 })).toHaveText("2 of 3 beds free");
  await expect(now.getByRole("list", { name: "Arrivals" })).toContainText("North, N1");
  await expect(publicCount(page)).toHaveText("General 2 free");

  await hospital.api.put(`/api/bed-bookings/${id}/status`, { status: "ADMITTED" });
  await expect(now.getByRole("list", { name: "Occupancy by ward" })).toContainText("1 occupied");
  await expect(board.locator(`[data-bed="${beds[0]?.id}"]`)).toHaveAttribute("data-condition", "OCCUPIED");

  await hospital.api.put(`/api/bed-bookings/${id}/status`, { status: "DISCHARGED" });
  await expect(now.getByRole("list", { name: "Occupancy by ward" })).toContainText("1 cleaning");
  await expect(publicCount(page)).toHaveText("General 2 free");
  await hospital.api.ask("PATCH", `/api/beds/${beds[0]?.id}`, { state: "READY" });
  await expect(publicCount(page)).toHaveText("General 3 free");
  await expect(now.getByRole("heading", { level: 1 })).toHaveText("3 of 3 beds free");
  await expect(board.locator(`[data-bed="${beds[0]?.id}"]`)).toHaveAttribute("data-condition", "FREE");
  for (const expectStillThere of stillThere) await expectStillThere();
});

test("a call shows on the open Now page at once, and its vehicle leaves the public page", async ({ page, openAs }) => {
  const hospital = await newHospital();
  const vehicle = await hospital.api.post<{ id: string }>(`/api/hospitals/${hospital.id}/ambulances`, {
    registration: "CAP-1",
    kind: "BASIC",
    crewPhone: "+49 30 5550190",
  });
  const now = await openAs(hospital.account);
  await openLive(now, "/hospital");
  await openLive(page, `/hospitals/${hospital.slug}`);
  await expect(page.getByText("Ambulances 1 free")).toBeVisible();

  const call = await callAmbulance({ hospitalId: hospital.id });
  await expect(now.getByRole("heading", { level: 1 })).toContainText("1 ambulance call open");
  await hospital.api.put(`/api/ambulance-bookings/${call.id}/status`, {
    status: "DISPATCHED",
    ambulanceId: vehicle.id,
  });
  await expect(now.getByRole("list", { name: "Arrivals" })).toContainText("CAP-1");
  await expect(page.getByText("Ambulances none free")).toBeVisible();
});

test.describe("without a connection", () => {
  // The browser's own messages while offline.
  test.use({ allowedErrors: /ERR_INTERNET_DISCONNECTED|WebSocket|ERR_FAILED/ });

  test("a public page says that it isn't live, and is right again once the network is back", async ({
    page,
    context,
  }) => {
    const { hospital, beds } = await hospitalWithBeds(["N1"]);
    await openLive(page, `/hospitals/${hospital.slug}`);
    await expect(page.getByText(/^as of \d\d:\d\d$/)).toBeVisible();
    await expect(publicCount(page)).toHaveText("General 1 free");

    await context.setOffline(true);
    await expect(page.getByText(/as of \d\d:\d\d – not live/)).toBeVisible();
    // The browser reports offline a moment before it is: what it still fetches would be current.
    await expect
      .poll(() =>
        page.evaluate(() =>
          fetch("/api/health/live").then(
            () => "there",
            () => "gone",
          ),
        ),
      )
      .toBe("gone");
    await hospital.api.ask("PATCH", `/api/beds/${beds[0]?.id}`, { state: "OUT_OF_SERVICE", reason: "Repair" });
    await expect(publicCount(page)).toHaveText("General 1 free");

    await context.setOffline(false);
    await expect(publicCount(page)).toHaveText("General none free", { timeout: 30_000 });
    await expect(page.getByText("– not live")).toHaveCount(0);
  });
});

test.describe("without events", () => {
  test.use({ allowedErrors: /503 .*\/api\/health\/live/ });

  test("a page that receives no events refreshes within a minute, and says so when it can't", async ({ page }) => {
    const { hospital, beds } = await hospitalWithBeds(["N1", "N2"]);
    await page.clock.install();
    // No event ever arrives: the channels are closed to this browser. Once it tries them, the page is listening.
    const watches = new Promise<void>((resolve) => void page.routeWebSocket(/.*/, () => resolve()));
    await page.goto(`/hospitals/${hospital.slug}`);
    await expect(publicCount(page)).toHaveText("General 2 free");
    await watches;
    await hospital.api.ask("PATCH", `/api/beds/${beds[0]?.id}`, { state: "OUT_OF_SERVICE", reason: "Repair" });

    await page.clock.fastForward(50_000);
    await expect(publicCount(page)).toHaveText("General 1 free");

    await page.route("**/api/health/live", (route) => route.fulfill({ status: 503 }));
    await page.clock.fastForward(70_000);
    await expect(page.getByText(/as of \d\d:\d\d – not live/)).toBeVisible();
  });
});

test("a hospital without beds and vehicles shows no capacity", async ({ page }) => {
  const hospital = await newHospital();
  await page.goto(`/hospitals/${hospital.slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(hospital.hospitalName);
  await expect(page.getByRole("heading", { name: "Free now" })).toHaveCount(0);
  await expect(page.getByText("as of")).toHaveCount(0);
});

test("the plots can be read with the keyboard, and have tables", async ({ page }) => {
  await signIn(page, "hospital");
  await page.goto("/hospital/numbers");
  const plot = page.getByRole("figure", { name: "Beds taken" });
  const points = plot.getByRole("slider");
  await points.focus();
  const last = await points.getAttribute("aria-valuetext");
  await points.press("ArrowLeft");
  await expect(points).not.toHaveAttribute("aria-valuetext", last ?? "");
  await points.press("Home");
  await expect(points).toHaveAttribute("aria-valuenow", "1");
  await points.press("End");
  await expect(points).toHaveAttribute("aria-valuetext", last ?? "");
  await plot.getByText("Show as a table").click();
  await expect(plot.getByRole("table").getByRole("row")).toHaveCount(31);
  await page.getByRole("navigation", { name: "Period" }).getByRole("link", { name: "Today" }).click();
  await expect(page).toHaveURL(/period=today/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("so far today");
});
