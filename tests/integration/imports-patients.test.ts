import { beforeEach, expect, it } from "vitest";
import { searchPatients } from "@/lib/domain/front-desk/search-patients";
import { isKnownPatient } from "@/lib/domain/patients/require-known-patient";
import { matchKnown } from "@/lib/domain/registrations/match-known";
import { registerPatient } from "@/lib/domain/registrations/register-patient";
import { registerInput } from "@/lib/domain/registrations/schema";
import { templateOf } from "@/lib/domain/transfer/format";
import { undoImport } from "@/lib/domain/transfer/undo-import";
import { db } from "@/lib/platform/db/db";
import { localDateAt, shiftDate } from "@/lib/platform/time/local-date";
import { createCast } from "@/tests/support/actors";
import { createAppointment } from "@/tests/support/factories";
import { checkFile, importFile } from "./imports-harness";

let cast: Awaited<ReturnType<typeof createCast>>;
beforeEach(async () => {
  cast = await createCast();
});

const manager = () => cast.manager.actor;
const place = () => ({ hospitalId: cast.hospital.id });
const register = (input: object) => registerPatient(manager(), registerInput.parse({ ...place(), ...input }));
const registered = () =>
  db.registration.findMany({ where: place(), include: { patient: true }, orderBy: { recordNumber: "asc" } });

it("registers the patients in a file: only this hospital finds them, and no message is sent", async () => {
  const before = [await db.user.count(), await db.message.count(), await db.notification.count()];
  const { id, status } = await importFile(cast, "PATIENTS", templateOf("PATIENTS"));
  expect(status).toBe("DONE");
  const rows = await registered();
  expect(rows).toMatchObject([
    {
      recordNumber: "100234",
      language: "de",
      email: null,
      importId: id,
      createdByUserId: manager().userId,
      patient: { name: "Anna Example", bornOn: new Date("1962-11-05"), phone: "+49305550103" },
    },
    { recordNumber: "100235", email: "a.patient@example.org", patient: { name: "Ben Sample", phone: null } },
  ]);
  const patientId = rows[0]?.patientId ?? "";
  expect(await isKnownPatient(place(), patientId)).toBe(true);
  expect(await searchPatients(cast.coordinator.actor, { ...place(), name: "anna exam" })).toMatchObject([
    { id: patientId },
  ]);
  expect([await db.user.count(), await db.message.count(), await db.notification.count()]).toEqual(before);
  expect(await db.auditEntry.count({ where: { subjectId: id, action: "import.complete" } })).toBe(1);
});

it("reads other systems' headers and dates, and reports what it can't", async () => {
  const file = [
    "MRN;Patient name;DOB;Language;New",
    "7;Clara Oak;5.11.1962;DE;",
    "8;Dora Elm;11/05/1962;;",
    "9;;1970-01-01;german;maybe",
  ];
  const { status, faults } = await checkFile(cast, "PATIENTS", `${file.join("\n")}\n`);
  expect(status).toBe("FAULTY");
  expect(faults).toMatchObject([
    { row: 3, column: "birth_date", message: "Must be a date such as 1962-11-05 or 5.11.1962" },
    { row: 4, column: "name", message: "Must not be empty" },
    { row: 4, column: "language" },
    { row: 4, column: "is_new", message: "Must be yes or no" },
  ]);
});

it("finds numbers that are taken or come twice, and people who come twice without one", async () => {
  await register({ patient: { name: "Erik Ash" }, recordNumber: "AB 1" });
  const file =
    "record_number,name,birth_date\nab  1,Fay Birch,\n2,Gil Cedar,\n2,Hal Dogwood,\n,Ivy Fir,1980-01-01\n,ivy  fir,1980-01-01\n";
  const { faults } = await checkFile(cast, "PATIENTS", file);
  expect(faults).toMatchObject([
    { row: 2, column: "record_number", message: "Belongs to one of your patients already" },
    { row: 4, column: "record_number", message: "Same as in row 3" },
    { row: 6, column: "name", message: "Same as in row 5" },
  ]);
});

it("shows who is likely a patient already, and adds them only as someone new", async () => {
  await register({ patient: { name: "Jana Hazel", bornOn: "1975-04-03" } });
  await register({ patient: { name: "Kurt Juniper", phone: "+49 30 5550190" } });
  const rows = (isNew: string) =>
    `name,birth_date,phone,is_new\nJANA HAZEL,1975-04-03,,${isNew}\nKurt Juniper,,0049 30 5550190,${isNew}\nLena Larch,1975-04-03,,\n`;
  const checked = await checkFile(cast, "PATIENTS", rows(""));
  expect([checked.status, checked.faults]).toMatchObject([
    "FAULTY",
    [
      { row: 2, column: "name", value: "JANA HAZEL", message: expect.stringContaining("put yes under is_new") },
      { row: 3, column: "name" },
    ],
  ]);
  expect((await importFile(cast, "PATIENTS", rows("yes"))).status).toBe("DONE");
  expect(await registered()).toHaveLength(5);
});

it("compares all people of a long file, of which each part is compared by itself", async () => {
  await register({ patient: { name: "Mona Linden", bornOn: "1975-04-03" } });
  const known = { name: "Mona Linden", bornOn: "1975-04-03" };
  const others = Array.from({ length: 1_000 }, (_, n) => ({ name: `Person ${n}`, bornOn: "1950-01-01" }));
  const here = { id: cast.hospital.id, country: null };
  expect([...(await matchKnown(db, here, [known, ...others, known]))]).toEqual([0, 1_001]);
});

it("knows nothing of other hospitals' patients", async () => {
  const other = await createCast();
  await importFile(other, "PATIENTS", "record_number,name,birth_date\n1,Mia Maple,1988-09-09\n");
  const { status } = await importFile(cast, "PATIENTS", "record_number,name,birth_date\n1,Mia Maple,1988-09-09\n");
  expect(status).toBe("DONE");
});

it("refuses people who aren't born yet, by the hospital's calendar", async () => {
  const { timeZone } = await db.hospital.update({
    where: { id: cast.hospital.id },
    data: { timeZone: "Pacific/Pago_Pago" },
  });
  const today = localDateAt(new Date(), timeZone);
  const file = `name,birth_date\nNico Oak,${today}\nOtto Pine,${shiftDate(today, 1)}\n`;
  expect((await checkFile(cast, "PATIENTS", file)).faults).toMatchObject([{ row: 3, column: "birth_date" }]);
});

it("is undone whole: patients and their registrations are gone", async () => {
  const kept = await register({ patient: { name: "Pia Rowan" } });
  const { id } = await importFile(cast, "PATIENTS", templateOf("PATIENTS"));
  const before = (await registered()).map(({ patientId }) => patientId).filter((one) => one !== kept.patient.id);
  expect(await undoImport(manager(), id)).toMatchObject({ status: "UNDONE" });
  expect(await db.patient.count({ where: { id: { in: before } } })).toBe(0);
  expect((await registered()).map((row) => row.patientId)).toEqual([kept.patient.id]);
});

it("isn't undone once one of them has an appointment", async () => {
  const { id } = await importFile(cast, "PATIENTS", templateOf("PATIENTS"));
  const [one] = await registered();
  await createAppointment({ doctorId: cast.doctor.doctorId, patientId: one?.patientId ?? "" }, place());
  await expect(undoImport(manager(), id)).rejects.toMatchObject({ code: "conflict", extra: { inUse: 1 } });
  expect(await registered()).toHaveLength(2);
});
