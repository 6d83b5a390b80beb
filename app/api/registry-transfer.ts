/** The routes of imports and exports, a part of the list in `registry.ts`. */
import "./exports/[id]/cancel/route";
import "./exports/[id]/file/route";
import "./exports/[id]/route";
import "./hospitals/[id]/exports/route";
import "./hospitals/[id]/import-previews/route";
import "./hospitals/[id]/imports/route";
import "./import-templates/[kind]/route";
import "./imports/[id]/dismiss/route";
import "./imports/[id]/faults/route";
import "./imports/[id]/route";
import "./imports/[id]/run/route";
import "./imports/[id]/undo/route";
