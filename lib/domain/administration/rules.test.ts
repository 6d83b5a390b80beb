import { expect, it } from "vitest";
import { newSecretToken } from "@/lib/platform/auth/secret-token";
import { hideSecrets } from "./rules";

it("hides the key of every link in a mail, and keeps the rest", () => {
  const { token } = newSecretToken();
  const text = `Choose one here:\n\nhttps://care.example/reset-password/${token}\n\nor https://care.example/invitations/${token}?x=${token}.\nhttps://care.example/reset-password`;
  const shown = hideSecrets(text);
  expect(shown).not.toContain(token);
  expect(shown).toBe(
    "Choose one here:\n\nhttps://care.example/reset-password/…\n\nor https://care.example/invitations/…\nhttps://care.example/reset-password",
  );
});
