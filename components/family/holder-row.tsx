"use client";
import { Pencil, RotateCcw } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { holderWords, SCOPE_WORDS } from "@/lib/domain/family/format";
import type { FamilyHolder } from "@/lib/domain/family/load-family";
import type { FamilyAccess } from "@/lib/domain/family/schema";
import { ChangeAccessDialog } from "./change-access-dialog";
import { EndAccess } from "./end-access";
import { UntilDay } from "./until-day";

type Props = { access: FamilyHolder; patient: string; today: string };

/** Someone who acts for the patient: what they may do, until when, and what can be changed about it. */
export function HolderRow({ access, patient, today }: Props) {
  const { name, isYou, relation, scope, isActive, canChange, canEnd } = access;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 p-4">
      <Avatar name={name} />
      <div className="min-w-0 flex-[1_1_12rem]">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="font-semibold wrap-anywhere">{name}</span>
          {isYou ? <Badge tone="accent">You</Badge> : null}
          {isActive ? null : <Badge>Ended</Badge>}
        </p>
        <p className="text-sm text-quiet">
          {holderWords(relation)} · {SCOPE_WORDS[scope]}
          <Until access={access} />
        </p>
      </div>
      <div className="ml-auto flex flex-wrap justify-end gap-2 empty:hidden">
        {canChange ? <Change access={access} today={today} /> : null}
        {canEnd ? <EndAccess access={access} holder={isYou ? null : name} patient={patient} /> : null}
      </div>
    </li>
  );
}

/** The end of an access, as far as one is known. */
export function Until({ access }: { access: Pick<FamilyAccess, "endsOn" | "untilMajority"> }): ReactNode {
  const { endsOn, untilMajority } = access;
  if (endsOn) {
    return (
      <>
        {" · until "}
        <UntilDay date={endsOn} />
      </>
    );
  }
  return untilMajority ? " · until the 18th birthday" : null;
}

function Change({ access, today }: Pick<Props, "access" | "today">) {
  const [isOpen, setOpen] = useState(false);
  const { name, isActive } = access;
  return (
    <>
      <Button variant="secondary" size="sm" onClick={() => setOpen(true)}>
        {isActive ? <Pencil aria-hidden /> : <RotateCcw aria-hidden />}
        {isActive ? "Change" : "Renew"}
        <span className="sr-only"> the access of {name}</span>
      </Button>
      {isOpen ? <ChangeAccessDialog access={access} today={today} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
