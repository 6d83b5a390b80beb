"use client";
import { Card } from "@/components/ui/card";
import { KeepFresh } from "@/components/realtime/keep-fresh";
import { LocalTime } from "@/components/ui/local-time";
import { aheadText, waitText } from "@/lib/domain/waiting-room/format";
import type { PlaceInLine } from "@/lib/domain/waiting-room/schema";
import { OrderRules } from "./order-rules";

/** A patient's own number: whether they are called and where to go, else how many are before them and how long they will wait. */
export function OwnNumber({ place }: { place: PlaceInLine }) {
  const { number, state, arrivedBy, room, ahead, wait, asOf } = place;
  if (state === "OVER" || state === "IN_PROGRESS") return null;
  return (
    <Card as="section" aria-label="Your place in line" className="sm:p-6">
      <KeepFresh asOf={asOf} />
      <p className="text-sm text-quiet">Your number</p>
      <p className="text-4xl font-semibold tabular">{number}</p>
      <div role="status" className="mt-3 grid gap-1">
        {state === "CALLED" ? (
          <p className="text-lg font-semibold text-accent">
            {room ? `You're called. Please go to ${room}.` : "You're called. Please go in."}
          </p>
        ) : state === "SET_ASIDE" ? (
          <p className="font-semibold text-wait">You missed two calls. Please tell the front desk that you’re here.</p>
        ) : (
          <>
            {ahead === null ? null : <p className="font-semibold">{aheadText(ahead)}</p>}
            {wait ? <p>Your wait: {waitText(wait)}</p> : null}
            {room ? <p className="text-sm text-quiet">You’ll be called to {room}.</p> : null}
          </>
        )}
      </div>
      {arrivedBy === "PHONE" ? (
        <p className="mt-3 text-sm">You checked in by phone. Be at the practice when you’re called.</p>
      ) : null}
      <p className="mt-3 text-sm text-quiet">
        As of <LocalTime instant={asOf} style="time" />.
      </p>
      <OrderRules />
    </Card>
  );
}
