"use server";
import { defineAction } from "@/lib/actor/define-action";
import { saveServices } from "./internal/save-services";
import { ownProfileInput, ownServicesInput } from "./schema";
import { updateOwnProfile } from "./internal/update-own-profile";

export const saveOwnProfileAction = defineAction(ownProfileInput, updateOwnProfile, { name: "save-doctor-profile" });

export const saveServicesAction = defineAction(ownServicesInput, saveServices, { name: "save-doctor-services" });
