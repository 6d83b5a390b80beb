"use client";
import { Button } from "@/components/ui/button";
import { FormMessage } from "@/components/ui/form-message";
import { LocalTime } from "@/components/ui/local-time";
import type { OfferedSlot } from "@/lib/domain/schedules/schema";
import type { Clock } from "@/lib/platform/time/clock";

/** For a visitor who has chosen a time: it is available, and one sign-in away. */
export function SignInToBook({
  slot: { start, mode },
  clock,
  onSignIn,
}: {
  slot: OfferedSlot;
  clock: Clock;
  onSignIn: (start: string) => void;
}) {
  return (
    <div className="mb-4">
      <FormMessage
        tone="accent"
        title={
          <>
            <LocalTime instant={start} timeZone={clock.zone} readerFirst={mode === "VIDEO"} /> is free
          </>
        }
      >
        <p className="mb-2">Sign in or create an account, and we&apos;ll bring you back to this time.</p>
        <Button size="sm" onClick={() => onSignIn(start)}>
          Sign in to book it
        </Button>
      </FormMessage>
    </div>
  );
}
