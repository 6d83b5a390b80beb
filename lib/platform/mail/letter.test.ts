import { expect, it } from "vitest";
import { letterHtml, letterText, type Letter } from "./letter";

const letter: Letter = {
  subject: "A & B",
  body: [
    "Choose <one>.",
    { quote: "Join\nus" },
    { label: "Choose", href: "https://care.example/invitations/abc?x=1&y=2" },
  ],
  why: "You asked for it.",
};

it("its text begins without a name, quotes others' words, and holds no link but its own", () => {
  expect(letterText(letter)).toBe(
    "Hello,\n\nChoose <one>.\n\n> Join\n> us\n\nChoose:\nhttps://care.example/invitations/abc?x=1&y=2\n\n-- \nYou asked for it.\n",
  );
  expect(
    letterText(letter, { unsubscribeText: "Stop these", unsubscribeUrl: "https://care.example/stop", oneClickUrl: "" }),
  ).toMatch(/Stop these:\nhttps:\/\/care\.example\/stop\n$/);
});

it("its HTML says the same, escaped, without anything from outside", () => {
  const html = letterHtml(letter, "https://care.example");
  expect(html).toContain("Choose &lt;one&gt;.");
  expect(html).toContain('href="https://care.example/invitations/abc?x=1&amp;y=2"');
  expect(html).toContain("prefers-color-scheme: dark");
  expect(html).not.toMatch(/<script|<img|src=|url\(/i);
});
