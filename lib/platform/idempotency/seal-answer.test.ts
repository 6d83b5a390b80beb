import { expect, it } from "vitest";
import { openAnswer, sealAnswer } from "./seal-answer";

it("seals an answer so that only this site can read it, and opens it byte for byte", () => {
  const body = '{"trackingToken":"s3cret","name":"Zoë – 日本"}';
  const kept = sealAnswer(body);
  expect(kept).not.toContain("s3cret");
  expect(sealAnswer(body)).not.toBe(kept);
  expect(openAnswer(kept)).toBe(body);
  expect(openAnswer('{"kept":"before"}')).toBe('{"kept":"before"}');
});

it("refuses a tampered answer", () => {
  const kept = sealAnswer("{}");
  expect(() => openAnswer(`${kept.slice(0, -2)}AA`)).toThrow();
});
