import { promisedOffset } from "@/lib/domain/appointments/rules-shift";
import type { AppointmentStatus, Prisma } from "@/lib/platform/db/db";
import type { DemoPatient } from "./accounts";
import type { Chair, Diary } from "./diary";
import { CANCEL_REASONS, notesFor, type VisitNote } from "./notes";
import type { Worded } from "./worded";
import { DAY, MINUTE, type World } from "./world";

export type Visit = Worded<Prisma.AppointmentCreateManyInput & { id: string }>;
export type Note = Prisma.EncounterCreateManyInput & { id: string } & Partial<VisitNote>;

const OFF: readonly AppointmentStatus[] = ["CANCELLED", "DECLINED"];

/** Everyone's visits: no doctor and no patient is ever in two places at once. */
export class VisitBook {
  readonly visits: Visit[] = [];
  readonly notes: Note[] = [];
  private readonly busy = new Map<string, { start: number; end: number }[]>();

  constructor(
    private readonly world: World,
    private readonly patients: readonly DemoPatient[],
  ) {}

  /** Books a visit unless doctor or patient is busy; without `patient` it uses someone from the city who is free. */
  book(diary: Diary, chair: Chair, wanted: { status?: AppointmentStatus; patient?: DemoPatient } = {}): boolean {
    const { chance } = this.world;
    const service = chance.pick(chair.services);
    const end = chair.start + service.durationMinutes * MINUTE;
    const status = wanted.status ?? this.statusAt(chair, end);
    const patient = wanted.patient ?? this.someone(diary, chair.start, end);
    if (!patient || !this.hasTime(patient.id, chair.start, end)) return false;
    if (!OFF.includes(status)) {
      if (!diary.take(chair.start, service.durationMinutes, chair.schedule)) return false;
      this.busy.set(patient.id, [...(this.busy.get(patient.id) ?? []), { start: chair.start, end }]);
    }
    this.write(diary, chair, { service, end, status, patient });
    return true;
  }

  private hasTime(patientId: string, start: number, end: number): boolean {
    return (this.busy.get(patientId) ?? []).every((visit) => visit.end <= start || end <= visit.start);
  }

  /** Someone from the doctor's city, never the demo's own patient, whose visits are chosen one by one. */
  private someone(diary: Diary, start: number, end: number): DemoPatient | undefined {
    const locals = this.patients.slice(1).filter((patient) => patient.city === diary.doctor.city);
    const first = this.world.chance.int(0, locals.length - 1);
    return [...locals.slice(first), ...locals.slice(0, first)].find((patient) => this.hasTime(patient.id, start, end));
  }

  private statusAt({ start, schedule }: Chair, end: number): AppointmentStatus {
    const { chance, now } = this.world;
    const luck = chance.next();
    if (end <= now.getTime()) return luck < 0.06 ? "CANCELLED" : luck < 0.12 ? "NO_SHOW" : "COMPLETED";
    if (start <= now.getTime()) return luck < 0.7 ? "IN_PROGRESS" : "CHECKED_IN";
    if (start - now.getTime() < 40 * MINUTE) return luck < 0.5 ? "CHECKED_IN" : "CONFIRMED";
    if (luck < 0.05) return "CANCELLED";
    return !schedule.autoConfirm && luck < 0.4 ? "PENDING" : "CONFIRMED";
  }

  private write(
    { doctor }: Diary,
    { start, schedule }: Chair,
    {
      service,
      end,
      status,
      patient,
    }: { service: Chair["services"][number]; end: number; status: AppointmentStatus; patient: DemoPatient },
  ): void {
    const { chance, now } = this.world;
    const note = chance.pick(notesFor(doctor.specialties[0] ?? ""));
    const times = timesOf(this.world, start, end, status);
    const who = { doctorId: doctor.id, patientId: patient.id, hospitalId: schedule.hospitalId };
    const id = chance.id(times.createdAt);
    this.visits.push({
      id,
      ...who,
      scheduleId: schedule.id,
      serviceId: service.serviceId,
      startsAt: new Date(start),
      endsAt: new Date(end),
      promisedOffsetMinutes: promisedOffset(new Date(start), schedule.timeZone),
      status,
      mode: service.mode,
      reason: chance.is(0.7) ? note.reason : null,
      statusReason: status === "CANCELLED" ? chance.pick(CANCEL_REASONS) : null,
      cancellationNoticeMinutes: schedule.cancellationNoticeMinutes,
      bookedByUserId: patient.userId,
      ...times,
    });
    if (status === "COMPLETED" || status === "IN_PROGRESS") {
      const signedAt = times.completedAt ?? null;
      const written = signedAt ? note : { reason: note.reason };
      const createdAt = times.startedAt ?? now;
      const state = signedAt ? ("SIGNED" as const) : ("DRAFT" as const);
      this.notes.push({
        id: chance.id(createdAt),
        appointmentId: id,
        ...who,
        ...written,
        status: state,
        signedAt,
        createdAt,
        updatedAt: signedAt ?? createdAt,
      });
    }
  }
}

/** When each step was taken; nothing is in the future. */
function timesOf({ chance, now }: World, start: number, end: number, status: AppointmentStatus) {
  const past = (ms: number) => new Date(Math.min(ms, now.getTime()));
  const createdAt = new Date(
    Math.min(
      start - chance.int(1, 20) * DAY + chance.int(0, 600) * MINUTE,
      now.getTime() - chance.int(5, 3000) * MINUTE,
    ),
  );
  const steps: Partial<Record<"confirmedAt" | "checkedInAt" | "startedAt" | "completedAt" | "endedAt", Date>> = {};
  const confirmed = status !== "PENDING";
  if (confirmed) steps.confirmedAt = past(createdAt.getTime() + chance.pick([0, 0, 35, 190]) * MINUTE);
  if (["CHECKED_IN", "IN_PROGRESS", "COMPLETED"].includes(status))
    steps.checkedInAt = past(start - chance.int(2, 15) * MINUTE);
  if (["IN_PROGRESS", "COMPLETED"].includes(status)) steps.startedAt = past(start + chance.int(0, 6) * MINUTE);
  if (status === "COMPLETED") steps.completedAt = steps.endedAt = past(end - chance.int(0, 4) * MINUTE);
  if (status === "NO_SHOW") steps.endedAt = past(start + 20 * MINUTE);
  if (status === "CANCELLED") steps.endedAt = new Date((createdAt.getTime() + Math.min(start, now.getTime())) / 2);
  const transitions = {
    PENDING: 0,
    CONFIRMED: 0,
    CHECKED_IN: 1,
    NO_SHOW: 1,
    CANCELLED: 1,
    IN_PROGRESS: 2,
    COMPLETED: 3,
  } as Partial<Record<AppointmentStatus, number>>;
  const last = steps.endedAt ?? steps.startedAt ?? steps.checkedInAt ?? steps.confirmedAt ?? createdAt;
  return { createdAt, ...steps, updatedAt: last, version: 1 + (transitions[status] ?? 0) };
}
