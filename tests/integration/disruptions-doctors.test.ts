import { expect, it } from "vitest";
import { loadDoctorsWithHours } from "@/lib/domain/disruptions/load-doctors-with-hours";
import { newDoctor } from "../support/actors";
import { newPractice } from "./disruptions-harness";

it("doctors to choose from are listed up to a number, and it says whether there are more", async () => {
  const practice = await newPractice();
  const { doctorId } = await newDoctor({ hospitalId: practice.hospitalId });
  const some = await loadDoctorsWithHours(practice.desk, practice.hospitalId, 1);
  expect([some.doctors.length, some.isComplete]).toEqual([1, false]);
  const all = await loadDoctorsWithHours(practice.desk, practice.hospitalId, 2);
  expect(all.isComplete).toBe(true);
  expect(all.doctors.map(({ id }) => id).sort()).toEqual([practice.doctor.doctorId, doctorId].sort());
});
