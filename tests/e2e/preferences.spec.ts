import { expect, expectNoAxeViolations, test } from "./support/fixtures";
import { newPatient } from "./support/people";

test("what someone chooses to hear of stays chosen, with quiet hours", async ({ openAs }) => {
  const page = await openAs((await newPatient()).account);
  await page.goto("/patient/settings");
  const part = page.getByRole("region", { name: "How we contact you" });
  const records = part.getByRole("group", { name: "Records" }).getByRole("checkbox", { name: "Device" });
  await expect(records).toBeChecked();
  await records.click();
  await part.getByRole("switch", { name: "Quiet hours" }).click();
  await part.getByRole("textbox", { name: "Quiet hours, until" }).fill("6:30");
  await part.getByRole("button", { name: "Update choices" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();

  await page.reload();
  await expect(records).not.toBeChecked();
  await expect(part.getByRole("textbox", { name: "Quiet hours, until" })).toHaveValue("06:30");
  await expect(
    part.getByRole("group", { name: "Emergencies" }).getByRole("checkbox", { name: "Device" }),
  ).toBeDisabled();
  await expectNoAxeViolations(page);
});
