import { describe, expect, it } from "vitest";
import { changeDeadline, graceAfterMove, stepsFor, termsOf } from "./rules";
import type { AppointmentStatus, Role } from "./status";

const START = new Date("2026-10-25T09:00:00Z");
const before = (minutes: number) => new Date(START.getTime() - minutes * 60_000);

function names(
  status: AppointmentStatus,
  roles: Role[],
  now: Date,
  more: { notice?: number; isSigned?: boolean; isListed?: boolean } = {},
): string[] {
  const appointment = { status, startsAt: START, cancellationNoticeMinutes: more.notice ?? 0 };
  return stepsFor(appointment, roles, { now, isSigned: more.isSigned ?? false, isListed: more.isListed ?? true }).map(
    ({ to, needsReason }) => (needsReason ? `${to}!` : to),
  );
}

describe("the steps offered for an appointment", () => {
  it("let the doctor and the front desk answer a request, and decline only with a reason", () => {
    expect(names("PENDING", ["doctor"], before(60))).toEqual(["CONFIRMED", "DECLINED!"]);
    expect(names("PENDING", ["staff"], before(60))).toEqual(["CONFIRMED", "DECLINED!"]);
  });

  it("let the patient cancel until the notice period, and not a moment later", () => {
    expect(names("PENDING", ["patient"], before(120), { notice: 120 })).toEqual(["CANCELLED"]);
    expect(names("CONFIRMED", ["patient"], new Date(before(120).getTime() + 1), { notice: 120 })).toEqual([]);
  });

  it("open the patient's check-in an hour before", () => {
    expect(names("CONFIRMED", ["patient"], before(61))).toEqual(["CANCELLED"]);
    expect(names("CONFIRMED", ["patient"], before(60))).toEqual(["CANCELLED", "CHECKED_IN"]);
  });

  it("open the check-in at the desk twelve hours before, so that no one waits today for a visit days ahead", () => {
    for (const who of ["doctor", "staff"] as const) {
      expect(names("CONFIRMED", [who], before(721))).not.toContain("CHECKED_IN");
      expect(names("CONFIRMED", [who], before(720))).toContain("CHECKED_IN");
    }
  });

  it("let only the doctor start, and allow no “Missed” before the start", () => {
    expect(names("CONFIRMED", ["doctor"], before(1))).toEqual(["CANCELLED!", "CHECKED_IN", "IN_PROGRESS"]);
    expect(names("CONFIRMED", ["staff"], START)).toEqual(["CANCELLED!", "CHECKED_IN", "NO_SHOW"]);
    expect(names("CHECKED_IN", ["doctor"], START)).toEqual(["IN_PROGRESS", "NO_SHOW", "LEFT"]);
  });

  it("allow completion only once the note is signed", () => {
    expect(names("IN_PROGRESS", ["doctor"], START)).toEqual([]);
    expect(names("IN_PROGRESS", ["doctor"], START, { isSigned: true })).toEqual(["COMPLETED"]);
  });

  it("allow an unlisted doctor to confirm and start nothing new, but to cancel what exists", () => {
    const not = { isListed: false };
    expect(names("PENDING", ["doctor"], before(60), not)).toEqual(["DECLINED!"]);
    expect(names("CONFIRMED", ["doctor"], START, not)).toEqual(["CANCELLED!", "CHECKED_IN", "NO_SHOW"]);
    expect(names("IN_PROGRESS", ["doctor"], START, { ...not, isSigned: true })).toEqual(["COMPLETED"]);
  });

  it("are those of the strongest role someone has, such as a doctor with a visit at their own practice", () => {
    expect(names("PENDING", ["doctor", "patient"], before(60))).toEqual(["CONFIRMED", "DECLINED!", "CANCELLED"]);
  });

  it.each(["COMPLETED", "DECLINED", "CANCELLED", "EXPIRED", "NO_SHOW", "LEFT", "HELD"] as const)(
    "are none when it is %s",
    (status) => {
      expect(names(status, ["doctor", "staff", "patient"], START)).toEqual([]);
    },
  );
});

describe("a patient's deadline for changes", () => {
  const visit = { startsAt: START, cancellationNoticeMinutes: 1440 };
  const after = (minutes: number, from: Date) => new Date(from.getTime() + minutes * 60_000);

  it("is the notice period, or the grace period after booking when that ends later", () => {
    expect(changeDeadline(visit)).toEqual(before(1440));
    expect(changeDeadline({ ...visit, graceUntil: before(600) })).toEqual(before(600));
    expect(changeDeadline({ ...visit, graceUntil: before(3000) })).toEqual(before(1440));
  });

  it("is never after the start, and is the start for a patient who was asked to rebook", () => {
    expect(changeDeadline({ ...visit, graceUntil: after(10, START) })).toEqual(START);
    expect(changeDeadline({ ...visit, needsRebooking: true })).toEqual(START);
  });

  it("is shown before booking: the notice period, or a quarter of an hour when that has passed", () => {
    expect(termsOf(START, 1440, before(2000))).toEqual({
      cancellationNoticeMinutes: 1440,
      changeUntil: before(1440),
      isInsideNotice: false,
    });
    expect(termsOf(START, 1440, before(600))).toEqual({
      cancellationNoticeMinutes: 1440,
      changeUntil: before(585),
      isInsideNotice: true,
    });
    expect(termsOf(START, 0, before(5))).toEqual({
      cancellationNoticeMinutes: 0,
      changeUntil: START,
      isInsideNotice: false,
    });
  });

  it("is set anew by a move, but a grace period does not renew itself", () => {
    const inGrace = { ...visit, graceUntil: before(595) };
    expect(graceAfterMove(visit, true, before(2000))).toEqual(before(1985));
    expect(graceAfterMove(inGrace, true, before(600))).toEqual(before(595));
    expect(graceAfterMove(inGrace, false, before(600))).toEqual(after(1440, before(600)));
  });

  it("allows cancellation within the grace period, and not a moment later", () => {
    const steps = (now: Date) =>
      stepsFor({ ...visit, status: "CONFIRMED", graceUntil: before(600) }, ["patient"], { now }).map(({ to }) => to);
    expect(steps(before(600))).toEqual(["CANCELLED"]);
    expect(steps(new Date(before(600).getTime() + 1))).toEqual([]);
  });
});
