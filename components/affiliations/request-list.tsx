"use client";
import { useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { answerInvitationAction } from "@/lib/domain/affiliations/actions";
import type { InvitationItem } from "@/lib/domain/affiliations/schema";
import { routes } from "@/lib/site/routes";
import { DepartmentField, NO_DEPARTMENT, type DepartmentChoice } from "./department-field";
import { ReasonDialog } from "./reason-dialog";

type JoinRequest = InvitationItem & { doctorSlug: string };
type Props = { requests: JoinRequest[]; departments: DepartmentChoice[] };

/** Doctors who ask to join the hospital, for a manager to answer. */
export function RequestList({ requests, departments }: Props) {
  return (
    <Card flush>
      <ul aria-label="Requests to join" className="divide-y divide-line">
        {requests.map((request) => (
          <RequestRow key={request.id} request={request} departments={departments} />
        ))}
      </ul>
    </Card>
  );
}

function RequestRow({ request, departments }: { request: JoinRequest; departments: DepartmentChoice[] }) {
  const [asking, setAsking] = useState<"accept" | "decline">();
  const name = request.doctorName ?? "";
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-3 p-4">
      <Avatar name={name} />
      <div className="min-w-0 flex-[1_1_16rem]">
        <p>
          <Link
            href={routes.doctors.profile(request.doctorSlug)}
            className="touch-target font-semibold hover:underline"
          >
            {name}
          </Link>
        </p>
        <p className="text-sm text-quiet">
          Asked <LocalTime instant={request.createdAt} style="date" />, open until{" "}
          <LocalTime instant={request.expiresAt} style="date" />
        </p>
        {request.message ? <p className="mt-1 text-sm whitespace-pre-line">“{request.message}”</p> : null}
      </div>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={() => setAsking("accept")}>
          Accept<span className="sr-only">: {name}</span>
        </Button>
        <Button size="sm" variant="secondary" onClick={() => setAsking("decline")}>
          Decline<span className="sr-only">: {name}</span>
        </Button>
      </div>
      {asking === "accept" ? (
        <AcceptDialog request={request} departments={departments} onClose={() => setAsking(undefined)} />
      ) : null}
      {asking === "decline" ? <DeclineDialog request={request} onClose={() => setAsking(undefined)} /> : null}
    </li>
  );
}

type DialogProps = { request: InvitationItem; onClose: () => void };

function AcceptDialog({
  request: { id, version, doctorName },
  departments,
  onClose,
}: DialogProps & { departments: DepartmentChoice[] }) {
  const [department, setDepartment] = useState(NO_DEPARTMENT);
  const where = department === NO_DEPARTMENT ? {} : { departmentId: department };
  return (
    <ReasonDialog
      title={`Accept ${doctorName ?? "this doctor"}?`}
      text="They appear in your list and on your public page at once, and can set hours here."
      confirmLabel="Accept"
      done="Accepted. The doctor has been notified."
      reason="none"
      tone="primary"
      run={() => answerInvitationAction({ id, version, response: "accept", ...where })}
      onClose={onClose}
    >
      <DepartmentField departments={departments} value={department} onChange={setDepartment} />
    </ReasonDialog>
  );
}

function DeclineDialog({ request: { id, version, doctorName }, onClose }: DialogProps) {
  return (
    <ReasonDialog
      title={`Decline the request from ${doctorName ?? ""}?`}
      text="They'll be notified, with your reason if you give one."
      confirmLabel="Decline"
      done="Declined. The doctor has been notified."
      reason="optional"
      reasonHint="The doctor will see this. One sentence is enough."
      run={(reason) => answerInvitationAction({ id, version, response: "decline", ...(reason ? { reason } : {}) })}
      onClose={onClose}
    />
  );
}
