import type { Prisma } from "@/lib/platform/db/db";

const person = {
  select: { id: true, name: true, doctor: { select: { name: true } } },
} satisfies Prisma.UserDefaultArgs;

const stampSelect = {
  id: true,
  patientId: true,
  version: true,
  recordedBy: person,
  recordedAs: true,
  recordedAt: true,
  changedBy: person,
  changedAs: true,
  changedAt: true,
} as const;

export const allergySelect = {
  ...stampSelect,
  substance: true,
  category: true,
  criticality: true,
  reaction: true,
  status: true,
} satisfies Prisma.AllergySelect;
export type AllergyRow = Prisma.AllergyGetPayload<{ select: typeof allergySelect }>;

export const conditionSelect = {
  ...stampSelect,
  name: true,
  system: true,
  codeVersion: true,
  code: true,
  codeName: true,
  onset: true,
  status: true,
} satisfies Prisma.ConditionSelect;
export type ConditionRow = Prisma.ConditionGetPayload<{ select: typeof conditionSelect }>;

export const statementSelect = {
  patientId: true,
  statedBy: person,
  statedAs: true,
  statedAt: true,
} satisfies Prisma.NoKnownAllergiesSelect;
export type StatementRow = Prisma.NoKnownAllergiesGetPayload<{ select: typeof statementSelect }>;

export const versionSelect = {
  entryId: true,
  version: true,
  data: true,
  changedBy: person,
  changedAs: true,
  changedAt: true,
} satisfies Prisma.BackgroundVersionSelect;
export type VersionRow = Prisma.BackgroundVersionGetPayload<{ select: typeof versionSelect }>;
