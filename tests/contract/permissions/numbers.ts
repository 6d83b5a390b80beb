import { theDoctor, theHospital, type Permissions } from "./asking";
import { DESK } from "./cast";

export const numbers: Permissions = {
  "GET /api/numbers": { ask: async (cast) => ({ query: { hospitalId: await theHospital(cast) } }), may: DESK },
  "GET /api/numbers/appointments": {
    ask: async (cast) => ({ query: { hospitalId: await theHospital(cast) } }),
    may: DESK,
  },
  "GET /api/numbers/operations": {
    ask: async (cast) => ({ query: { hospitalId: await theHospital(cast), what: "stays" } }),
    may: DESK,
  },
  "GET /api/numbers/operations/file": {
    ask: async (cast) => ({ query: { doctorId: await theDoctor(cast), what: "gains" } }),
    may: ["doctor"],
  },
  "GET /api/numbers/files/{table}": {
    ask: async (cast) => ({ params: { table: "days" }, query: { doctorId: await theDoctor(cast) } }),
    may: ["doctor"],
  },
};
