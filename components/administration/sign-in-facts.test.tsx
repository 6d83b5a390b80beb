import { render, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { SignInFact } from "@/lib/domain/administration/schema-people";
import { SIGN_IN_FACTS } from "@/lib/domain/administration/status";
import { SignInFacts } from "./sign-in-facts";

const fact = (code: SignInFact["code"], over: Partial<SignInFact> = {}): SignInFact => ({
  code,
  at: "2026-11-23T09:00:00Z",
  until: "2026-11-23T10:00:00Z",
  count: 3,
  answer: null,
  ...over,
});

it("makes a sentence of every fact", () => {
  render(<SignInFacts facts={SIGN_IN_FACTS.map((code) => fact(code))} />);
  const sentences = within(screen.getByRole("region", { name: "Signing in" })).getAllByRole("listitem");
  expect(sentences).toHaveLength(SIGN_IN_FACTS.length);
  for (const sentence of sentences) expect(sentence.textContent).toMatch(/^[A-Z0-9][^]*\.$/);
});

it("says what to do, with codes in words", () => {
  render(
    <SignInFacts
      facts={[
        fact("wrong-password", { count: 1 }),
        fact("link-failed", { answer: "no-address" }),
        fact("sessions-ended", { answer: "account.password-reset" }),
      ]}
    />,
  );
  const [wrong, failed, ended] = screen.getAllByRole("listitem");
  expect(wrong).toHaveTextContent(/^1 wrong password in a row, the last one .+Send a link to choose/);
  expect(failed).toHaveTextContent(/wasn’t sent: No address or phone number\./);
  expect(ended).toHaveTextContent(/when they chose a new password\./);
});
