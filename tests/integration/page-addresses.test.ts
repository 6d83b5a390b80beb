import { describe, expect, it } from "vitest";
import { orNotFound } from "@/app/or-not-found";
import { loadFrom, pagesWanted } from "@/app/search-params";
import { listAppointments } from "@/lib/domain/appointments/queries";
import { searchDoctors } from "@/lib/domain/directory/queries";
import { doctorFilter } from "@/lib/domain/directory/schema";
import { getDoctorProfile } from "@/lib/domain/doctors/queries";
import { actorOf } from "../support/actors";
import { createAppointment, createDoctor, createPatient } from "../support/factories";

describe("a mistyped, stored or truncated address", () => {
  it("with an invalid cursor shows the start of the list", async () => {
    const { user, patient } = await createPatient();
    const row = await createAppointment({ doctorId: (await createDoctor()).doctor.id, patientId: patient.id });
    const actor = await actorOf(user);
    for (const cursor of ["abc", "%%%", Buffer.from('{"p":"1"}').toString("base64url")]) {
      const page = await loadFrom(cursor, (from) =>
        listAppointments(actor, {}, { limit: 5, ...(from ? { cursor: from } : {}) }),
      );
      expect(page.items.map(({ id }) => id)).toEqual([row.id]);
    }
  });

  it("hides no other failure", async () => {
    await expect(loadFrom("abc", () => Promise.reject(new Error("the database is gone")))).rejects.toThrow(
      "the database is gone",
    );
  });

  it("with an invalid number of pages shows the first", async () => {
    expect(
      ["1.1", "-3", "1e3", "Infinity", "", "0", "nine", undefined, ["2", "3"]].map((value) => pagesWanted(value, 12)),
    ).toEqual(Array(9).fill(1));
    expect(["2", "12", "13", "9999"].map((value) => pagesWanted(value, 12))).toEqual([2, 12, 12, 12]);
    const { items } = await searchDoctors(doctorFilter.parse({}), { limit: pagesWanted("1.1", 12) * 12 });
    expect(items.length).toBeGreaterThan(0);
  });

  it("with an impossible name is not found", async () => {
    for (const slug of ["nobody", "a\u0000b", "\ud83d"]) {
      await expect(orNotFound(getDoctorProfile({ slug })), JSON.stringify(slug)).rejects.toMatchObject({
        digest: expect.stringContaining("404"),
      });
    }
  });
});
