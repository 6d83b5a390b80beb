import { expect, test } from "./support/fixtures";
import { markLoaded, openLive } from "./support/live";
import { newDoctor, newPatient } from "./support/people";
import { bookingPath, readersTime, slotButton, someSlot } from "./support/slots";

test("a time that is taken disappears from the open card in the directory", async ({ page }) => {
  const doctor = await newDoctor();
  const patient = await newPatient();
  const slot = await someSlot(doctor.id);
  await openLive(page, `/doctors?q=${encodeURIComponent(doctor.name)}`);
  const times = page.getByRole("list", { name: `Next available times with ${doctor.name}` }).getByRole("link");
  await expect(times.first()).toContainText(readersTime(slot.start));
  const expectStillThere = await markLoaded(page);

  await patient.api.post("/api/appointments", { doctorId: doctor.id, start: slot.start });

  await expect(times.first()).not.toContainText(readersTime(slot.start));
  await expectStillThere();
});

test("a time that is taken is struck out on the open booking page", async ({ page }) => {
  const doctor = await newDoctor();
  const patient = await newPatient();
  const slot = await someSlot(doctor.id, { from: 2 });
  await openLive(page, bookingPath(doctor.slug, slot));
  await expect(slotButton(page, slot)).toBeVisible();
  const expectStillThere = await markLoaded(page);

  await patient.api.post("/api/appointments", { doctorId: doctor.id, start: slot.start });

  await expect(slotButton(page, slot)).toHaveCount(0);
  await expectStillThere();
});
