"use client";
import { CalendarCheck, CalendarX2, Link2Off } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { linkEnd } from "@/lib/domain/visit-links/schema";
import type { LinkEnd } from "@/lib/domain/visit-links/status";
import type { ActionFailure } from "@/lib/platform/actions/action-result";
import { routes } from "@/lib/site/routes";

type Words = { icon: ReactNode; title: string; text: string };

const WORDS: Record<LinkEnd, Words> = {
  MOVED: {
    icon: <CalendarCheck />,
    title: "This appointment has another time already",
    text: "It was rescheduled by you, by someone who books for you, or by the practice. Sign in to see the new time, or call the practice.",
  },
  CANCELLED: {
    icon: <CalendarX2 />,
    title: "This appointment has been cancelled",
    text: "There’s nothing left to do. To book another one, sign in or call the practice.",
  },
  BEGUN: {
    icon: <Link2Off />,
    title: "The time of this appointment has come",
    text: "It can’t be changed by this link any more. If you couldn’t come, please call the practice.",
  },
};
const UNKNOWN: Words = {
  icon: <Link2Off />,
  title: "This link doesn’t work any more",
  text: "The appointment has been rescheduled or cancelled, or it has already begun. Sign in to see your appointments, or call the practice.",
};

/** Why a link opens nothing, and what to do. */
export function VisitLinkOver({ failure }: { failure?: ActionFailure }) {
  const end = linkEnd.safeParse(failure?.extra).data?.became;
  const { icon, title, text } = end ? WORDS[end] : UNKNOWN;
  return (
    <EmptyState
      icon={icon}
      title={title}
      text={text}
      action={
        <Button asChild variant="secondary">
          <Link href={routes.patient.visits()}>Sign in</Link>
        </Button>
      }
    />
  );
}
