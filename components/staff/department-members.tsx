"use client";
import { BedDouble, Stethoscope } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition, type ReactNode } from "react";
import { NativeSelect } from "@/components/ui/native-select";
import { Link } from "@/components/ui/link";
import { toast } from "@/components/ui/toast";
import { assignDepartmentAction } from "@/lib/domain/affiliations/actions";
import { changeWardAction } from "@/lib/domain/beds/actions";
import { WARD_KIND_LABELS } from "@/lib/domain/beds/format";
import type { WardKind } from "@/lib/domain/beds/status";
import type { DepartmentParts } from "@/lib/domain/staff/list-departments";
import type { ActionResult } from "@/lib/platform/actions/action-result";
import { tryAction } from "@/lib/platform/actions/try-action";
import { counted } from "@/lib/platform/text/counted";
import { routes } from "@/lib/site/routes";

export type Move = { choices: { value: string; label: string }[]; onMoved: (id: string) => void };
export const moveFieldId = (id: string) => `department-of-${id}`;

type Props = { departmentId: string | null; name: string; parts: DepartmentParts; move: Move | undefined };

/** The doctors and wards of one department, each movable to another. */
export function DepartmentMembers({ departmentId, name, parts: { doctors, wards }, move }: Props) {
  const fieldOf = (id: string, who: string, assign: Assign) =>
    move ? <MoveField id={id} who={who} departmentId={departmentId} move={move} assign={assign} /> : null;
  return (
    <div className="grid gap-x-8 border-t border-line px-4 py-3 md:grid-cols-2">
      <Members label={`Doctors of ${name}`} icon={<Stethoscope aria-hidden />} empty="No doctors">
        {doctors.map(({ affiliationId, doctorId, version, name: doctor, specialties, isSuspended }) => (
          <Member
            key={affiliationId}
            title={
              <Link href={routes.hospital.doctor(doctorId)} className="touch-target font-semibold hover:underline">
                {doctor}
              </Link>
            }
            text={[specialties.join(", "), isSuspended ? "suspended here" : null].filter(Boolean).join(" · ")}
            field={fieldOf(affiliationId, doctor, (to) =>
              assignDepartmentAction({ id: affiliationId, version, departmentId: to }),
            )}
          />
        ))}
      </Members>
      <Members label={`Wards of ${name}`} icon={<BedDouble aria-hidden />} empty="No wards">
        {wards.map(({ id, version, name: ward, kind, bedCount }) => (
          <Member
            key={id}
            title={<span className="font-semibold">{ward}</span>}
            text={`${WARD_KIND_LABELS[kind as WardKind]} · ${counted(bedCount, "bed")}`}
            field={fieldOf(id, ward, (to) => changeWardAction({ id, version, departmentId: to }))}
          />
        ))}
      </Members>
    </div>
  );
}

function Members({
  label,
  icon,
  empty,
  children,
}: {
  label: string;
  icon: ReactNode;
  empty: string;
  children: ReactNode[];
}) {
  if (children.length === 0) {
    return (
      <p className="flex items-center gap-2 self-start py-2 text-sm text-quiet [&_svg]:size-4">
        {icon}
        {empty}
      </p>
    );
  }
  return (
    <ul aria-label={label} className="grid content-start">
      {children}
    </ul>
  );
}

function Member({ title, text, field }: { title: ReactNode; text: string; field: ReactNode }) {
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_minmax(0,11rem)] items-center gap-3 py-2">
      <div className="min-w-0">
        <p>{title}</p>
        {text ? <p className="text-sm text-quiet">{text}</p> : null}
      </div>
      {field}
    </li>
  );
}

type Assign = (departmentId: string | null) => Promise<ActionResult<unknown>>;
type MoveFieldProps = { id: string; who: string; departmentId: string | null; move: Move; assign: Assign };

const NONE = "";

function MoveField({ id, who, departmentId, move, assign }: MoveFieldProps) {
  const router = useRouter();
  const [wanted, setWanted] = useState<string>();
  const [isMoving, startMoving] = useTransition();
  const choose = (to: string) => {
    // Not disabled meanwhile, which would take focus from someone moving several by keyboard.
    if (isMoving) return;
    setWanted(to);
    startMoving(async () => {
      const result = await tryAction(() => assign(to === NONE ? null : to));
      const into = move.choices.find(({ value }) => value === to)?.label;
      if (result.ok) toast.success(into ? `${who} belongs to ${into} now` : `${who} belongs to no department now`);
      else toast.error(result.error.message);
      if (result.ok) move.onMoved(id);
      setWanted(undefined);
      router.refresh();
    });
  };
  return (
    <NativeSelect
      id={moveFieldId(id)}
      aria-label={`Department of ${who}`}
      value={wanted ?? departmentId ?? NONE}
      aria-busy={isMoving}
      onChange={(event) => choose(event.target.value)}
      empty="No department"
      options={move.choices}
    />
  );
}
