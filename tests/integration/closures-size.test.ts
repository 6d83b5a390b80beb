import pg from "pg";
import { expect, it, vi } from "vitest";
import { announceHolidays, previewHolidays } from "@/lib/domain/disruptions/announce-closure";
import { toPreview } from "@/lib/domain/disruptions/output";
import { db } from "@/lib/platform/db/db";
import { newDoctor, newStaff } from "../support/actors";
import { newPractice, visitAt } from "./disruptions-harness";

const CHRISTMAS = `${new Date().getUTCFullYear() + 1}-12-25`;
const dates = { calendar: "DE", dates: [CHRISTMAS] };

/** A hospital with so many more doctors, and how many statements it takes to close it. */
async function closeWith(doctors: number) {
  const practice = await newPractice();
  const { hospitalId } = practice;
  const { actor: manager } = await newStaff(hospitalId, "MANAGER");
  const scheduleIds = [practice.doctor.scheduleId];
  for (let nth = 0; nth < doctors; nth += 1) {
    const doctor = await newDoctor({ hospitalId });
    await visitAt({ ...practice, doctor }, new Date(`${CHRISTMAS}T10:00:00Z`));
    scheduleIds.push(doctor.scheduleId);
  }
  const query = vi.spyOn(pg.Client.prototype, "query");
  const affected = await previewHolidays(manager, { hospitalId, ...dates });
  await announceHolidays(manager, { hospitalId, ...dates });
  const statements = query.mock.calls.length;
  query.mockRestore();
  const schedules = await db.schedule.findMany({ where: { id: { in: scheduleIds } }, select: { exceptions: true } });
  return { statements, affected, schedules };
}

it("a hospital with many doctors closes in as many statements as one with few", async () => {
  const [few, many] = [await closeWith(1), await closeWith(6)];
  expect(many.statements).toBe(few.statements);
  expect(many.affected).toHaveLength(6);
  expect(toPreview(many.affected).counts.visits).toBe(6);
  expect(many.schedules).toHaveLength(7);
  for (const { exceptions } of many.schedules)
    expect(exceptions).toEqual([{ kind: "block", date: CHRISTMAS, intervals: null }]);
});
