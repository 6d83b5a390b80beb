import { bookedVisit, entryOf } from "./support/booking";
import { expect, test } from "./support/fixtures";
import { markLoaded, openLive } from "./support/live";
import { newDoctor, newPatient, type Doctor } from "./support/people";
import { bookingPath, dateIn, freeSlots, slotButton, type Slot } from "./support/slots";

/** The local hour of an instant where the doctor works. */
const hourThere = ({ timeZone }: Doctor, { start }: Slot) =>
  Number(new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone }).format(new Date(start)));

const dateThere = ({ timeZone }: Doctor, { start }: Slot) => dateIn(timeZone, start);

async function todaysSlots(doctor: Doctor): Promise<{ morning: Slot[]; afternoon: Slot[] }> {
  const slots = await freeSlots(doctor.id, { hours: 24 });
  const today = slots.filter((slot, _, [first]) => first && dateThere(doctor, slot) === dateThere(doctor, first));
  return {
    morning: today.filter((slot) => hourThere(doctor, slot) < 13),
    afternoon: today.filter((slot) => hourThere(doctor, slot) >= 13),
  };
}

test("an afternoon that the doctor blocks disappears from the open booking page, and nothing else does", async ({
  page,
  openAs,
}) => {
  const doctor = await newDoctor();
  const { morning, afternoon } = await todaysSlots(doctor);
  const [kept, lost] = [morning.at(-1), afternoon[0]];
  if (!kept || !lost) throw new Error("The practice should be open all day.");
  await openLive(page, bookingPath(doctor.slug, lost));
  await expect(slotButton(page, lost)).toBeVisible();
  const expectStillThere = await markLoaded(page);

  const doctorPage = await openAs(doctor.account);
  await doctorPage.goto("/doctor");
  await doctorPage.getByRole("button", { name: "Block time" }).click();
  const dialog = doctorPage.getByRole("dialog", { name: "Block time" });
  await dialog.getByRole("radio", { name: "Afternoon" }).click();
  await dialog.getByRole("button", { name: "Block this time" }).click();
  await expect(doctorPage.getByText("Blocked. This time can no longer be booked.")).toBeVisible();

  await expect(slotButton(page, lost)).toHaveCount(0);
  const left = await freeSlots(doctor.id, { hours: 24 });
  const today = left.filter((slot) => dateThere(doctor, slot) === dateThere(doctor, kept));
  expect(today.map((slot) => slot.start)).toEqual(
    morning.map((slot) => slot.start).filter((start) => Date.parse(start) >= Date.now()),
  );
  await expectStillThere();
});

test("before closing a time the doctor sees the patients it affects, and they are asked to rebook", async ({
  openAs,
}) => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  const { afternoon } = await todaysSlots(doctor);
  const start = afternoon[0]?.start;
  const visit = await patient.api.post<{ id: string }>("/api/appointments", { doctorId: doctor.id, start });
  const [doctorPage, patientPage] = [await openAs(doctor.account), await openAs(patient.account)];
  await openLive(patientPage, "/patient");
  await doctorPage.goto("/doctor");
  await doctorPage.getByRole("button", { name: "Block time" }).click();
  await doctorPage.getByRole("dialog").getByRole("radio", { name: "Afternoon" }).click();
  await doctorPage.getByRole("dialog").getByRole("button", { name: "Block this time" }).click();

  const question = doctorPage.getByRole("dialog", { name: "Block this time anyway?" });
  await expect(question).toContainText("This appointment would fall outside");
  await expect(question.getByRole("listitem").filter({ hasText: patient.name })).toBeVisible();
  await question.getByRole("button", { name: "Block and notify them" }).click();

  await expect(patientPage.getByRole("region", { name: "Appointments that need a new time" })).toBeVisible();
  await patientPage.getByRole("link", { name: "Choose another time" }).click();
  await expect(patientPage).toHaveURL(new RegExp(`/patient/visits/${visit.id}/move`));
});

test("a doctor who closes nothing displaces no one: an old visit outside the block stays as it is", async ({
  openAs,
}) => {
  const [doctor, patient] = [await newDoctor(), await newPatient()];
  await bookedVisit(doctor, patient);
  const doctorPage = await openAs(doctor.account);
  await doctorPage.goto("/doctor");
  await doctorPage.getByRole("button", { name: "Block time" }).click();
  await doctorPage.getByRole("dialog").getByRole("radio", { name: "Afternoon" }).click();
  await doctorPage.getByRole("dialog").getByRole("button", { name: "Block this time" }).click();
  await expect(doctorPage.getByText("Blocked. This time can no longer be booked.")).toBeVisible();
  await expect(entryOf(doctorPage, patient).first()).not.toContainText("Needs a new time");
});
