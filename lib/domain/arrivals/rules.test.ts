import { expect, it } from "vitest";
import { arrivalCodeText } from "./format";
import { readArrivalCode } from "./rules";

it("reads a code as it is written, and in any other way", () => {
  expect(arrivalCodeText("BCDFG23456")).toBe("BCDFG-23456");
  for (const typed of ["BCDFG-23456", "bcdfg 23456", " bcdfg23456. "])
    expect(readArrivalCode(typed)).toBe("BCDFG23456");
});
