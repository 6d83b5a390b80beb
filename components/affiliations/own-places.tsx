"use client";
import { Clock, DoorOpen } from "lucide-react";
import { useState } from "react";
import { VisitHistory } from "@/components/appointments/visit-history";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { StatusBadge } from "@/components/ui/status-badge";
import type { HistoryItem } from "@/lib/domain/history/schema";
import { routes } from "@/lib/site/routes";
import { PartingDialog } from "./parting-dialog";

export type OwnPlace = {
  id: string;
  version: number;
  status: "ACTIVE" | "SUSPENDED";
  statusReason: string | null;
  hospital: { name: string; slug: string; city: string | null };
  departmentName: string | null;
  since: string;
  hasHours: boolean;
  history: HistoryItem[];
};

/** The hospitals a doctor works at, with links to the hours there and a way to leave. */
export function OwnPlaces({ places }: { places: OwnPlace[] }) {
  return (
    <Card flush>
      <ul aria-label="Places" className="divide-y divide-line">
        {places.map((place) => (
          <PlaceRow key={place.id} place={place} />
        ))}
      </ul>
    </Card>
  );
}

function PlaceRow({ place }: { place: OwnPlace }) {
  const { id, version, status, hospital, hasHours } = place;
  const [isLeaving, setLeaving] = useState(false);
  const isSuspended = status === "SUSPENDED";
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 p-4">
      <PlaceText place={place} />
      <StatusBadge
        {...(isSuspended ? { tone: "stop", label: "Suspended: hours closed" } : { tone: "good", label: "Active" })}
      />
      <div className="flex flex-wrap gap-2">
        <Button asChild variant={hasHours || isSuspended ? "secondary" : "primary"} size="sm">
          <Link href={routes.doctor.hours()}>
            <Clock aria-hidden /> Hours<span className="sr-only"> at {hospital.name}</span>
          </Link>
        </Button>
        <Button variant="secondary" size="sm" onClick={() => setLeaving(true)}>
          <DoorOpen aria-hidden /> Leave<span className="sr-only"> {hospital.name}</span>
        </Button>
      </div>
      {isLeaving ? (
        <PartingDialog
          affiliation={{ id, version }}
          to="ENDED"
          side="doctor"
          who={hospital.name}
          onClose={() => setLeaving(false)}
        />
      ) : null}
    </li>
  );
}

function PlaceText({ place }: { place: OwnPlace }) {
  const { status, statusReason, hospital, departmentName, since, hasHours, history } = place;
  const isSuspended = status === "SUSPENDED";
  return (
    <div className="min-w-0 flex-[1_1_16rem]">
      <p>
        <Link href={routes.hospitals.profile(hospital.slug)} className="touch-target font-semibold hover:underline">
          {hospital.name}
        </Link>
      </p>
      <p className="text-sm text-quiet">
        {[hospital.city, departmentName].filter(Boolean).join(" · ")}
        {hospital.city || departmentName ? " · " : ""}since <LocalTime instant={since} style="dated" />
      </p>
      {isSuspended && statusReason ? <p className="mt-1 text-sm">“{statusReason}”</p> : null}
      {history.length > 0 ? (
        <details className="mt-1 text-sm">
          <summary className="touch-target w-fit font-medium text-accent">
            What happened<span className="sr-only"> at {hospital.name}</span>
          </summary>
          <div className="mt-3">
            <VisitHistory history={history} />
          </div>
        </details>
      ) : null}
      {isSuspended ? null : hasHours ? null : (
        <p className="mt-1 text-sm font-semibold">Set your hours there so that patients can book you.</p>
      )}
    </div>
  );
}
