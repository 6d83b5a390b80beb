import { Building2, Stethoscope } from "lucide-react";
import { KIND_LABELS, VERIFICATION_LABELS } from "@/lib/domain/administration/format";
import type { Candidate } from "@/lib/domain/administration/schema";
import { decisionsFrom } from "@/lib/domain/administration/status";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { DecisionButton } from "./decision-button";
import { LookAlikes } from "./look-alikes";
import { ProfileLink } from "./profile-link";

function Fact({ label, children, missing }: { label: string; children: string | null; missing: string }) {
  return (
    <div className="flex gap-3">
      <dt className="w-28 shrink-0 text-quiet sm:w-36">{label}</dt>
      <dd className="min-w-0 wrap-anywhere">{children ?? <span className="text-wait">{missing}</span>}</dd>
    </div>
  );
}

/** A profile to be listed, with what to check and the possible decisions. */
export function CandidateCard({ candidate }: { candidate: Candidate }) {
  const { kind, name, verification } = candidate;
  const Icon = kind === "doctor" ? Stethoscope : Building2;
  const status = VERIFICATION_LABELS[verification];
  return (
    <Card as="li" className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="text-base break-words">
            <ProfileLink kind={kind} id={candidate.id} name={name} />
          </h2>
          <p className="mt-1 flex flex-wrap items-center gap-2 text-sm text-quiet">
            <Badge>
              <Icon aria-hidden />
              {KIND_LABELS[kind]}
            </Badge>
            <StatusBadge tone={status.tone} label={status.label} />
            <span>
              signed up <RelativeTime instant={candidate.createdAt} />
            </span>
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          {decisionsFrom(verification).map((decision) => (
            <DecisionButton key={decision} candidate={candidate} decision={decision} />
          ))}
        </div>
      </div>
      <LookAlikes kind={kind} lookAlikes={candidate.lookAlikes} />
      <CandidateFacts candidate={candidate} />
    </Card>
  );
}

function CandidateFacts({ candidate }: { candidate: Candidate }) {
  const { kind, verificationReason, specialties, city, country } = candidate;
  return (
    <dl className="grid grid-cols-[minmax(0,1fr)] gap-1 text-sm">
      {kind === "doctor" ? (
        <>
          <Fact label="Registration" missing="not given yet">
            {candidate.registrationNumber}
          </Fact>
          <Fact label="Specialties" missing="none chosen yet">
            {specialties.length > 0 ? specialties.join(", ") : null}
          </Fact>
        </>
      ) : null}
      <Fact label="Place" missing="not given yet">
        {[city, country].filter(Boolean).join(", ") || null}
      </Fact>
      <Fact label="Contact" missing="none">
        {candidate.contact}
      </Fact>
      {verificationReason ? (
        <Fact label="Reason given" missing="none">
          {verificationReason}
        </Fact>
      ) : null}
    </dl>
  );
}
