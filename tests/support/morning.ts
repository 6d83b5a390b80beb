/** A zone in which it is between 8 and 14 now, so that today has hours left whenever the tests run. */
export const morning = () => {
  const hour = new Date().getUTCHours();
  return ["Etc/GMT-11", "Etc/GMT-5", "Etc/GMT+1", "Etc/GMT+7"][Math.floor(hour / 6)] ?? "UTC";
};
