import { expect, it } from "vitest";
import { openAnswer, sealAnswer } from "./seal-answer";

it("keeps an answer so that only the process reads it, and gives it back byte for byte", () => {
  const body = '{"trackingToken":"s3cret","name":"Zoë – 日本"}';
  const kept = sealAnswer(body);
  expect(kept).not.toContain("s3cret");
  expect(sealAnswer(body)).not.toBe(kept);
  expect(openAnswer(kept)).toBe(body);
  expect(openAnswer('{"kept":"before"}')).toBe('{"kept":"before"}');
});

it("refuses what someone has changed", () => {
  const kept = sealAnswer("{}");
  expect(() => openAnswer(`${kept.slice(0, -2)}AA`)).toThrow();
});
