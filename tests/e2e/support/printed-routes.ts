import { Api } from "./api";
import type { Route } from "./routes";
import { demoAccounts, type Role } from "./sign-in";

/** A visit of the role in which something was prescribed. */
async function prescribedVisit(role: Role): Promise<string> {
  const api = new Api(demoAccounts[role]);
  const { items } = await api.get<{ items: { id: string }[] }>(
    "/api/appointments?limit=100&order=desc&status=COMPLETED",
  );
  for (const { id } of items) {
    if ((await api.ask("GET", `/api/appointments/${id}/prescription`)).status === 200) return id;
  }
  throw new Error(`The demo has no prescription for the ${role}.`);
}

const printed = (role: Role, folder: string): Record<string, Route> => ({
  [`${folder}/[id]`]: { as: role, path: async () => `${folder}/${await prescribedVisit(role)}` },
});

/** The pages made for paper. */
export const PRINTED_ROUTES: Record<string, Route> = {
  ...printed("patient", "/patient/records/prescriptions"),
  ...printed("patient", "/patient/records/summaries"),
  ...printed("doctor", "/doctor/prescriptions"),
  ...printed("doctor", "/doctor/summaries"),
};
