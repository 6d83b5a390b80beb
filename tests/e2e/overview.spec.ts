import { expect, test } from "./support/fixtures";
import { openLive } from "./support/live";
import { newDoctor } from "./support/people";

test("an administrator sees at once that someone waits, and decides from there", async ({ openAs }) => {
  const desk = await openAs("admin");
  await openLive(desk, "/admin");
  const title = desk.getByRole("heading", { level: 1 });
  const before = Number.parseInt((await title.textContent()) ?? "", 10) || 0;
  const doctor = await newDoctor({ verified: false });
  await expect(title).toHaveText(new RegExp(`^${before + 1} things? needs? a decision$`));

  await desk.getByRole("link", { name: /awaiting verification$/ }).click();
  await desk.getByRole("button", { name: `Verify ${doctor.name}` }).click();
  await desk.getByRole("alertdialog").getByRole("button", { name: "Verify" }).click();
  await expect(desk.getByRole("button", { name: `Verify ${doctor.name}` })).toHaveCount(0);
});
