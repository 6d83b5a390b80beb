"use client";
import { CalendarClock, MapPin, Video } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useOnline } from "@/components/shell/offline-banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { IconFact } from "@/components/ui/icon-fact";
import { Link } from "@/components/ui/link";
import { LocalTimeRange } from "@/components/ui/local-date-range";
import { LocalTime } from "@/components/ui/local-time";
import { Section } from "@/components/ui/section";
import { Spinner } from "@/components/ui/spinner";
import { useNow } from "@/components/ui/use-now";
import { routes } from "@/lib/site/routes";
import { keptText, parseVisit, type KeptVisit } from "./kept-visit";

const AGAIN_MS = 4_000;

/** Where the page stands in for another one, the address is still the other one's. */
const standsIn = () => window.location.pathname !== routes.offline();

/** Asks again and again whether the site answers; where the page stands in for another one, that one is loaded. */
function useReturn(): boolean {
  const [isBack, setBack] = useState(false);
  useEffect(() => {
    const look = async () => {
      const answer = await fetch("/api/health/live", { cache: "no-store" }).catch(() => null);
      if (!answer?.ok) return setBack(false);
      if (standsIn()) window.location.reload();
      else setBack(true);
    };
    const onLook = () => void look();
    const timer = setInterval(onLook, AGAIN_MS);
    window.addEventListener("online", onLook);
    if (!standsIn()) onLook();
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", onLook);
    };
  }, []);
  return isBack;
}

function onStorage(onChange: () => void) {
  window.addEventListener("storage", onChange);
  return () => window.removeEventListener("storage", onChange);
}

/** Says what is the matter, and comes back by itself. */
export function OfflineState() {
  const [isBack, isOnline] = [useReturn(), useOnline()];
  if (isBack)
    return (
      <>
        <h1 className="text-2xl">You&apos;re online</h1>
        <p className="mt-1 text-quiet">This page shows when there is no connection.</p>
        <Button asChild className="mt-4">
          <Link href={routes.signIn()}>Continue to CareSync</Link>
        </Button>
      </>
    );
  return (
    <>
      <h1 className="text-2xl">{isOnline ? "We can't reach CareSync" : "You're offline"}</h1>
      <p role="status" className="mt-1 flex items-center gap-2 text-quiet">
        <Spinner /> The page comes back by itself when there is a connection.
      </p>
      <Button variant="secondary" className="mt-4" onClick={() => window.location.reload()}>
        Try again
      </Button>
    </>
  );
}

/** The next appointment as this device knows it: when and where. */
export function OfflineVisit({ asOf }: { asOf: string }) {
  const text = useSyncExternalStore(onStorage, keptText, () => null);
  const visit = parseVisit(text, useNow(asOf));
  if (!visit) return null;
  return (
    <Section title="Your next appointment">
      <Card>
        <dl className="grid gap-4">
          <IconFact icon={<CalendarClock />} label="When">
            <LocalTimeRange
              start={visit.start}
              end={visit.end}
              timeZone={visit.timeZone}
              readerFirst={visit.isVideo}
              withDate
              className="text-lg font-semibold"
            />
            {visit.isPending ? <span className="block text-sm text-quiet">Not confirmed yet</span> : null}
          </IconFact>
          <Where visit={visit} />
        </dl>
        <p className="mt-4 text-sm text-quiet">
          As of <LocalTime instant={visit.keptAt} otherTime={false} />. It may have changed since.
        </p>
      </Card>
    </Section>
  );
}

function Where({ visit: { isVideo, place, address } }: { visit: KeptVisit }) {
  if (isVideo)
    return (
      <IconFact icon={<Video />} label="Where">
        By video, once you&apos;re online
      </IconFact>
    );
  return (
    <IconFact icon={<MapPin />} label="Where">
      {place ? <span className="block font-semibold">{place}</span> : null}
      {address ?? (place ? null : "At the practice")}
    </IconFact>
  );
}
