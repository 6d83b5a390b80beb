"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { LocalTime } from "@/components/ui/local-time";
import { withdrawInvitationAction } from "@/lib/domain/affiliations/actions";
import { ReasonDialog } from "./reason-dialog";

export type OwnRequest = { id: string; version: number; hospitalName: string; createdAt: string; expiresAt: string };

/** Hospitals the doctor has asked that have not answered yet. */
export function OwnRequests({ requests }: { requests: OwnRequest[] }) {
  return (
    <Card flush>
      <ul aria-label="Your requests" className="divide-y divide-line">
        {requests.map((request) => (
          <RequestRow key={request.id} request={request} />
        ))}
      </ul>
    </Card>
  );
}

function RequestRow({ request: { id, version, hospitalName, createdAt, expiresAt } }: { request: OwnRequest }) {
  const [isAsking, setAsking] = useState(false);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 p-4">
      <div className="min-w-0 flex-[1_1_16rem]">
        <p className="font-semibold">{hospitalName}</p>
        <p className="text-sm text-quiet">
          Asked <LocalTime instant={createdAt} style="date" />, open until{" "}
          <LocalTime instant={expiresAt} style="date" />
        </p>
      </div>
      <Button variant="secondary" size="sm" onClick={() => setAsking(true)}>
        Withdraw<span className="sr-only">: {hospitalName}</span>
      </Button>
      {isAsking ? (
        <ReasonDialog
          title={`Withdraw your request to ${hospitalName}?`}
          text="You can ask again later."
          confirmLabel="Withdraw"
          done="Withdrawn"
          reason="none"
          run={() => withdrawInvitationAction({ id, version })}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </li>
  );
}
