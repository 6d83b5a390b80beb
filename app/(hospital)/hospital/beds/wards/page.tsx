import type { Metadata } from "next";
import { requireDesk } from "@/app/(hospital)/hospital/require-desk";
import { WardSetup } from "@/components/beds/ward-setup";
import { loadBoard, type LoadedWard } from "@/lib/domain/beds/load-board";
import { loadOwnHospital } from "@/lib/domain/hospitals/load-own-hospital";
import { routes } from "@/lib/site/routes";

export const metadata: Metadata = { title: "Wards" };

export default async function WardsPage() {
  const { actor, hospital } = await requireDesk(routes.hospital.wards());
  const [board, { departments }] = await Promise.all([loadBoard(actor, hospital.id), loadOwnHospital(actor)]);
  return (
    <WardSetup
      hospitalId={hospital.id}
      wards={board.wards.map(toSetUp)}
      departments={departments.map(({ id, name }) => ({ id, name }))}
      canSetUp={board.canSetUp}
    />
  );
}

function toSetUp({ id, version, name, kind, departmentId, department, dailyRate, cleaningMinutes, items }: LoadedWard) {
  const beds = items.map(({ id: bedId, version: seen, label, condition }) => ({
    id: bedId,
    version: seen,
    label,
    condition,
  }));
  return { id, version, name, kind, departmentId, department, dailyRate, cleaningMinutes, beds };
}
