"use client";
import { BedDouble, Pencil, Plus } from "lucide-react";
import { useState } from "react";
import { RemoveButton } from "@/components/realtime/remove-button";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { PageHeader } from "@/components/ui/page-header";
import { removeWardAction } from "@/lib/domain/beds/actions";
import { WARD_KIND_LABELS } from "@/lib/domain/beds/format";
import { formatMoney } from "@/lib/platform/money/amount";
import { counted } from "@/lib/platform/text/counted";
import { routes } from "@/lib/site/routes";
import { WardBeds } from "./ward-beds";
import { WardForm } from "./ward-form";
import type { DepartmentOption, SetUpWard } from "./ward-view";

export type WardSetupProps = {
  hospitalId: string;
  wards: SetUpWard[];
  departments: DepartmentOption[];
  canSetUp: boolean;
};

/** The wards and beds. Managers change them, coordinators read them. */
export function WardSetup({ hospitalId, wards, departments, canSetUp }: WardSetupProps) {
  const [form, setForm] = useState<{ ward?: SetUpWard }>();
  const [bedsOfId, setBedsOfId] = useState<string>();
  const bedsOf = wards.find(({ id }) => id === bedsOfId);
  const add = (
    <Button onClick={() => setForm({})}>
      <Plus aria-hidden /> Add a ward
    </Button>
  );
  return (
    <>
      <PageHeader
        back={{ href: routes.hospital.beds(), label: "Beds" }}
        title={titleOf(wards)}
        text={canSetUp ? undefined : "A manager of the hospital can change them."}
        actions={canSetUp && wards.length > 0 ? add : null}
      />
      {wards.length === 0 ? (
        <EmptyState
          icon={<BedDouble />}
          title="No wards set up yet"
          text="Each ward has a kind and beds. Patients request a bed by kind."
          action={canSetUp ? add : null}
        />
      ) : (
        <WardList wards={wards} canSetUp={canSetUp} onBeds={setBedsOfId} onChange={(ward) => setForm({ ward })} />
      )}
      {form ? (
        <WardForm
          hospitalId={hospitalId}
          departments={departments}
          ward={form.ward}
          usualCurrency={wards.find(({ dailyRate }) => dailyRate)?.dailyRate?.currency}
          onClose={() => setForm(undefined)}
        />
      ) : null}
      {bedsOf ? <WardBeds hospitalId={hospitalId} ward={bedsOf} onClose={() => setBedsOfId(undefined)} /> : null}
    </>
  );
}

type WardListProps = Pick<WardSetupProps, "wards" | "canSetUp"> & {
  onBeds: (wardId: string) => void;
  onChange: (ward: SetUpWard) => void;
};

function WardList({ wards, canSetUp, onBeds, onChange }: WardListProps) {
  return (
    <Card flush>
      <ul aria-label="Wards" className="divide-y divide-line">
        {wards.map((ward) => (
          <li key={ward.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 p-4">
            <WardLine ward={ward} />
            {canSetUp ? (
              <div className="ml-auto flex items-center gap-1">
                <Button size="sm" variant="secondary" onClick={() => onBeds(ward.id)}>
                  Beds<span className="sr-only"> of {ward.name}</span>
                </Button>
                <IconButton label={`Change ${ward.name}`} size="sm" onClick={() => onChange(ward)}>
                  <Pencil aria-hidden />
                </IconButton>
                <RemoveWard ward={ward} />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function WardLine({ ward: { name, kind, beds, department, dailyRate, cleaningMinutes } }: { ward: SetUpWard }) {
  const facts = [
    counted(beds.length, "bed"),
    department,
    dailyRate ? `${formatMoney(dailyRate)} a day` : null,
    `${cleaningMinutes} min for cleaning`,
  ];
  return (
    <div className="min-w-0 flex-[1_1_14rem]">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-semibold">{name}</span>
        {name === WARD_KIND_LABELS[kind] ? null : <Badge>{WARD_KIND_LABELS[kind]}</Badge>}
      </p>
      <p className="mt-0.5 text-sm text-quiet tabular">{facts.filter(Boolean).join(" · ")}</p>
    </div>
  );
}

function RemoveWard({ ward: { id, version, name, beds } }: { ward: SetUpWard }) {
  return (
    <RemoveButton
      name={name}
      consequence={
        beds.length > 0
          ? `Its ${beds.length === 1 ? "bed is" : `${beds.length} beds are`} removed, too. This is only possible while no bed is occupied or reserved.`
          : "It has no beds."
      }
      call={() => removeWardAction({ id, version })}
    />
  );
}

function titleOf(wards: SetUpWard[]): string {
  if (wards.length === 0) return "No wards yet";
  const beds = wards.reduce((sum, ward) => sum + ward.beds.length, 0);
  return `${counted(wards.length, "ward")}, ${counted(beds, "bed")}`;
}
