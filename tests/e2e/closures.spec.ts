import { openDesk, staffWith } from "./support/desk";
import { expect, expectNoAxeViolations, test } from "./support/fixtures";
import { secret } from "./support/ledger";
import { openLive } from "./support/live";
import { newcomer, newDoctor } from "./support/people";
import { freeSlots } from "./support/slots";

test("closing a department for a day tells its patients, and it can be opened again", async ({ openAs }) => {
  const { hospital, doctor } = await openDesk();
  const colleague = await newDoctor();
  await staffWith(hospital, colleague);
  const { id: departmentId } = await hospital.api.post<{ id: string }>(`/api/hospitals/${hospital.id}/departments`, {
    name: "Endoscopy",
  });
  const { items } = await hospital.api.get<{ items: { id: string }[] }>("/api/affiliations?limit=10");
  for (const { id } of items)
    expect((await hospital.api.ask("PATCH", `/api/affiliations/${id}`, { departmentId })).status).toBe(200);
  for (const one of [doctor, colleague]) {
    const slot = (await freeSlots(one.id, { from: 2, hours: 4 })).find(({ hospitalId }) => hospitalId === hospital.id);
    const patient = { name: newcomer().name, phone: secret("+49 30 5550190") };
    await hospital.api.post("/api/appointments", {
      doctorId: one.id,
      hospitalId: hospital.id,
      start: slot!.start,
      patient,
    });
  }

  const desk = await openAs(hospital.account);
  await openLive(desk, "/hospital/absences");
  await desk.getByRole("button", { name: "Close a department" }).click();
  const dialog = desk.getByRole("dialog");
  await expect(dialog.getByRole("combobox", { name: "Department" })).toHaveValue(departmentId);
  await expectNoAxeViolations(desk);
  await dialog.getByRole("button", { name: "See who is affected" }).click();
  await expect(dialog).toContainText("2 appointments: 2 have to be called");
  await dialog.getByRole("button", { name: "Close the department" }).press("Enter");
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("Endoscopy is closed");
  await desk.getByRole("button", { name: "Tell them now" }).click();
  const list = desk.getByRole("list", { name: "Appointments affected" });
  await expect(list.getByText("Needs a new time")).toHaveCount(2);
  await expect(list.getByRole("listitem").filter({ hasText: colleague.name })).toHaveCount(1);
  await expectNoAxeViolations(desk);
  await desk.getByRole("button", { name: "Open again" }).click();
  await desk.getByRole("alertdialog").getByRole("button", { name: "Open the hours" }).click();
  await expect(list.getByText("Keeps its time")).toHaveCount(2);
});

test("a manager closes the hospital on next year's holidays, and undoes it", async ({ openAs }) => {
  const { hospital } = await openDesk();
  const year = new Date().getFullYear() + 1;
  const desk = await openAs(hospital.account);
  await openLive(desk, `/hospital/holidays?year=${year}&calendar=DE-BY`);
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText(`Public holidays in ${year}`);
  await expect(desk.getByRole("list", { name: "Public holidays" }).getByRole("listitem")).toHaveCount(12);
  await expectNoAxeViolations(desk);
  await desk.getByRole("button", { name: "Close on holidays" }).click();
  const dialog = desk.getByRole("dialog");
  await dialog.getByRole("checkbox", { name: "Epiphany" }).click();
  await expectNoAxeViolations(desk);
  await dialog.getByRole("button", { name: "See who is affected" }).click();
  await expect(dialog).toContainText("No one has an appointment then.");
  await dialog.getByRole("button", { name: "Close these days" }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("Closed on public holidays");
  await desk.goto(`/hospital/holidays?year=${year}`);
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText(`Closed on 11 holidays in ${year}`);
  await desk.getByRole("link", { name: "Absences", exact: true }).first().click();
  await desk.getByRole("list", { name: "Absences" }).getByRole("link", { name: "Public holidays" }).click();
  await desk.getByRole("button", { name: "Undo" }).click();
  await expect(desk.getByRole("region", { name: "Before anyone is told" })).toHaveCount(0);
});
