// The light page needs no script; with one, it warns before a session ends.
import { watchSession } from "./session.js";

watchSession();
