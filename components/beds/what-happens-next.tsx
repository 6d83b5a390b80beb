import { BellRing, DoorOpen, MessageSquareReply } from "lucide-react";
import { Card } from "@/components/ui/card";

/** The way from a bed request to arrival, in three steps. */
export function WhatHappensNext({ hospital }: { hospital: string }) {
  const steps = [
    {
      icon: MessageSquareReply,
      text: `${hospital} reviews your request. No bed is reserved until they reply.`,
    },
    {
      icon: BellRing,
      text: "You'll see the reply here and get a notification. It says which bed is reserved, and until when.",
    },
    { icon: DoorOpen, text: "Arrive before then and give your name at the front desk." },
  ];
  return (
    <Card as="section" aria-labelledby="what-next">
      <h2 id="what-next" className="mb-4 text-base">
        What happens next
      </h2>
      <ol className="grid gap-4 text-sm">
        {steps.map(({ icon: Icon, text }) => (
          <li key={text} className="flex gap-3">
            <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-accent" />
            {text}
          </li>
        ))}
      </ol>
      <p className="mt-4 border-t border-line pt-4 text-sm text-quiet">
        In an emergency, don&apos;t wait for a reply. Call your local emergency number.
      </p>
    </Card>
  );
}
