import type { ClosurePhase, ClosureReason } from "@/lib/domain/ward-closures/status";

/** What is closed, why, and from when until when. Instants are ISO texts. */
export type Standing = {
  id: string;
  version: number;
  wardId: string;
  ward: string;
  /** Null: the whole ward. */
  beds: { id: string; label: string }[] | null;
  reason: ClosureReason;
  /** `PREPARED`: no one has been told, and it can be undone. */
  status: "PREPARED" | "ANNOUNCED" | "ENDED" | "UNDONE";
  phase: ClosurePhase;
  startsAt: string;
  endsAt: string | null;
};

/** The same with how many it affects. */
export type Closure = Standing & {
  endedAt: string | null;
  tellAt: string;
  counts: { inBed: number; planned: number; told: number; toCall: number; unreachable: number; waiting: number };
};

type Reach = "EMAIL" | "NOTIFICATION" | "PHONE" | "NONE";

/** Someone who has a closed bed. */
export type ClosureStay = {
  bookingId: string;
  patientName: string;
  bed: string;
  status: "RESERVED" | "ADMITTED";
  from: string;
  to: string | null;
  by: Reach | null;
};

/** A ward with its beds, to choose from. */
export type ClosableWard = { id: string; name: string; beds: { id: string; label: string }[] };
