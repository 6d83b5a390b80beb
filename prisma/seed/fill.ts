import type { DemoPatient } from "./accounts";
import type { Chair, Diary } from "./diary";
import type { VisitBook } from "./visits";
import { DAY, MINUTE, type World } from "./world";

/** Books the demo patient's and doctor's own visits, one by one, so that every screen has content. */
export function fillStory(world: World, book: VisitBook, diaries: Diary[], patient: DemoPatient): void {
  const now = world.now.getTime();
  const [own, ...others] = diaries;
  if (!own) return;
  const soon = own.chairs.filter((chair) => chair.start > now + 15 * MINUTE && chair.start < now + 5 * 60 * MINUTE);
  const running = own.chairs.filter((chair) => chair.start <= now && chair.start > now - 20 * MINUTE);
  const booked = (chairs: Chair[], wanted: Parameters<VisitBook["book"]>[2]) =>
    chairs.some((chair) => book.book(own, chair, wanted));
  booked(running, { status: "IN_PROGRESS" });
  booked(soon, { status: "CHECKED_IN" });
  booked(soon.slice(2), { status: "CONFIRMED", patient });
  booked(soon.slice(3), { status: "CHECKED_IN" });
  booked(soon.slice(4), { status: "PENDING" });
  booked(soon.slice(6), { status: "PENDING" });

  const at = (diary: Diary | undefined, days: number, wanted: Parameters<VisitBook["book"]>[2]) => {
    const from = now + days * DAY;
    diary?.chairs
      .filter((chair) => chair.start >= from)
      .some((chair) => book.book(diary, chair, { ...wanted, patient }));
  };
  at(own, -55, { status: "COMPLETED" });
  at(own, -19, { status: "COMPLETED" });
  at(others[0], -40, { status: "COMPLETED" });
  at(others[0], 4, { status: "CONFIRMED" });
  at(others[5], -27, { status: "COMPLETED" });
  at(others[5], 12, { status: "PENDING" });
  at(others[9], -12, { status: "NO_SHOW" });
  at(others[9], 23, { status: "CONFIRMED" });
  at(others[11], -6, { status: "COMPLETED" });
  at(others[2], 8, { status: "CANCELLED" });
  at(own, 33, { status: "CONFIRMED" });
}

/** Books everyone else's visits: dense now, sparser further ahead. */
export function fillDiary(world: World, book: VisitBook, diary: Diary, isDemo: boolean): void {
  for (const chair of diary.chairs) {
    if (world.chance.is(demand(world, chair, diary, isDemo))) book.book(diary, chair);
  }
}

function demand({ now }: World, chair: Chair, { doctor }: Diary, isDemo: boolean): number {
  const days = (chair.start - now.getTime()) / DAY;
  const isHere = isDemo ? 4 : doctor.city === "berlin" && chair.schedule.hospitalId ? 1.6 : 1;
  if (Math.abs(days) < 0.6) return Math.min(0.55, 0.2 * isHere);
  if (days < 0) return 0.055 * isHere;
  return (days < 8 ? 0.11 : days < 25 ? 0.05 : 0.015) * isHere;
}
