/**
 * What a route exports for the methods it does not have itself: `OPTIONS` answers preflights, the others refuse with what
 * there is. Next takes handlers by the names a file exports.
 */
export { preflight as OPTIONS } from "./cors";
export {
  refuseMethod as DELETE,
  refuseMethod as GET,
  refuseMethod as PATCH,
  refuseMethod as POST,
  refuseMethod as PUT,
} from "./refuse-method";
