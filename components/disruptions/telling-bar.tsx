"use client";
import { Send, Undo2 } from "lucide-react";
import { useWork } from "@/components/contacts/use-work";
import { Button } from "@/components/ui/button";
import { Countdown } from "@/components/ui/countdown";
import type { ActionResult } from "@/lib/platform/actions/action-result";

type Props = {
  /** What has changed already. */
  heading: string | null;
  /** Who is affected. */
  text: string;
  tellAt: string;
  asOf: string;
  canChange: boolean;
  undo: () => Promise<ActionResult<unknown>>;
  tell: () => Promise<ActionResult<unknown>>;
};

/** Until patients are told: how long it can be undone, and telling them now. */
export function TellingBar({ heading, text, tellAt, asOf, canChange, undo, tell }: Props) {
  const { run, pending } = useWork();
  return (
    <section
      aria-label="Before anyone is told"
      className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg bg-wait-soft p-4"
    >
      <div className="min-w-0 flex-[1_1_18rem]">
        <p className="font-semibold">
          {heading}Patients will be told in <Countdown until={tellAt} serverNow={asOf} expiredText="a moment" />
        </p>
        <p className="text-sm">{text} Until then you can undo it.</p>
      </div>
      {canChange ? (
        <div className="flex flex-wrap gap-2">
          <Button
            variant="secondary"
            pending={pending === "undo"}
            onClick={() => void run("undo", "Undone. No one was told.", undo)}
          >
            <Undo2 aria-hidden /> Undo
          </Button>
          <Button
            pending={pending === "tell"}
            onClick={() => void run("tell", "We're telling the patients now.", tell)}
          >
            <Send aria-hidden /> Tell them now
          </Button>
        </div>
      ) : null}
    </section>
  );
}
