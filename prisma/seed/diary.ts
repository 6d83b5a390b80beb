import { offeredSlots, type Offer, type OfferedSchedule } from "@/lib/domain/schedules/rules";
import type { DemoDoctor } from "./doctors";
import { DAY, MINUTE } from "./world";

/** A time the hours offer, with the services that fit there. */
export type Chair = { start: number; schedule: OfferedSchedule; services: DemoDoctor["services"] };
type Span = { start: number; end: number };

const HALF = 60 * DAY;

/** One doctor's offered times, 60 days back and 60 ahead, and which of them are taken. */
export class Diary {
  readonly chairs: Chair[];
  private readonly taken: Span[] = [];

  constructor(
    readonly doctor: DemoDoctor,
    private readonly schedules: OfferedSchedule[],
    now: Date,
  ) {
    this.chairs = this.offered(now);
  }

  /** Takes the time unless it overlaps another visit or its buffers. */
  take(start: number, minutes: number, schedule: OfferedSchedule): boolean {
    const padding = (schedule.bufferBeforeMinutes + schedule.bufferAfterMinutes) * MINUTE;
    const end = start + minutes * MINUTE;
    const isFree = this.taken.every((visit) => visit.end + padding <= start || end + padding <= visit.start);
    if (isFree) this.taken.push({ start, end });
    return isFree;
  }

  /** Returns the first available time at `now`, by the usual rules. */
  nextFree(now: Date): Date | null {
    const bookings = this.taken
      .filter((visit) => visit.end > now.getTime() - DAY)
      .map((visit) => ({ start: new Date(visit.start).toISOString(), end: new Date(visit.end).toISOString() }));
    const window = { from: now, to: new Date(now.getTime() + 90 * DAY), now };
    const [slot] = offeredSlots({ ...this.offer(), bookings }, window);
    return slot ? new Date(slot.start) : null;
  }

  private offer(): Offer {
    const { id: doctorId, services } = this.doctor;
    return {
      doctorId,
      timeZone: this.schedules[0]?.timeZone ?? "UTC",
      schedules: this.schedules,
      services,
      bookings: [],
      hasOwnHold: false,
    };
  }

  private offered(now: Date): Chair[] {
    const from = new Date(now.getTime() - HALF);
    const window = { from, to: new Date(now.getTime() + HALF), now: from };
    // As if each had been booked early enough.
    const schedules = this.schedules.map((one) => ({ ...one, minNoticeMinutes: 0, horizonDays: 200 }));
    const byStart = new Map<string, Chair>();
    for (const service of this.doctor.services) {
      for (const slot of offeredSlots({ ...this.offer(), schedules }, window, { serviceId: service.serviceId })) {
        const key = `${slot.start} ${slot.scheduleId}`;
        const schedule = this.schedules.find((one) => one.id === slot.scheduleId);
        const chair = byStart.get(key);
        if (chair) chair.services.push(service);
        else if (schedule) byStart.set(key, { start: Date.parse(slot.start), schedule, services: [service] });
      }
    }
    return [...byStart.values()].sort((a, b) => a.start - b.start);
  }
}
