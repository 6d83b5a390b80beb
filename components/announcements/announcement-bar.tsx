"use client";
import { Info, TriangleAlert, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { startTransition, useEffect, useRef, useState } from "react";
import { useChannelEvents } from "@/components/realtime/use-channel-events";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";
import { softTone } from "@/components/ui/tone";
import { useNow } from "@/components/ui/use-now";
import { dismissAnnouncementAction } from "@/lib/domain/announcements/actions";
import { LEVEL_LABELS, stateOf } from "@/lib/domain/announcements/format";
import type { Announcement } from "@/lib/domain/announcements/schema";
import { tryAction } from "@/lib/platform/actions/try-action";
import { AnnouncementText } from "./announcement-text";

/** Every open page hears of an announcement at once; they read it within this, not all in the same instant. */
const SPREAD_MS = 3_000;

type Props = {
  /** What stands now or soon: each appears and goes at its time. */
  announcements: Announcement[];
  /** When they were read, ISO. */
  asOf: string;
};

/** What administrators say, above every page of a portal. Dismissed, it stays away on every device. */
export function AnnouncementBar({ announcements, asOf }: Props) {
  const now = useNow(asOf);
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  useLateRefresh();
  const shown = announcements.filter(
    (one) => !dismissed.includes(one.id) && stateOf(one, Math.max(now, Date.parse(asOf))) === "CURRENT",
  );
  const dismiss = async ({ id }: Announcement) => {
    setDismissed((before) => [...before, id]);
    const result = await tryAction(() => dismissAnnouncementAction({ id }));
    // One that is over meanwhile is away, too.
    if (result.ok || result.error.code === "not-found") return;
    setDismissed((before) => before.filter((one) => one !== id));
    toast.error(result.error.message);
  };
  return (
    <div aria-live="polite" data-print="hide">
      {shown.length > 0 ? (
        <ul aria-label="Announcements">
          {shown.map((one) => (
            <Entry key={one.id} announcement={one} onDismiss={() => void dismiss(one)} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function Entry({ announcement, onDismiss }: { announcement: Announcement; onDismiss: () => void }) {
  const isWarning = announcement.level === "WARNING";
  const Icon = isWarning ? TriangleAlert : Info;
  return (
    <li className={cn("border-b border-line", softTone[isWarning ? "wait" : "accent"])}>
      <div className="mx-auto flex max-w-6xl items-start gap-3 py-1.5 pr-2 pl-4 text-sm sm:px-6 lg:px-8">
        <Icon aria-hidden className="mt-2 size-[1.125rem] shrink-0" />
        <p className="min-w-0 flex-1 py-1.5 wrap-anywhere whitespace-pre-line text-ink">
          <span className="sr-only">{LEVEL_LABELS[announcement.level]}: </span>
          <AnnouncementText announcement={announcement} />
        </p>
        <IconButton label="Dismiss this announcement" size="sm" className="shrink-0" onClick={onDismiss}>
          <X aria-hidden />
        </IconButton>
      </div>
    </li>
  );
}

function useLateRefresh(): void {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useChannelEvents(["everyone"], () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => startTransition(() => router.refresh()), Math.random() * SPREAD_MS);
  });
}
