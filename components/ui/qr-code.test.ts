import { expect, it } from "vitest";
import { encode } from "uqr";
import { qrPath } from "./qr-code";

it("draws each dark field of a QR code, and no other", () => {
  const text = "https://care.example.org/prescriptions#7K3M0Q1ZAB45CDEF";
  const { size, path } = qrPath(text);
  const drawn = new Set<string>();
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let at = 0; at < Number(width); at += 1) drawn.add(`${Number(x) + at},${y}`);
  const { data } = encode(text, { ecc: "M", border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x},${y}`] : [])));
  expect(data).toHaveLength(size);
  expect([...drawn].toSorted()).toEqual(dark.toSorted());
  // Cameras need the quiet edge.
  expect(data.slice(0, 4).flat()).not.toContain(true);
});
