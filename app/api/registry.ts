/**
 * Every REST route, loaded so that the OpenAPI document knows it (all but docs and openapi.json, which load this).
 * A route that is missing here fails tests/contract/http-kit-registry.test.ts.
 */
import "./accounts/route";
import "./admin/audit/route";
import "./admin/doctors/[id]/reject/route";
import "./admin/doctors/[id]/suspend/route";
import "./admin/doctors/[id]/verify/route";
import "./admin/hospitals/[id]/reject/route";
import "./admin/hospitals/[id]/suspend/route";
import "./admin/hospitals/[id]/verify/route";
import "./admin/queue/route";
import "./admin/users/[id]/reinstate/route";
import "./admin/users/[id]/suspend/route";
import "./admin/users/route";
import "./appointments/[id]/calendar/route";
import "./appointments/[id]/reschedule/route";
import "./appointments/[id]/route";
import "./appointments/[id]/status/route";
import "./appointments/holds/[id]/route";
import "./appointments/holds/route";
import "./appointments/route";
import "./auth/refresh/route";
import "./auth/revoke/route";
import "./auth/token/route";
import "./doctors/[id]/appointments/route";
import "./doctors/[id]/availability/route";
import "./doctors/[id]/route";
import "./doctors/[id]/schedules/route";
import "./doctors/route";
import "./health/live/route";
import "./health/ready/route";
import "./hospitals/[id]/doctors/route";
import "./hospitals/[id]/route";
import "./hospitals/[id]/stats/route";
import "./hospitals/route";
import "./me/route";
import "./notifications/read/route";
import "./notifications/route";
import "./realtime/auth/route";
import "./schedules/[id]/route";
import "./services/route";
import "./specialties/route";
