import { randomBytes } from "node:crypto";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filled, filledZip, templateOf, zip } from "./template";

const fresh = (length: number) => Buffer.from(randomBytes(length).toString("base64url").slice(0, length));

describe("a kept body", () => {
  it("is the one that was kept, with other values at every place", async () => {
    const [nonce, secret] = [fresh(24).toString(), fresh(43).toString()];
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(fc.string({ unit: "grapheme", maxLength: 300 }), fc.constantFrom(nonce, secret, '<script nonce="')),
          {
            maxLength: 40,
          },
        ),
        async (texts) => {
          const template = templateOf(Buffer.from(texts.join("")), [nonce, secret]);
          const zipped = await zip(template);
          for (let round = 0; round < 2; round++) {
            const values = [fresh(24), fresh(43)];
            const expected = texts
              .join("")
              .split(nonce)
              .map((part) => part.replaceAll(secret, values[1]!.toString()))
              .join(values[0]!.toString());
            expect(filled(template, values).toString()).toBe(expected);
            expect(gunzipSync(filledZip(zipped, values)).toString()).toBe(expected);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("costs little more than a body that is compressed as a whole", async () => {
    const nonce = fresh(24).toString();
    const body = Buffer.from(
      Array.from(
        { length: 40 },
        (_, nth) => `<script nonce="${nonce}">self.push([${nth}, "A line of a page"])</script>`,
      ).join("\n".repeat(9)),
    );
    const zipped = await zip(templateOf(body, [nonce]));
    expect(filledZip(zipped, [fresh(24)]).length).toBeLessThan(body.length / 2);
  });
});
