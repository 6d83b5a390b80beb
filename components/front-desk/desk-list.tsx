"use client";
import { Phone } from "lucide-react";
import type { Route } from "next";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { PhoneNumber } from "@/components/ui/phone-number";
import { visitLine, type DeskCard } from "./desk-card";
import { DeskSteps } from "./desk-steps";
import { PatientLink } from "./patient-link";

type Props = { label: string; visits: DeskCard[]; asOf: string; more?: { href: Route; label: string } | undefined };

/** Visits of any day that need action by the desk: patient, time, doctor and steps. */
export function DeskList({ label, visits, asOf, more }: Props) {
  return (
    <Card flush>
      <ul aria-label={label} className="divide-y divide-line">
        {visits.map((visit) => (
          <li key={visit.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 p-4">
            <div className="min-w-0 flex-[1_1_16rem]">
              <p>
                <PatientLink visit={visit} />
                {visit.patient.phone ? (
                  <PhoneNumber
                    phone={visit.patient.phone}
                    className="touch-target ml-3 text-sm whitespace-nowrap text-accent tabular hover:underline"
                  >
                    <Phone aria-hidden className="mr-1 inline size-3.5 align-[-2px]" />
                  </PhoneNumber>
                ) : null}
              </p>
              <p className="text-sm">
                <LocalTime instant={visit.start} /> with {visit.doctor.name}
              </p>
              {visit.reason || visitLine(visit) ? (
                <p className="line-clamp-2 text-sm text-quiet">
                  {[visitLine(visit), visit.reason].filter(Boolean).join(" · ")}
                </p>
              ) : null}
            </div>
            <DeskSteps visit={visit} asOf={asOf} />
          </li>
        ))}
      </ul>
      {more ? (
        <p className="border-t border-line p-3 text-center">
          <Link href={more.href} className="touch-target text-sm font-semibold text-accent hover:underline">
            {more.label}
          </Link>
        </p>
      ) : null}
    </Card>
  );
}
