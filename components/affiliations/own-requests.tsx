"use client";
import { Card } from "@/components/ui/card";
import { LocalTime } from "@/components/ui/local-time";
import { WithdrawButton } from "./withdraw-button";

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
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 p-4">
      <div className="min-w-0 flex-[1_1_16rem]">
        <p className="font-semibold">{hospitalName}</p>
        <p className="text-sm text-quiet">
          Asked <LocalTime instant={createdAt} style="date" />, open until{" "}
          <LocalTime instant={expiresAt} style="date" />
        </p>
      </div>
      <WithdrawButton
        invitation={{ id, version }}
        who={hospitalName}
        question={`Withdraw your request to ${hospitalName}?`}
        consequence="You can ask again later."
      />
    </li>
  );
}
