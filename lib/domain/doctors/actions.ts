"use server";
import { defineAction } from "@/lib/platform/actions/define-action";
import { saveServices } from "./save-services";
import { ownProfileInput, ownServicesInput } from "./schema";
import { updateOwnProfile } from "./update-own-profile";

export const saveOwnProfileAction = defineAction(ownProfileInput, updateOwnProfile, { name: "save-doctor-profile" });

export const saveServicesAction = defineAction(ownServicesInput, saveServices, { name: "save-doctor-services" });
