"use client";
import { Button } from "@/components/ui/button";
import { formatInstant } from "@/components/ui/format-instant";
import { FormMessage } from "@/components/ui/form-message";
import { useReader } from "@/components/ui/reader";

/** A visitor has come with a time in mind: it is free, and one sign-in away. */
export function SignInToBook({ start, onSignIn }: { start: string; onSignIn: (start: string) => void }) {
  const reader = useReader();
  return (
    <div className="mb-4">
      <FormMessage tone="accent" title={<span suppressHydrationWarning>{formatInstant(start, "datetime", reader)} is free</span>}>
        <p className="mb-2">Sign in or create an account, and you come back to this very time.</p>
        <Button size="sm" onClick={() => onSignIn(start)}>
          Sign in to book it
        </Button>
      </FormMessage>
    </div>
  );
}
