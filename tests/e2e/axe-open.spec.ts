import { bookedVisit, stepButton, takeSlot } from "./support/booking";
import { expect, expectNoAxeViolations, signIn, signInAs, test } from "./support/fixtures";
import { newHospital } from "./support/invitations";
import { newDoctor, newPatient } from "./support/people";
import { bookingPath, someSlot } from "./support/slots";

test.describe("dialogs and menus are accessible:", () => {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(colorScheme, () => {
      test.use({ colorScheme });

      test("the confirmation step, and the message after it", async ({ page }) => {
        const [doctor, patient] = [await newDoctor(), await newPatient()];
        const slot = await someSlot(doctor.id, { from: 2 });
        await signInAs(page, patient.account);
        await page.goto(bookingPath(doctor.slug, slot));
        const dialog = await takeSlot(page, slot);
        await expectNoAxeViolations(page);
        await dialog.getByRole("button", { name: "Book", exact: true }).click();
        await expect(page.getByRole("heading", { name: "Booked" })).toBeVisible();
        await expectNoAxeViolations(page);
      });

      test("a question before a step, rescheduling, and closing hours", async ({ page }) => {
        const [doctor, patient] = [await newDoctor({ autoConfirm: false }), await newPatient()];
        await bookedVisit(doctor, patient);
        await signInAs(page, doctor.account);
        await page.goto("/doctor");
        await stepButton(page, "Decline", patient).click();
        await expect(page.getByRole("alertdialog")).toBeVisible();
        await expectNoAxeViolations(page);
        await page.keyboard.press("Escape");
        await page
          .getByRole("button", { name: /^More actions for / })
          .first()
          .click();
        await page.getByRole("menuitem", { name: "Reschedule" }).click();
        await expect(page.getByRole("dialog").getByRole("radiogroup", { name: "Day" })).toBeVisible();
        await expectNoAxeViolations(page);
        await page.keyboard.press("Escape");
        await page.getByRole("button", { name: "Block time" }).click();
        await expect(page.getByRole("dialog", { name: "Block time" })).toBeVisible();
        await expectNoAxeViolations(page);
      });

      test("inviting a doctor, ending an affiliation, and declining an invitation", async ({ page, openAs }) => {
        const [hospital, doctor, invited] = [await newHospital(), await newDoctor(), await newDoctor()];
        const made = await hospital.api.post<{ id: string }>(`/api/hospitals/${hospital.id}/invitations`, {
          doctorId: doctor.id,
        });
        await doctor.api.post(`/api/doctor-invitations/${made.id}/respond`, { response: "accept" });
        await hospital.api.post(`/api/hospitals/${hospital.id}/invitations`, {
          doctorId: invited.id,
          message: "Come and see us.",
        });
        await signInAs(page, hospital.account);
        await page.goto("/hospital/doctors");
        await page.getByRole("button", { name: "Invite a doctor" }).click();
        await expect(page.getByRole("dialog", { name: "Invite a doctor" })).toBeVisible();
        await page.getByRole("button", { name: "Send the invitation" }).click();
        await expectNoAxeViolations(page);
        await page.keyboard.press("Escape");
        await page.getByRole("button", { name: `More actions for ${doctor.name}` }).click();
        await page.getByRole("menuitem", { name: "End the affiliation" }).click();
        await expect(page.getByRole("alertdialog")).toBeVisible();
        await expectNoAxeViolations(page);
        await page.goto("/hospital/doctors?view=invited");
        await expect(page.getByRole("list", { name: "Invited" })).toBeVisible();
        await expectNoAxeViolations(page);
        const doctorPage = await openAs(invited.account);
        await doctorPage.emulateMedia({ colorScheme });
        await doctorPage.goto("/doctor/places");
        await doctorPage.getByRole("button", { name: /^Decline/ }).click();
        await expect(doctorPage.getByRole("alertdialog")).toBeVisible();
        await expectNoAxeViolations(doctorPage);
      });

      test("the notifications, the account menu and the command palette", async ({ page }) => {
        await signIn(page, "doctor");
        await page.goto("/doctor");
        await page.getByRole("button", { name: /^Notifications/ }).click();
        await expect(page.getByRole("dialog")).toBeVisible();
        await expectNoAxeViolations(page);
        await page.keyboard.press("Escape");
        await page.getByRole("button", { name: /^Account: / }).click();
        await expect(page.getByRole("menu")).toBeVisible();
        await expectNoAxeViolations(page);
        await page.keyboard.press("Escape");
        await page.keyboard.press("Control+k");
        await expect(page.getByRole("dialog")).toBeVisible();
        await expectNoAxeViolations(page);
      });

      test("the filters on a phone", async ({ page }) => {
        await page.setViewportSize({ width: 390, height: 844 });
        await page.goto("/doctors");
        await page.getByRole("button", { name: "Filters" }).click();
        await expect(page.getByRole("dialog", { name: "Filters" })).toBeVisible();
        await expectNoAxeViolations(page);
      });
    });
  }
});
