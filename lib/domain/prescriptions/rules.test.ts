import { describe, expect, it } from "vitest";
import { groupCode, readCode } from "./rules";

const CODE = "7K3M0Q1ZAB45CDEF";

describe("a verification code", () => {
  it("is printed in groups of four", () => {
    expect(groupCode(CODE)).toBe("7K3M-0Q1Z-AB45-CDEF");
  });

  it.each([
    CODE,
    "7K3M-0Q1Z-AB45-CDEF",
    "7k3m 0q1z ab45 cdef",
    "7K3MOQLZAB45CDEF",
    "7K3MoQiZAB45CDEF",
    " 7K3M–0Q1Z — AB45‑CDEF\n",
    "７Ｋ３Ｍ-0Q1Z-AB45-CDEF",
    "\u200e7K3M-0Q1Z-AB45-CDEF\u200f",
  ])("is read from %j", (typed) => {
    expect(readCode(typed)).toBe(CODE);
  });

  it.each(["", "7K3M", `${CODE}0`, "7K3M-0Q1Z-AB45-CDEU", "7K3M/0Q1Z/AB45/CDEF", "<b>7K3M0Q1ZAB</b>", "Ⅷ".repeat(16)])(
    "is not read from %j",
    (typed) => {
      expect(readCode(typed)).toBeNull();
    },
  );
});
