import type { PriorityReason, TicketState } from "@/lib/domain/queues/status";
import type { Route } from "@/lib/site/routes";

/** Someone who waits, as those who run the queue see them; instants as text. */
export type TicketView = {
  appointmentId: string;
  appointmentVersion: number;
  number: string;
  name: string;
  href: Route;
  state: TicketState;
  priority: PriorityReason | null;
  isWalkIn: boolean;
  isOverbooked: boolean;
  arrivedAt: string;
  /** They checked in by phone, and may not be here yet. */
  isOnTheWay: boolean;
  wait: { low: number; high: number } | null;
};

/** A doctor's queue at a place. */
export type QueueView = {
  id: string;
  version: number;
  doctorId: string;
  hospitalId: string | null;
  title: string;
  letter: string;
  room: string | null;
  tickets: TicketView[];
};
