import { Building2, Stethoscope } from "lucide-react";
import { ChangeList } from "@/components/accounts/change-list";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import { KIND_LABELS } from "@/lib/domain/administration/format";
import type { Change } from "@/lib/domain/administration/schema";
import { ChangeButton } from "./change-button";
import { LookAlikes } from "./look-alikes";
import { ProfileLink } from "./profile-link";

/** A verified profile's requested change, with the possible decisions. */
export function ChangeCard({ change }: { change: Change }) {
  const { kind, profile, contact, fields, lookAlikes } = change;
  const Icon = kind === "doctor" ? Stethoscope : Building2;
  return (
    <Card as="li" className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="text-base break-words">
            <ProfileLink kind={kind} id={profile.id} name={profile.name} />
          </h2>
          <p className="mt-1 flex flex-wrap items-center gap-2 text-sm text-quiet">
            <Badge>
              <Icon aria-hidden />
              {KIND_LABELS[kind]}
            </Badge>
            <span className="wrap-anywhere">
              asked <RelativeTime instant={change.createdAt} />
              {contact ? ` by ${contact}` : null}
            </span>
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <ChangeButton change={change} decision="approve" />
          <ChangeButton change={change} decision="reject" />
        </div>
      </div>
      <LookAlikes kind={kind} lookAlikes={lookAlikes} />
      <ChangeList fields={fields} />
    </Card>
  );
}
