"use client";
import { Video } from "lucide-react";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { LocalTime } from "@/components/ui/local-time";
import { toast } from "@/components/ui/toast";
import { joinVideoAction } from "@/lib/domain/appointments/actions";
import { checkVideo, videoOpensAt, type VideoVisit } from "@/lib/domain/appointments/format";
import { tryAction } from "@/lib/platform/actions/try-action";
import { useNow } from "@/components/ui/use-now";

type Props = {
  visit: { id: string; mode: VideoVisit["mode"]; status: VideoVisit["status"]; start: string; end: string };
  /** Whether there is a video link; only those who join get it. */
  hasLink: boolean;
  asOf: string;
};

/** The entrance to a video visit: when it opens, and joining. */
export function JoinVideo({ visit, hasLink, asOf }: Props) {
  const now = new Date(useNow(asOf));
  const [isJoining, startJoining] = useTransition();
  const timed = { ...visit, startsAt: new Date(visit.start), endsAt: new Date(visit.end) };
  const verdict = checkVideo(timed, now);
  if (verdict === "no-video" || verdict === "over") return null;
  if (!hasLink)
    return (
      <p className="text-sm text-quiet">
        This appointment is by video, but there&apos;s no video link yet. Please agree by phone how to meet.
      </p>
    );
  if (verdict === "too-early") {
    return (
      <p className="text-sm text-quiet">
        You can join the video here from{" "}
        <LocalTime instant={videoOpensAt(timed).toISOString()} otherTime={false} className="font-semibold text-ink" />.
      </p>
    );
  }
  const join = () => {
    // Opened by the click itself, because browsers block a later window. It can't access this page.
    const tab = window.open("about:blank", "_blank");
    if (tab) tab.opener = null;
    startJoining(async () => {
      const result = await tryAction(() => joinVideoAction({ id: visit.id }));
      if (result.ok) return (tab ?? window).location.replace(result.data.url);
      tab?.close();
      toast.error(result.error.message);
    });
  };
  return (
    <Button onClick={join} pending={isJoining}>
      <Video aria-hidden /> Join the video visit
    </Button>
  );
}
