import { callApi } from "./support/api";
import { bookingPath, someSlots, slotButton, type Slot } from "./support/slots";
import { expect, expectNoAxeViolations, test } from "./support/fixtures";
import { markLoaded, openLive } from "./support/live";
import { newDoctor, newPatient, type Doctor, type Patient } from "./support/people";
import { asOwner, canBreakStack, NOT_OUR_STACK } from "./support/processes";

type Booked = { id: string };

const book = (patient: Patient, doctor: Doctor, slot: Slot) =>
  patient.api.post<Booked>("/api/appointments", {
    doctorId: doctor.id,
    patientId: patient.patientId,
    start: slot.start,
  });
const cancel = (doctor: Doctor, { id }: Booked) =>
  doctor.api.put(`/api/appointments/${id}/status`, { status: "CANCELLED", reason: "Ill" });
const wait = (patient: Patient, doctor: Doctor, day: Slot, more = {}) =>
  patient.api.post("/api/waitlist", { doctorId: doctor.id, patientId: patient.patientId, ...dayOf(day), ...more });

/** Nothing but this slot: its date and hours by the doctor's clock. */
function dayOf({ start, end, timeZone }: Slot) {
  const part = (instant: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-CA", { timeZone, ...options }).format(new Date(instant));
  const clock = (instant: string) => part(instant, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return { from: part(start, {}), to: part(start, {}), startTime: clock(start), endTime: clock(end) };
}

const weekdayOf = ({ start, timeZone }: Slot) =>
  new Intl.DateTimeFormat("en-GB", { timeZone, weekday: "long" }).format(new Date(start));

test("a patient joins the waitlist and accepts an earlier time that opens: the appointment moves there", async ({
  openAs,
}) => {
  const [doctor, patient, other] = [await newDoctor(), await newPatient(), await newPatient()];
  const [early] = await someSlots(doctor.id, 1, { from: 24 });
  const [late] = await someSlots(doctor.id, 1, { from: 72, hours: 48 });
  const taken = await book(other, doctor, early!);
  const visit = await book(patient, doctor, late!);
  const page = await openAs(patient.account);

  await page.goto(`/patient/visits/${visit.id}`);
  await page.getByRole("button", { name: "Ask for an earlier time" }).click();
  const dialog = page.getByRole("dialog", { name: "Ask for an earlier time" });
  const { startTime, endTime } = dayOf(early!);
  await dialog.getByRole("checkbox", { name: weekdayOf(early!) }).check();
  await dialog.getByLabel("Not before").fill(startTime);
  await dialog.getByLabel("Over by").fill(endTime);
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: "Join the waitlist" }).click();
  await expect(page.getByText("You're on the waitlist for an earlier time.")).toBeVisible();
  await openLive(page, "/patient");
  const expectNotReloaded = await markLoaded(page);

  await cancel(doctor, taken);
  const offer = page.getByRole("region", { name: `An earlier time with ${doctor.name}` });
  await expect(offer.getByRole("timer")).toHaveText(/^\d+:\d\d(:\d\d)?$/);
  await expectNoAxeViolations(page);
  await offer.getByRole("button", { name: "Accept this time" }).click();
  await expect(page.getByText("The earlier time is yours")).toBeVisible();
  await expect(offer).toBeHidden();
  await expectNotReloaded();
  const moved = await patient.api.get<{ start: string }>(`/api/appointments/${visit.id}`);
  expect(moved.start).toBe(early!.start);
});

test("an offer that lapses passes to the next person, and is fought for", async ({ openAs }) => {
  test.skip(!canBreakStack(), NOT_OUR_STACK);
  const [doctor, first, second, stranger] = [
    await newDoctor(),
    await newPatient(),
    await newPatient(),
    await newPatient(),
  ];
  const [slot] = await someSlots(doctor.id, 1, { from: 24 });
  const taken = await book(stranger, doctor, slot!);
  for (const patient of [first, second]) await wait(patient, doctor, slot!);
  const [one, two, third] = [await openAs(first.account), await openAs(second.account), await openAs(stranger.account)];
  for (const page of [one, two]) await openLive(page, "/patient/waitlist");
  const offerOn = (page: typeof one) => page.getByRole("region", { name: `An earlier time with ${doctor.name}` });

  await cancel(doctor, taken);
  await expect(offerOn(one)).toBeVisible();
  await expect(offerOn(two)).toHaveCount(0);
  await third.goto(bookingPath(doctor.slug, slot!));
  await expect(slotButton(third, slot!)).toHaveCount(0);

  // Its quarter of an hour is over.
  await asOwner(`BEGIN; ALTER TABLE "WaitlistOffer" DISABLE TRIGGER "WaitlistOffer_guard"; UPDATE "WaitlistOffer" SET "expiresAt" = now()
    WHERE "doctorId" = '${doctor.id}' AND "status" = 'OPEN'; SET CONSTRAINTS ALL IMMEDIATE;
    ALTER TABLE "WaitlistOffer" ENABLE TRIGGER "WaitlistOffer_guard"; COMMIT`);
  await expect(offerOn(two)).toBeVisible();
  await expect(offerOn(one)).toHaveCount(0);

  // A stranger and the second in the list want it at the same moment.
  const start = slot!.start;
  const wanted = { doctorId: doctor.id, patientId: stranger.patientId, start };
  const [refused] = await Promise.all([
    stranger.api.post("/api/appointments", wanted).then(
      () => "booked",
      () => "refused",
    ),
    offerOn(two).getByRole("button", { name: "Accept this time" }).click(),
  ]);
  expect(refused).toBe("refused");
  await expect(two.getByText("The earlier time is yours")).toBeVisible();
  await expect(two.getByRole("listitem").filter({ hasText: doctor.name })).toContainText("Time accepted");
});

test("at a hospital, a specialty or a service is waited for, and left again", async ({ openAs }) => {
  const [patient, { items }] = [
    await newPatient(),
    (await callApi<{ items: { slug: string; name: string }[] }>("GET", "/api/hospitals?q=lindenhof")).body,
  ];
  const [hospital] = items;
  const page = await openAs(patient.account);
  await page.goto(`/hospitals/${hospital!.slug}`);
  await page.getByRole("button", { name: "Ask for an earlier time" }).click();
  const dialog = page.getByRole("dialog", { name: "Ask for an earlier time" });
  const wanted = dialog.getByRole("combobox", { name: "What you need" });
  const specialty = (await wanted.getByRole("option").first().textContent()) ?? "";
  expect(specialty).toMatch(/, any doctor$/);

  // Doctors have times by day: what is open already is shown instead.
  await dialog.getByRole("button", { name: "Join the waitlist" }).click();
  const open = dialog.getByRole("list", { name: "Open times" }).getByRole("link").first();
  await expect(open).toHaveAttribute("href", /^\/doctors\/[^/]+\?start=/);
  await dialog.getByLabel("Over by").fill("00:15");
  await dialog.getByRole("button", { name: "Join the waitlist" }).click();
  await expect(page.getByText("You're on the waitlist")).toBeVisible();

  await page.goto("/patient/waitlist");
  const entry = page.getByRole("main").getByRole("listitem");
  await expect(entry).toContainText(`${specialty.replace(", any doctor", "")} at ${hospital!.name}`);
  await expectNoAxeViolations(page);
  await entry.getByRole("button", { name: /^Leave/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Leave the waitlist" }).click();
  await expect(entry).toContainText("Left");
});
