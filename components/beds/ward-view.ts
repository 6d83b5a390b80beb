import type { BedCondition, WardKind } from "@/lib/domain/beds/status";

/** A ward as its managers set it up. */
export type SetUpWard = {
  id: string;
  version: number;
  name: string;
  kind: WardKind;
  departmentId: string | null;
  department: string | null;
  dailyRate: { amountMinor: number; currency: string } | null;
  cleaningMinutes: number;
  beds: SetUpBed[];
};

export type SetUpBed = { id: string; version: number; label: string; condition: BedCondition };
export type DepartmentOption = { id: string; name: string };
