import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { AppError } from "@/lib/platform/errors/app-error";
import { instant, uuid } from "./text";
import { readCursor, writeCursor } from "./cursor";

const position = z.strictObject({ at: instant, id: uuid });
const at = "2030-01-31T10:00:00Z";
const id = "0197a3c0-0000-7000-8000-00000000000a";

function refusal(cursor: string): AppError {
  try {
    readCursor(position, cursor);
  } catch (error) {
    return error as AppError;
  }
  throw new Error("was accepted");
}

describe("a cursor", () => {
  it("round-trips", () => {
    expect(readCursor(position, writeCursor({ at, id }))).toEqual({ at, id });
    expect(readCursor(position, undefined)).toBeUndefined();
  });

  it.each([
    ["other text", "hello"],
    ["no base64url", "ä=="],
    ["JSON of another shape", writeCursor({ id })],
    ["extra fields", writeCursor({ at, id, sql: "1" })],
    ["SQL in a field", writeCursor({ at, id: "' OR 1=1 --" })],
    ["no object", Buffer.from("[]").toString("base64url")],
    ["half of it", writeCursor({ at, id }).slice(0, 20)],
    ["too long", "a".repeat(2000)],
  ])("with %s is refused with 422 on `cursor`", (_what, cursor) => {
    const error = refusal(cursor);
    expect(error.code).toBe("invalid");
    expect(error.fields).toEqual([{ path: "cursor", message: expect.any(String) as string }]);
  });
});
