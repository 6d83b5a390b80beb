import { beforeAll, describe, expect, it, vi } from "vitest";
import { toCalendarEvent } from "@/lib/domain/appointments/format-calendar";
import { toOutput } from "@/lib/domain/appointments/output";
import { joinVideo } from "@/lib/domain/appointments/join-video";
import { getAppointmentCard } from "@/lib/domain/appointments/queries";
import { ownProfileInput } from "@/lib/domain/doctors/schema";
import { icalFile } from "@/lib/platform/calendar/ical";
import { readConfig } from "@/lib/platform/config/config";
import { db } from "@/lib/platform/db/db";
import { actorOf, createCast } from "../support/actors";
import { createAppointment, createDoctor, createPatient } from "../support/factories";
import { testEnvironment } from "../support/env";
import { outcome } from "../support/outcome";
import { EMPTY_PROFILE } from "./own-profile";

vi.hoisted(() => Object.assign(process.env, { VIDEO_BASE_URL: "https://meet.caresync.test/" }));

const MINUTE = 60_000;
const ROOM = "https://video.caresync.test/room/own";

let cast: Awaited<ReturnType<typeof createCast>>;
beforeAll(async () => {
  cast = await createCast();
});

/** A visit by video that begins in so many minutes and lasts half an hour. */
async function videoVisit(
  inMinutes: number,
  over: Parameters<typeof createAppointment>[1] = {},
  doctorOver: Parameters<typeof createDoctor>[0] = {},
) {
  const { user, patient } = await createPatient();
  const doctor = await createDoctor(doctorOver);
  const startsAt = new Date(Date.now() + inMinutes * MINUTE);
  const row = await createAppointment(
    { doctorId: doctor.doctor.id, patientId: patient.id },
    { mode: "VIDEO", startsAt, ...over },
  );
  return { row, patient: await actorOf(user), doctor: await actorOf(doctor.user) };
}

describe("joining a visit by video", () => {
  it("leads both sides to the same room, which can't be guessed and belongs to no other visit", async () => {
    const [one, other] = [await videoVisit(5), await videoVisit(5)];
    const link = await joinVideo(one.patient, one.row.id);
    expect(await joinVideo(one.doctor, one.row.id)).toEqual(link);
    expect(link.url).toMatch(/^https:\/\/meet\.caresync\.test\/caresync-[\w-]{43}$/);
    expect(link.url).not.toContain(one.row.id);
    expect((await joinVideo(other.patient, other.row.id)).url).not.toBe(link.url);
  });

  it("opens ten minutes before and closes at the end, or later while the visit is in progress", async () => {
    for (const [inMinutes, status, expected] of [
      [11, "CONFIRMED", "video-closed"],
      [9, "CONFIRMED", "ok"],
      [-29, "CHECKED_IN", "ok"],
      [-31, "CONFIRMED", "video-closed"],
      [-31, "IN_PROGRESS", "ok"],
      [-25 * 60, "IN_PROGRESS", "video-closed"],
      [5, "PENDING", "video-closed"],
      [5, "CANCELLED", "video-closed"],
    ] as const) {
      const { row, patient } = await videoVisit(inMinutes, { status });
      expect(await outcome(joinVideo(patient, row.id)), `${inMinutes} ${status}`).toBe(expected);
    }
    const inPerson = await videoVisit(5, { mode: "IN_PERSON" });
    expect(await outcome(joinVideo(inPerson.patient, inPerson.row.id))).toBe("video-closed");
  });

  it("is for the patient and the doctor alone: the front desk sees the visit, strangers do not", async () => {
    const { row } = await videoVisit(5, { hospitalId: cast.hospital.id });
    expect(await outcome(joinVideo(cast.coordinator.actor, row.id))).toBe("forbidden");
    for (const stranger of [cast.patient.actor, cast.doctor.actor, cast.admin.actor]) {
      expect(await outcome(joinVideo(stranger, row.id))).toBe("not-found");
    }
  });

  it("prefers the place's own room, then the doctor's, then the provider's", async () => {
    const own = await videoVisit(5, {}, { over: { videoUrl: ROOM } });
    expect((await joinVideo(own.patient, own.row.id)).url).toBe(ROOM);
    await db.hospital.update({ where: { id: cast.hospital.id }, data: { videoUrl: `${ROOM}-hospital` } });
    const there = await videoVisit(5, { hospitalId: cast.hospital.id }, { over: { videoUrl: ROOM } });
    expect((await joinVideo(there.patient, there.row.id)).url).toBe(`${ROOM}-hospital`);
  });

  it("appears in no answer about the visit, no event and no calendar file", async () => {
    const { row, patient } = await videoVisit(5, {}, { over: { videoUrl: ROOM } });
    const { url } = await joinVideo(patient, row.id);
    const card = await getAppointmentCard(patient, row.id);
    const told = [JSON.stringify(toOutput(card)), icalFile(toCalendarEvent(card, "https://care.test"), new Date())];
    const events = await db.domainEvent.findMany({ where: { aggregateId: row.id } });
    for (const text of [...told, JSON.stringify(events.map(({ refs, audience }) => ({ refs, audience })))])
      expect(text).not.toContain(url);
    expect(told[1]).toContain(`/patient/visits/${row.id}`);
  });
});

describe("a video link", () => {
  const isTaken = (videoUrl: string) => ownProfileInput.safeParse({ ...EMPTY_PROFILE, videoUrl }).success;

  it.each([ROOM, "https://meet.example.org/a?b=c#d"])("accepts %s", (url) => expect(isTaken(url)).toBe(true));
  it.each([
    "http://video.example.org/room",
    "javascript:alert(1)",
    "https://user:word@video.example.org",
    "https://localhost/room",
    "https://video.example.org/a b",
    "https://video.example.org/\u202eroom",
    `https://video.example.org/${"x".repeat(500)}`,
    "//video.example.org",
  ])("refuses %s", (url) => expect(isTaken(url)).toBe(false));

  it("is also checked in the configuration and by the database", async () => {
    expect(() => readConfig({ ...testEnvironment, VIDEO_BASE_URL: "http://meet.example.org" })).toThrow(
      /VIDEO_BASE_URL/,
    );
    const { doctor } = await createDoctor();
    await expect(
      db.doctor.update({ where: { id: doctor.id }, data: { videoUrl: "http://video.example.org" } }),
    ).rejects.toThrow();
  });
});
