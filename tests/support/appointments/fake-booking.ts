import { vi } from "vitest";
import { clockNamed } from "@/lib/platform/time/clock";

export const router = { push: vi.fn(), replace: vi.fn(), refresh: vi.fn() };

/** next/navigation as far as the booking panel uses it, on a doctor's page. */
export const navigation = {
  useRouter: () => router,
  usePathname: () => "/doctors/asha",
  useSearchParams: () => new URLSearchParams("service=x"),
  unstable_rethrow: () => undefined,
};

/** In place of the panel's actions. */
export const actions = { holdSlotAction: vi.fn(), releaseHoldAction: vi.fn(), bookAction: vi.fn() };

const timeZone = "Europe/Berlin";
/** A reader in the doctor's own zone. */
export const useReader = () => ({ timeZone, clock: clockNamed(timeZone), locale: "en-GB", weekStartsOn: 1 as const });

/** Nothing is asked before the visit. */
export const questions = { countQuestionsAction: vi.fn(async () => ({ ok: true, data: { count: 0 } })) };
